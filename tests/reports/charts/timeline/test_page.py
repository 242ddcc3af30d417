import itertools
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest

from tracker.nutrition.health.blood_tests import Bound
from tracker.nutrition.health.markers import FACTS, Marker
from tracker.nutrition.health.symptoms import VOCABULARY, parse_symptom
from tracker.reports.charts.timeline.page import draw_timeline, timeline_figure
from tracker.services.absorption.coverage import estimate_period
from tracker.services.diary.timelines import read_timeline
from tracker.services.health.blood_tests import LabChanges, add_lab_result
from tracker.services.health.symptoms import SymptomChanges, add_symptom

LAST_DAY = date(2026, 11, 22)
FIRST_DAY = LAST_DAY - timedelta(days=179)


def draw(scene, first_day=FIRST_DAY, recovery_from=None):
    timeline = read_timeline(scene.diary, first_day, LAST_DAY, lead_in=27)
    estimates = estimate_period(scene.diary, timeline.with_lead_in).days
    return draw_timeline(timeline_figure(timeline, estimates, recovery_from))


def artists(figure, start):
    return {
        artist.get_gid(): artist
        for axes in figure.axes
        for artist in axes.get_children()
        if (artist.get_gid() or "").startswith(start)
    }


def words(figure):
    return [text.get_text() for text in figure.texts]


def test_results_stand_at_their_day_and_figure_beside_the_cut_offs(scene):
    day = date(2026, 10, 1)
    add_lab_result(scene.diary, Marker.TOTAL_B12, Decimal(180), "pg/mL", LabChanges(day=day))
    figure = draw(scene).figure
    points = artists(figure, "results:b12")["results:b12"]
    assert (list(points.get_xdata()), list(points.get_ydata())) == ([day.toordinal()], [180.0])
    lines = {line.get_ydata()[0] for line in artists(figure, "cut-off:").values()}
    assert lines == {180.0, 200.0, 350.0}
    assert {"article 200", "NICE NG239 180", "NICE NG239 350"} <= set(words(figure))


def test_results_in_different_units_share_the_standard_one(scene):
    for month, value, unit in ((9, 200, "pg/mL"), (10, 300, "pmol/L")):
        changes = LabChanges(day=date(2026, month, 1))
        add_lab_result(scene.diary, Marker.TOTAL_B12, Decimal(value), unit, changes)
    drawn = artists(draw(scene).figure, "results:b12")["results:b12"].get_ydata()
    assert list(drawn) == pytest.approx([147.559, 300], abs=0.001)


@pytest.mark.parametrize(
    ("results", "unit", "lines", "figures"),
    [
        (
            [(9, "150", "pmol/L")],
            "pmol/L",
            {"article 147.6": 147.559, "NICE NG239 132.8": 132.803, "NICE NG239 258.2": 258.228},
            ["150"],
        ),
        (
            [(9, "200", "pg/mL"), (10, "300", "pmol/L")],
            "pmol/L",
            {"article 147.6": 147.559, "NICE NG239 132.8": 132.803, "NICE NG239 258.2": 258.228},
            ["147.6", "300"],
        ),
        (
            [(9, "100.5", "ng/L")],
            "ng/L",
            {"article 200": 200, "NICE NG239 180": 180, "NICE NG239 350": 350},
            ["100.5"],
        ),
    ],
)
def test_cut_offs_and_figures_stand_in_the_unit_that_is_named_and_inside_the_panel(
    scene, results, unit, lines, figures
):
    for month, value, printed in results:
        changes = LabChanges(day=date(2026, month, 1))
        add_lab_result(scene.diary, Marker.TOTAL_B12, Decimal(value), printed, changes)
    figure = draw(scene).figure
    drawn = artists(figure, "cut-off:")
    assert {gid[8:]: line.get_ydata()[0] for gid, line in drawn.items()} == pytest.approx(
        lines, abs=0.001
    )
    (axes,) = {line.axes for line in drawn.values()}
    points = artists(figure, "results:b12")["results:b12"].get_ydata()
    assert axes.get_ylim()[0] == 0
    assert max(*points, *lines.values()) < axes.get_ylim()[1]
    written = words(figure)
    assert written[written.index("Total B12") + 1] == unit
    assert set(figures) <= set(written)


def test_of_many_results_the_latest_have_their_figures(scene):
    for number in range(12):
        changes = LabChanges(day=FIRST_DAY + timedelta(days=15 * number))
        add_lab_result(scene.diary, Marker.MMA, Decimal(700 + number), "nmol/L", changes)
    assert [one for one in words(draw(scene).figure) if one.startswith("7")] == [
        str(702 + number) for number in range(10)
    ]


def test_a_bound_has_a_sign_of_its_own(scene):
    changes = LabChanges(day=date(2026, 10, 1), bound=Bound.MORE)
    add_lab_result(scene.diary, Marker.ACTIVE_B12, Decimal(128), "pmol/L", changes)
    figure = draw(scene).figure
    assert list(artists(figure, "results:holotc>")["results:holotc>"].get_ydata()) == [128.0]
    assert ">128" in words(figure)


def test_symptoms_show_their_severity_over_time(scene):
    for month, severity in ((7, 4), (9, 2), (11, 0)):
        changes = SymptomChanges(day=date(2026, month, 1))
        add_symptom(scene.diary, parse_symptom("fatigue"), severity, changes)
    line = artists(draw(scene).figure, "symptom:")["symptom:fatigue"]
    assert list(line.get_ydata()) == pytest.approx([0.8, 0.4, 0.0])
    assert line.get_xdata()[0] == date(2026, 7, 1).toordinal()


def test_each_row_stands_beside_its_own_name(scene, place_of):
    for name, severity in (("fatigue", 4), ("depression", 1), ("memory", 2)):
        add_symptom(scene.diary, parse_symptom(name), severity, SymptomChanges(day=LAST_DAY))
    for back, name in enumerate(("veg1", "drops", "spray")):
        scene.log(LAST_DAY - timedelta(days=back), 10, "supplement", name)
    figure = draw(scene).figure
    texts = {text.get_text(): text for text in figure.texts}
    symptoms = artists(figure, "symptom:")
    assert len(symptoms) == 3
    for gid, points in symptoms.items():
        (height,) = points.get_ydata()
        at = place_of(points.axes, texts[gid.removeprefix("symptom:")])[1]
        assert int(at) == int(height)
    strokes = artists(figure, "taken:")
    assert {
        gid: [int(x) for ((x, _), _) in lines.get_segments()] for gid, lines in strokes.items()
    } == {
        f"taken:{name}": [LAST_DAY.toordinal() - back]
        for back, name in enumerate(("veg1", "drops", "spray"))
    }
    for gid, lines in strokes.items():
        ((_, start), (_, end)) = lines.get_segments()[0]
        assert start < place_of(lines.axes, texts[gid.removeprefix("taken:")])[1] < end


def test_of_many_supplements_the_rarest_share_a_row_and_none_is_lost(scene):
    for number in range(8):
        for back in range(8 - number):
            day = LAST_DAY - timedelta(days=10 * number + back)
            scene.log(day, 10, "supplement", f"brand {number}")
    strokes = artists(draw(scene).figure, "taken:")
    days = {gid: len(lines.get_segments()) for gid, lines in strokes.items()}
    assert days == {f"taken:brand {n}": 8 - n for n in range(5)} | {"taken:3 others": 3 + 2 + 1}


def test_of_many_notes_the_latest_are_written(scene):
    for number in range(10):
        changes = LabChanges(day=LAST_DAY - timedelta(days=9 - number), note=f"note {number}")
        add_lab_result(scene.diary, Marker.MMA, Decimal(300), "nmol/L", changes)
    written = words(draw(scene).figure)
    assert "The latest 8 of 10 notes" in written
    assert [one for one in written if one.startswith("MMA: note")] == [
        f"MMA: note {number}" for number in range(2, 10)
    ]


def test_supplements_have_a_stroke_for_each_day_on_which_they_were_taken(scene):
    scene.fill(60, supplements=True)
    strokes = artists(draw(scene).figure, "taken:")["taken:cyanocobalamin"].get_segments()
    days = scene.sql("SELECT DISTINCT day FROM intake WHERE kind = 'supplement' ORDER BY day")
    assert [segment[0][0] for segment in strokes] == [
        date.fromisoformat(day).toordinal() for (day,) in days
    ]


def test_intake_and_target_are_those_of_sql(scene):
    scene.fill(180)
    figure = draw(scene).figure
    drawn = {}
    for line in artists(figure, "days:").values():
        drawn |= dict(zip(line.get_xdata(), line.get_ydata(), strict=True))
    expected = {day.toordinal(): mcg or 0.0 for day, mcg in scene.amounts().items()}
    assert drawn == pytest.approx(expected)
    values, edges, _ = artists(figure, "target")["target"].get_data()
    steps = np.repeat(values, np.diff(edges).astype(int))
    assert list(steps) == scene.targets(FIRST_DAY, LAST_DAY)


def test_the_guide_to_recovery_is_drawn_only_when_it_is_asked_for(scene):
    scene.fill(30)
    assert not artists(draw(scene).figure, "recovery:")
    figure = draw(scene, FIRST_DAY - timedelta(days=60), date(2026, 4, 10)).figure
    assert set(artists(figure, "recovery:")) == {"recovery:2026-04-10", "recovery:2026-10-10"}
    assert any("no forecast" in text for text in words(figure))


def test_notes_are_listed_with_their_numbers(scene):
    changes = LabChanges(day=date(2026, 10, 1), note="fasting")
    add_lab_result(scene.diary, Marker.MMA, Decimal("0.3"), "µmol/L", changes)
    written = words(draw(scene).figure)
    assert "Notes" in written
    assert "MMA: fasting" in written


@pytest.mark.parametrize("days", [1, 7, 90, 1800])
def test_everything_at_once_stays_on_the_page_and_gives_the_same_bytes(scene, days, tmp_path):
    scene.fill(days, supplements=True)
    for number, symptom in enumerate(VOCABULARY):
        add_symptom(scene.diary, symptom, number % 5, SymptomChanges(note="a long remark " * 60))
    for marker, facts in FACTS.items():
        add_lab_result(scene.diary, marker, Decimal(40), facts.standard_unit, LabChanges())
    first_day = LAST_DAY - timedelta(days=days - 1)
    figure = draw(scene, first_day).figure
    panels = [axes.get_position() for axes in figure.axes]
    assert all(box.height > 0 and box.y0 > 0 and box.y1 < 1 for box in panels)
    assert all(upper.y0 >= lower.y1 for upper, lower in itertools.pairwise(panels))
    paths = [tmp_path / f"{number}.png" for number in range(2)]
    for path in paths:
        draw(scene, first_day).save(path, "png")
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_an_empty_diary_draws_and_concludes_nothing(scene):
    written = " ".join(words(draw(scene).figure))
    assert "unknown, not zero" in written
    assert "deficien" not in written


@pytest.mark.parametrize("others", [("180",), ("299",), ("297", "180")])
@pytest.mark.parametrize("day", [date(2026, 10, 1), LAST_DAY])
def test_each_of_several_results_of_one_day_has_its_figure_and_none_covers_another(
    scene, others, day
):
    figures = ["300", *others]
    for value in figures:
        changes = LabChanges(day=day)
        add_lab_result(scene.diary, Marker.TOTAL_B12, Decimal(value), "pmol/L", changes)
    figure = draw(scene).figure
    assert set(figures) <= set(words(figure))
    texts = [text for text in figure.texts if text.get_text() in figures]
    boxes = [text.get_window_extent() for text in texts]
    assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))


def test_the_foot_speaks_of_hollow_points_only_where_it_means_the_intake(scene):
    scene.fill(180, supplements=True)
    written = words(draw(scene).figure)
    assert not [line for line in written if line.endswith("…")]
    foot = " ".join(written)
    assert "Intake: filled points are days with a supplement, hollow ones food alone" in foot
    assert "a point for each day" in foot


def test_hatched_days_are_explained_only_where_there_are_any(scene):
    scene.fill(180)
    recorded = draw(scene, LAST_DAY).figure
    assert not any("Hatched" in line for line in words(recorded))
    assert any("Hatched" in line for line in words(draw(scene, LAST_DAY - timedelta(400)).figure))


def test_the_foot_explains_a_triangle_only_where_there_is_one(scene):
    scene.log(LAST_DAY, 1)
    assert not any("Triangles" in line for line in words(draw(scene, LAST_DAY).figure))
    scene.log(LAST_DAY, None)
    assert any("Triangles" in line for line in words(draw(scene, LAST_DAY).figure))
