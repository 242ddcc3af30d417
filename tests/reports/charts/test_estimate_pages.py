"""The absorption curve, the outlook, and what the weekly page says of absorption."""

from dataclasses import replace
from datetime import time, timedelta
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import combinations

import pytest

from tracker.nutrition.absorption.coverage import Recorded, assess_recorded
from tracker.nutrition.absorption.estimate import Estimates, Evidence, estimate_days
from tracker.nutrition.absorption.model.body_stores import LOWEST_POOL_IN_HEALTH_MCG, course
from tracker.nutrition.absorption.model.oral import (
    HIGH,
    LIKELY,
    LOW,
    MEASURED_POINTS,
    NOTHING_ABSORBED,
    AbsorbedRange,
)
from tracker.nutrition.absorption.outlook import Outlook
from tracker.nutrition.absorption.verdict import Obstacle
from tracker.nutrition.diary.adherence import DoseState, DueDose
from tracker.nutrition.supplements.every import parse_every
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import CobalaminForm, Dose, Route
from tracker.reports.charts.absorption.curve import draw_curve
from tracker.reports.charts.absorption.outlook import draw_outlook
from tracker.reports.charts.style import house_style
from tracker.reports.charts.week.page import draw_week

LONG_NAME = "cyanocobalamin lozenge with a name that goes on and on and on and on " * 2


def texts_of(figure):
    return [text.get_text() for text in figure.texts]


def overlapping(figure):
    """Texts that lie on one another or off the page, as pairs."""
    renderer = figure.canvas.get_renderer()
    with house_style():
        boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in figure.texts]
    page = figure.bbox
    for said, box in boxes:
        assert page.x0 <= box.x0 <= box.x1 <= page.x1, said
        assert page.y0 <= box.y0 <= box.y1 <= page.y1, said
    return [(a[0], b[0]) for a, b in combinations(boxes, 2) if _overlap(a[1], b[1])]


def _overlap(one, other):
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 0.5 and down > 0.5


def saved(sheet):
    target = BytesIO()
    sheet.save(target, "png")
    return target.getvalue()


def a_course(low, likely, high, years=10):
    return course(AbsorbedRange(low, likely, high), years)


@pytest.fixture
def estimated(weeks):
    """A week with its estimates, and a schedule that was not followed."""
    monday = weeks.days[0]
    dose = Dose(
        LONG_NAME, Fraction(1), "tablet", Decimal(10), CobalaminForm.CYANOCOBALAMIN, Route.ORAL
    )
    schedules = [
        Schedule(number, f"u{number}", dose, parse_every("day"), monday, None, time(8))
        for number in (1, 2)
    ]

    def build(period):
        days = estimate_days(Evidence(period)).days
        missed = [
            DueDose(one, monday + timedelta(number), DoseState.MISSED)
            for one in schedules
            for number in (0, 1, 3)
        ]
        return Estimates(days, tuple(missed))

    return build


def test_the_curve_shows_every_measured_point_and_its_sources():
    figure = draw_curve().figure
    drawn = [
        (float(x), float(y))
        for line in figure.axes[0].lines
        if (line.get_gid() or "").startswith("measured:")
        for x, y in zip(*line.get_data(), strict=True)
    ]
    assert sorted(drawn) == sorted((one.dose_mcg, one.absorbed_mcg) for one in MEASURED_POINTS)
    said = " ".join(texts_of(figure))
    for point in MEASURED_POINTS:
        assert point.source in said
    assert "An estimate" in said
    assert "Of 10 µg about 1.5 µg" in draw_curve().words


def test_the_likely_curve_lies_between_the_others():
    lines = {line.get_gid(): line.get_ydata() for line in draw_curve().figure.axes[0].lines}
    for low, likely, high in zip(lines["low"], lines["likely"], lines["high"], strict=True):
        assert low <= likely <= high


def test_the_key_of_the_curve_holds_the_figures_of_each_set():
    said = texts_of(draw_curve().figure)
    for one in (LOW, LIKELY, HIGH):
        percent = f"{float(Decimal(str(one.passive_share)) * 100):g}"
        figures = f"V {one.capacity_mcg:g} µg, f0 {one.slope:g}, p {percent} %"
        assert figures in said, one.name


def marks(axes, texts, place_of):
    """The figures under and left of axes, and where on its scales they stand."""
    left, bottom, _width, height = axes.get_position().bounds
    across, upward = {}, {}
    for text in texts:
        (x, y), words = text.get_position(), text.get_text()
        if words.replace(".", "").isdigit():
            if text.get_horizontalalignment() == "center" and 0 < bottom - y < 0.03:
                across[float(words)] = place_of(axes, text)[0]
            elif 0 < left - x < 0.02 and bottom - 0.01 < y < bottom + height:
                upward[float(words)] = place_of(axes, text, 2.5)[1]
    return across, upward


def test_every_mark_of_the_curve_and_of_the_outlook_stands_at_what_it_says(weeks, place_of):
    coverage = assess_recorded(Evidence(weeks.typical()), Recorded())
    outlook = Outlook(coverage, 10, a_course(6, 6.5, 13.5), a_course(0, 0, 0))
    for figure in (draw_curve().figure, draw_outlook(outlook).figure):
        for axes in figure.axes:
            for found in marks(axes, figure.texts, place_of):
                assert len(found) > 2
                for value, place in found.items():
                    assert place == pytest.approx(value, rel=0.001, abs=0.001)


def test_the_outlook_draws_the_course_as_it_is_now_and_with_nothing_absorbed(weeks):
    coverage = assess_recorded(Evidence(weeks.typical()), Recorded())
    courses = (a_course(6, 6.5, 13.5), course(NOTHING_ABSORBED, 10))
    figure = draw_outlook(Outlook(coverage, 10, *courses)).figure
    for axes, drawn in zip(figure.axes, courses, strict=True):
        likely = next(line for line in axes.lines if line.get_gid() == "likely")
        assert list(likely.get_xdata()) == [one.years for one in drawn.pool]
        mg = [one.likely_mcg / 1000 for one in drawn.pool]
        assert list(likely.get_ydata()) == pytest.approx(mg)
        (band,) = axes.collections
        heights = band.get_paths()[0].vertices[:, 1]
        assert heights.max() == pytest.approx(max(one.high_mcg for one in drawn.pool) / 1000)
        assert LOWEST_POOL_IN_HEALTH_MCG / 1000 in [line.get_ydata()[0] for line in axes.lines]


def test_no_text_of_the_curve_overlaps_another():
    assert overlapping(draw_curve().figure) == []


def test_the_curve_has_the_same_bytes_each_time():
    assert saved(draw_curve()) == saved(draw_curve())


@pytest.mark.parametrize(
    ("present", "years"),
    [
        (a_course(1.1, 1.5, 1.6), 10),
        (a_course(6, 6.5, 13.5, 40), 40),
        (a_course(0.05, 0.1, None, 1), 1),
        (a_course(100, 200, 400, 20), 20),
    ],
)
def test_the_outlook_prints_its_caveats_and_overlaps_nothing(weeks, present, years):
    coverage = assess_recorded(Evidence(weeks.typical()), Recorded())
    none = course(NOTHING_ABSORBED, years)
    figure = draw_outlook(Outlook(coverage, years, present, none)).figure
    said = " ".join(texts_of(figure))
    assert "never a date" in said
    assert "lowest seen in health" in said
    assert overlapping(figure) == []


def test_the_weekly_page_shows_the_estimate_of_each_day(weeks, estimated):
    period = weeks.week([weeks.take("10", day=0), weeks.take("10", day=1)])
    figure = draw_week(period, estimated(period)).figure
    said = texts_of(figure)
    assert said.count("1.5") == 2
    assert "absorbed, est." in said
    assert any("need 1.2 µg" in text for text in said)
    assert any("without a record counts as nothing" in text for text in said)


def test_no_text_of_a_weekly_page_with_estimates_overlaps(any_week, estimated):
    assert overlapping(draw_week(any_week, estimated(any_week)).figure) == []


def test_an_infants_page_shows_no_estimate(weeks, estimated):
    period = weeks.week([weeks.take("10", day=0)])
    estimates = estimated(period)
    infant = replace(
        estimates,
        days=tuple(replace(day, obstacle=Obstacle.INFANT) for day in estimates.days),
    )
    said = texts_of(draw_week(period, infant).figure)
    assert any(text.startswith("not assessed") for text in said)
    assert "1.5" not in said


def test_pages_with_estimates_keep_their_bytes(weeks, estimated):
    period = weeks.week([weeks.take("10", day=0)])
    assert saved(draw_week(period, estimated(period))) == saved(
        draw_week(period, estimated(period))
    )
