"""What is drawn is what SQL says: artists are read back and compared."""

from datetime import date, timedelta
from statistics import mean

import numpy as np
import pytest
from matplotlib.lines import Line2D

from tracker.language.days import Days
from tracker.nutrition.diary.trends import By
from tracker.nutrition.people.person import Phase
from tracker.reports.charts.trend.page import draw_trend, trend_of
from tracker.reports.charts.trend.statistics import summary_cells
from tracker.reports.diary.statistics import statistics_lines
from tracker.services.absorption.coverage import estimate_period
from tracker.services.diary.timelines import read_long_period
from tracker.services.opening import open_diary
from tracker.services.people.factors import FactorChanges, add_factor
from tracker.services.people.life_phases import add_life_phase
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.settings import Settings

LAST_DAY = date(2026, 11, 22)


def trend(scene, days, by=By.DAY):
    first_day = LAST_DAY - timedelta(days=days - 1)
    diary = open_diary(Settings(database=str(scene.path), person=scene.diary.person.name))
    period = read_long_period(diary, Days(first_day, LAST_DAY), lead_in=27)
    return trend_of(period, estimate_period(diary, period).days, first_day, by)


def artists(figure, gid):
    return [
        artist for axes in figure.axes for artist in axes.get_children() if artist.get_gid() == gid
    ]


def line(figure, gid):
    (found,) = artists(figure, gid)
    return found.get_xdata(), found.get_ydata()


def words(figure):
    return [text.get_text() for text in figure.texts]


@pytest.mark.parametrize("supplements", [False, True])
def test_every_known_day_is_one_point_at_its_amount(scene, supplements):
    scene.fill(90, supplements)
    figure = draw_trend(trend(scene, 90)).figure
    drawn = {}
    for kind in ("food", "supplement"):
        for part in ("", ":at least"):
            places, amounts = line(figure, f"days:{kind}{part}")
            drawn |= dict(zip(places, amounts, strict=True))
    expected = {day.toordinal(): mcg for day, mcg in scene.amounts().items() if mcg is not None}
    assert drawn == pytest.approx(expected)
    assert 0.0 in drawn.values()


def test_days_with_a_supplement_or_of_partly_unknown_content_are_told_apart(scene):
    scene.log(LAST_DAY, 1000, "supplement")
    scene.log(LAST_DAY - timedelta(days=1), 1)
    scene.log(LAST_DAY - timedelta(days=2), 1)
    scene.log(LAST_DAY - timedelta(days=2), None)
    scene.log(LAST_DAY - timedelta(days=3), None)
    figure = draw_trend(trend(scene, 5)).figure
    last = LAST_DAY.toordinal()
    for gid, place in (
        ("days:supplement", last),
        ("days:food", last - 1),
        ("days:food:at least", last - 2),
        ("days:not known", last - 3),
    ):
        assert list(line(figure, gid)[0]) == [place], gid


@pytest.mark.parametrize("window", [7, 28])
def test_the_means_are_those_of_the_recorded_days_before(scene, window):
    scene.fill(120, supplements=True)
    places, drawn = line(draw_trend(trend(scene, 60)).figure, f"mean of {window} days")
    amounts = {day.toordinal(): mcg for day, mcg in scene.amounts().items()}
    for place, mcg in zip(places, drawn, strict=True):
        inside = [amounts[one] for one in amounts if 0 <= place - one < window]
        if any(one is not None for one in inside):
            assert mcg == pytest.approx(mean(one or 0.0 for one in inside))
        else:
            assert np.isnan(mcg)


def test_the_target_follows_birthday_pregnancy_and_lactation(scene):
    diary = scene.diary
    set_profile(diary, None, ProfileChanges(born=date(2008, 11, 1)))
    add_life_phase(diary, Phase.PREGNANCY, date(2026, 9, 10), date(2026, 10, 5))
    diary = open_diary(Settings(database=str(scene.path), person="Robin"))
    add_life_phase(diary, Phase.LACTATION, date(2026, 10, 20), None)
    found = trend(scene, 90)
    (steps,) = artists(draw_trend(found).figure, "target")
    values, edges, _ = steps.get_data()
    drawn = np.repeat(values, np.diff(edges).astype(int))
    assert list(drawn) == scene.targets(found.period.first_day, LAST_DAY)
    assert set(drawn) == {2.4, 2.6, 2.8}


def test_the_target_of_an_infant_rises_on_the_day_it_turns_six_months(scene):
    set_profile(scene.diary, None, ProfileChanges(born=date(2026, 5, 15)))
    found = trend(scene, 30)
    (steps,) = artists(draw_trend(found).figure, "target")
    assert list(steps.get_data().values) == [0.4, 0.5]
    assert steps.get_data().edges[1] == date(2026, 11, 15).toordinal() - 0.5
    assert any("infants" in text for text in words(draw_trend(found).figure))


def test_life_stages_are_shaded_and_named(scene):
    add_life_phase(scene.diary, Phase.PREGNANCY, date(2026, 9, 10), None)
    figure = draw_trend(trend(scene, 90)).figure
    (band, _) = artists(figure, "stage:pregnancy")
    assert band.get_x() == date(2026, 9, 10).toordinal() - 0.5
    assert "pregnancy" in words(figure)


def test_days_without_a_record_are_visible_gaps(scene):
    scene.fill(90)
    figure = draw_trend(trend(scene, 90)).figure
    shaded = set()
    for path in artists(figure, "no record")[0].get_paths():
        start, end = path.vertices[:, 0].min(), path.vertices[:, 0].max()
        shaded |= set(range(int(start + 0.5), int(end + 0.5)))
    recorded = {day.toordinal() for day in scene.amounts()}
    window = range(LAST_DAY.toordinal() - 89, LAST_DAY.toordinal() + 1)
    assert shaded == set(window) - recorded


def test_bars_of_weeks_are_their_means_and_as_wide_as_their_days(scene):
    scene.fill(60)
    found = trend(scene, 60, By.WEEK)
    figure = draw_trend(found).figure
    for bucket in found.buckets:
        if bucket.mean_mcg is not None:
            (bar,) = artists(figure, f"mean:{bucket.first_day}")
            assert list(bar.get_ydata()) == pytest.approx([bucket.mean_mcg] * 2)
            start, end = bar.get_xdata()
            days = (bucket.first_day.toordinal(), bucket.last_day.toordinal())
            assert (round(start), round(end)) == days


def sign(figure, name):
    """Marker and fill of what stands left of a name in a legend."""
    (x, y) = next(text.get_position() for text in figure.texts if text.get_text() == name)
    lines = [one for one in figure.artists if isinstance(one, Line2D)]
    lines = [one for one in lines if abs(one.get_ydata()[0] - y) < 0.01]
    nearest = max((line for line in lines if line.get_xdata()[0] < x), key=_start)
    return nearest.get_marker(), nearest.get_markerfacecolor()


def _start(line):
    return line.get_xdata()[0]


def test_days_look_as_the_legend_says(scene):
    scene.log(LAST_DAY, 1000, "supplement")
    scene.log(LAST_DAY - timedelta(days=1), 1)
    scene.log(LAST_DAY - timedelta(days=2), 1)
    scene.log(LAST_DAY - timedelta(days=2), None)
    figure = draw_trend(trend(scene, 5)).figure
    looks = {}
    for name, gid in (
        ("with a supplement", "days:supplement"),
        ("food alone", "days:food"),
        ("at least", "days:food:at least"),
    ):
        (days,) = artists(figure, gid)
        looks[name] = (days.get_marker(), days.get_markerfacecolor())
        assert sign(figure, name) == looks[name]
    assert len(set(looks.values())) == 3


@pytest.mark.parametrize("largest", [3, 1000])
@pytest.mark.parametrize("days", [10, 90, 700])
def test_every_mark_of_an_axis_stands_at_what_it_says(scene, days, largest, place_of):
    scene.log(LAST_DAY, largest, "supplement")
    figure = draw_trend(trend(scene, days)).figure
    for axes in figure.axes:
        left, bottom, _width, height = axes.get_position().bounds
        scale = [
            text
            for text in figure.texts
            if text.get_horizontalalignment() == "right"
            and text.get_position()[0] < left
            and bottom - 0.01 < text.get_position()[1] < bottom + height + 0.01
        ]
        amounts = [float(text.get_text()) for text in scale]
        assert len(amounts) > 2
        for mcg, text in zip(amounts, scale, strict=True):
            assert place_of(axes, text, 2.5)[1] == pytest.approx(mcg, abs=0.001 * (1 + mcg))
    is_wide = largest == 1000
    assert any("logarithmic" in text and "Intake" not in text for text in words(figure)) == is_wide
    assert [axes.get_yscale() for axes in figure.axes] == ["symlog" if is_wide else "linear"] * 2
    lowest = figure.axes[1].get_position().y0
    found = {}
    for text in figure.texts:
        if (
            text.get_horizontalalignment() == "center"
            and 0 < lowest - text.get_position()[1] < 0.03
        ):
            found[place_of(figure.axes[0], text)[0]] = text.get_text()
    named = {place: label for place, label in found.items() if not label.isdigit()}
    assert len(named) > 3
    for place, label in named.items():
        day = date.fromordinal(round(place))
        assert place == pytest.approx(round(place), abs=0.01)
        assert label == (f"{day.day} {day:%b}" if " " in label else f"{day:%b}")
        assert " " in label or day.day == 1


def test_the_estimates_and_their_band_are_those_of_the_seven_days(scene):
    for back in range(60):
        scene.log(LAST_DAY - timedelta(days=back), (back * 7) % 11 + 1, "supplement")
    first_day = LAST_DAY - timedelta(days=13)
    period = read_long_period(scene.diary, Days(first_day, LAST_DAY), lead_in=27)
    estimates = estimate_period(scene.diary, period).days
    figure = draw_trend(trend_of(period, estimates, first_day, By.DAY)).figure

    def means(end):
        ends = [getattr(one.absorbed, end) for one in estimates]
        return [mean(ends[place - 6 : place + 1]) for place in range(len(ends) - 14, len(ends))]

    assert list(line(figure, "likely")[1]) == [one.absorbed.likely for one in estimates[-14:]]
    assert list(line(figure, "likely mean")[1]) == pytest.approx(means("likely"))
    (band,) = artists(figure, "low to high")
    (path,) = band.get_paths()
    ends = {}
    for place, mcg in path.vertices:
        ends.setdefault(round(place), []).append(mcg)
    drawn = [(min(ends[place]), max(ends[place])) for place in sorted(ends)]
    assert [low for low, _ in drawn] == pytest.approx(means("low"))
    assert [high for _, high in drawn] == pytest.approx(means("high"))


@pytest.mark.parametrize(("stew", "least"), [([], ""), ([None], "≥ ")])
def test_the_figures_in_a_row_are_those_of_the_days_and_of_the_weeks(scene, stew, least):
    """What is not known can only add: with it a figure is the least that can be."""
    for back, mcgs in ((6, [0]), (5, [0]), (4, [9, *stew]), (13, [1]), (12, [1])):
        for mcg in mcgs:
            scene.log(LAST_DAY - timedelta(days=back), mcg)
    cells = {cell.label: cell for cell in summary_cells(trend(scene, 14).statistics)}
    figures = {label: (cell.figure, cell.remarks[0]) for label, cell in cells.items()}
    expected = {
        "mean a day": (f"{least}2.2 µg", f"{least}92 % of the target"),
        "median": (f"{least}1 µg", "of recorded days"),
        "days at target": (f"{least}1 of 5", f"{least}20 %, at or above"),
        "weeks at target": (f"{least}1 of 2", f"{least}50 %, at or above"),
    }
    assert expected.items() <= figures.items()
    assert cells["days recorded"].figure == "5 of 14"


def test_the_estimate_is_drawn_against_half_of_the_target(scene):
    scene.log(LAST_DAY, 2.4, "supplement")
    figure = draw_trend(trend(scene, 3)).figure
    _places, likely = line(figure, "likely")
    assert np.isnan(likely[:2]).all()
    assert likely[2] == pytest.approx(1.0226, abs=1e-4)
    assert list(artists(figure, "need")[0].get_data().values) == [pytest.approx(1.2)]


def test_nothing_is_estimated_with_a_condition_that_can_impair_absorption(scene):
    scene.log(LAST_DAY, 2.4, "supplement")
    add_factor(scene.diary, "coeliac", FactorChanges())
    figure = draw_trend(trend(scene, 3)).figure
    assert not artists(figure, "likely")
    assert any("impair absorption" in text for text in words(figure))


def test_0_3_and_2000_micrograms_are_both_apart_from_zero_on_one_scale(scene):
    scene.log(LAST_DAY, 2000, "supplement")
    scene.log(LAST_DAY - timedelta(days=1), 0.3)
    figure = draw_trend(trend(scene, 7)).figure
    panel = figure.axes[0]
    low, high = panel.get_ylim()
    bottom, small, huge, top = panel.transScale.transform([(0, y) for y in (low, 0.3, 2000, high)])[
        :, 1
    ]
    assert 0.04 < (small - bottom) / (top - bottom) < (huge - bottom) / (top - bottom) < 1


@pytest.mark.parametrize("days", [1, 7, 90, 1800])
@pytest.mark.parametrize("supplements", [False, True])
def test_any_length_draws_twice_the_same_bytes(scene, days, supplements, tmp_path):
    scene.fill(days, supplements)
    found = trend(scene, days)
    files = []
    for number in range(2):
        path = tmp_path / f"{number}.png"
        draw_trend(found).save(path, "png")
        files.append(path.read_bytes())
    assert files[0] == files[1]


def test_an_empty_diary_says_so(scene):
    found = trend(scene, 90)
    assert "0 of 90" in words(draw_trend(found).figure)
    assert {cell.figure for cell in summary_cells(found.statistics)} >= {"–", "0 of 90"}


def test_nothing_is_called_a_deficiency(scene):
    scene.fill(60)
    for text in words(draw_trend(trend(scene, 60)).figure):
        assert "deficien" not in text.lower()
        assert not text.endswith("…")


@pytest.mark.parametrize(
    ("days", "figure", "remark"),
    [(1, "1 of 1", "every day"), (2, "1 of 2", "the rest is unknown")],
)
def test_only_where_a_day_has_no_record_a_rest_is_called_unknown(scene, days, figure, remark):
    scene.fill(1)
    cells = {cell.label: cell for cell in summary_cells(trend(scene, days).statistics)}
    recorded = cells["days recorded"]
    assert (recorded.figure, recorded.remarks) == (figure, (remark,))


def test_all_days_at_the_target_cannot_be_more_whatever_is_not_known(scene):
    for back in range(2):
        scene.log(LAST_DAY - timedelta(days=back), 3)
        scene.log(LAST_DAY - timedelta(days=back), None)
    found = trend(scene, 2).statistics
    cells = {cell.label: (cell.figure, *cell.remarks) for cell in summary_cells(found)}
    assert cells["days at target"] == ("2 of 2", "100 %, at or above")
    assert cells["mean a day"][0] == "≥ 3 µg"
    said = statistics_lines(found)
    assert "days         2 of 2 at or above the target (100 %)" in said
    assert "mean         at least 3 µg a recorded day · 125 % of target" in said


@pytest.mark.parametrize(("days", "is_before"), [(28, True), (365, False)])
def test_points_of_some_weeks_lie_before_the_lines_of_means_and_those_of_a_year_behind(
    scene, days, is_before
):
    scene.fill(days, supplements=True)
    figure = draw_trend(trend(scene, days)).figure
    (points,), (mean_line,) = artists(figure, "days:supplement"), artists(figure, "mean of 28 days")
    assert (points.get_zorder() > mean_line.get_zorder()) == is_before
