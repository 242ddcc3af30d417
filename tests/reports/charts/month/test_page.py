import itertools
from datetime import date, timedelta
from decimal import Decimal
from statistics import mean

import pytest

from tracker.language.days import Days
from tracker.reports.charts.month.calendar import TINTS, tint_of
from tracker.reports.charts.month.page import draw_month
from tracker.reports.charts.style import PAPER
from tracker.reports.numbers import amount_text
from tracker.services.diary.timelines import read_long_period

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


def patches(figure):
    return {
        date.fromisoformat(patch.get_gid()[4:]): patch
        for axes in figure.axes
        for patch in axes.patches
        if (patch.get_gid() or "").startswith("day:")
    }


def to_hex(patch):
    return "#" + "".join(f"{round(part * 255):02x}" for part in patch.get_facecolor()[:3])


def calendar(scene, first_day=FIRST, last_day=LAST):
    return draw_month(read_long_period(scene.diary, Days(first_day, last_day))).figure


def test_each_day_has_the_tint_of_its_share_of_the_target(scene):
    scene.fill(60, supplements=True)
    amounts = {day: mcg for day, mcg in scene.amounts().items() if FIRST <= day <= LAST}
    drawn = patches(calendar(scene))
    assert len(drawn) == 30
    for day, patch in drawn.items():
        if amounts.get(day) is None:
            assert to_hex(patch) == PAPER
            assert bool(patch.get_hatch()) == (day not in amounts)
        else:
            share = Decimal(str(amounts[day])) / Decimal("2.4") * 100
            assert to_hex(patch) == tint_of(share).face


@pytest.mark.parametrize(
    ("percent", "label"),
    [("0", "below 50 %"), ("49.99", "below 50 %"), ("50", "50-99 %"), ("99.99", "50-99 %"),
     ("100", "100-199 %"), ("999", "200-999 %"), ("1000", "1000 % and more")],
)  # fmt: skip
def test_what_is_below_the_target_is_never_tinted_as_if_it_reached_it(percent, label):
    assert tint_of(Decimal(percent)).label == label


def test_tints_grow_darker_so_that_they_read_without_colour():
    def lightness(face):
        red, green, blue = (int(face[at : at + 2], 16) for at in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    steps = [lightness(tint.face) for tint in TINTS]
    assert all(one - other > 15 for one, other in itertools.pairwise(steps))


def test_the_weeks_beside_the_month_hold_the_means_of_the_days_shown(scene):
    scene.fill(60)
    figure = calendar(scene)
    weeks = {}
    for day, mcg in scene.amounts().items():
        if FIRST <= day <= LAST:
            monday = max(FIRST, day - timedelta(days=day.weekday()))
            weeks.setdefault(monday, []).append(mcg or 0.0)
    written = {
        text.get_gid()[5:]: text.get_text().removeprefix("≥ ")
        for text in figure.texts
        if (text.get_gid() or "").startswith("mean:")
    }
    assert written == {
        str(monday): amount_text(Decimal(str(round(mean(known), 6))))
        for monday, known in weeks.items()
    }


def test_days_on_which_a_supplement_was_taken_have_a_dot(scene):
    scene.fill(30, supplements=True)
    taken = scene.sql("SELECT DISTINCT day FROM intake WHERE kind = 'supplement'")
    dots = {
        patch.get_gid()
        for axes in calendar(scene).axes
        for patch in axes.patches
        if (patch.get_gid() or "").startswith("taken:")
    }
    assert dots == {f"taken:{day}" for (day,) in taken if day >= "2026-11-01"}


@pytest.mark.parametrize("days", [1, 7, 90, 400, 1800])
def test_any_run_of_days_fits_the_page(scene, days):
    scene.fill(min(days, 90))
    last_day = date(2026, 11, 22)
    figure = calendar(scene, last_day - timedelta(days=days - 1), last_day)
    assert len(patches(figure)) == days
    width, height = figure.get_size_inches() * 72
    for patch in patches(figure).values():
        assert 0 <= patch.get_x() < width
        assert 0 <= patch.get_y() < height
