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


@pytest.mark.parametrize("first_day", [FIRST, date(2025, 9, 1)], ids=["weeks", "months"])
def test_each_day_stands_under_its_weekday_or_number_in_the_row_of_its_week_or_month(
    scene, first_day, place_of
):
    figure = calendar(scene, first_day)
    days, (axes,) = patches(figure), figure.axes
    is_by_week = first_day == FIRST
    heads = {text.get_text(): place_of(axes, text)[0] for text in figure.texts}
    rows = {}
    for day, patch in days.items():
        head = f"{day:%a}" if is_by_week else str(day.day)
        middle = patch.get_x() + patch.get_width() / 2
        assert is_by_week is False or head in heads
        assert heads.get(head, middle) == pytest.approx(middle)
        row = f"W{day.isocalendar().week}" if is_by_week else f"{day:%b %Y}"
        rows.setdefault(row, set()).add(patch.get_y())
    assert all(len(tops) == 1 for tops in rows.values())
    heights = [min(tops) for tops in rows.values()]
    assert heights == sorted(set(heights))
    for text in figure.texts:
        if text.get_text() in rows:
            top = min(rows[text.get_text()])
            assert top < place_of(axes, text)[1] < top + 2 * patch.get_height()


def test_the_figures_of_days_and_rows_tell_at_least_not_known_and_no_record_apart(
    scene, beside, place_of
):
    scene.log(date(2026, 11, 2), 1.2)
    scene.log(date(2026, 11, 3), 2.4)
    scene.log(date(2026, 11, 3), None)
    scene.log(date(2026, 11, 4), None)
    scene.log(date(2026, 11, 9), 6)
    figure = calendar(scene)
    (axes,) = figure.axes
    written = {}
    for day, patch in patches(figure).items():
        inside = [
            text
            for text in figure.texts
            if patch.contains_point(axes.transData.transform(place_of(axes, text)))
        ]
        written[day.day] = [text.get_text() for text in inside]
    assert written[2] == ["2", "1.20"]
    assert written[3] == ["3", "≥ 2.40"]
    assert written[4] == ["4", "not known"]
    assert written[5] == ["5"]
    assert beside(figure, "W45")[-3:] == ["≥ 1.20", "≥ 50 %", "3 of 7"]
    assert beside(figure, "W46")[-3:] == ["6.00", "250 %", "1 of 7"]
    said = draw_month(read_long_period(scene.diary, Days(FIRST, LAST))).words
    assert "2026-11-02 to 2026-11-08: at least 1.2 µg a recorded day." in said
    assert "2026-11-09 to 2026-11-15: 6 µg a recorded day." in said


def test_supplements_are_listed_by_the_days_on_which_they_were_taken(scene, beside):
    for name, days in (("rare", [1]), ("veg1", [1, 1, 2, 3]), ("secret", [1, 2])):
        for day in days:
            mcg = None if name == "secret" else 25
            scene.log(date(2026, 11, day), mcg, "supplement", name)
    figure = calendar(scene)
    names = [text.get_text() for text in figure.texts]
    at = [len(names) - 1 - names[::-1].index(name) for name in ("veg1", "secret", "rare")]
    assert at == sorted(at)
    assert beside(figure, "secret") == ["2 days", "not known"]
    assert beside(figure, "veg1")[-2:] == ["3 days", "100 µg"]
    assert beside(figure, "rare")[-2:] == ["1 day", "25 µg"]


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
