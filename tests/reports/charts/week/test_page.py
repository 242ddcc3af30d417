"""The weekly report: what is on the page, and that it can be read."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from tracker.reports.charts import fonts
from tracker.reports.charts.style import FILLS, house_style
from tracker.reports.charts.week.page import draw_week


def written(figure):
    return [text.get_text() for text in figure.texts]


def artists(figure, prefix):
    found = [one for one in figure.findobj() if (one.get_gid() or "").startswith(prefix)]
    return {one.get_gid(): one for one in found}


def boxes(figure):
    renderer = figure.canvas.get_renderer()
    with house_style():
        return [(text.get_text(), text.get_window_extent(renderer)) for text in figure.texts]


def overlap(one, other):
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 0.5 and down > 0.5


@pytest.fixture
def only_dejavu(monkeypatch):
    """A machine on which no font but that of matplotlib is installed."""
    fonts.drawable.cache_clear()
    monkeypatch.setattr(fonts, "_installed", lambda: frozenset({fonts.BASE_FAMILY}))
    yield
    fonts.drawable.cache_clear()


def test_no_text_overlaps_another_and_all_lie_on_the_page(any_page):
    figure = any_page.figure
    page = figure.bbox
    placed = boxes(figure)
    for words, box in placed:
        assert page.x0 <= box.x0 <= box.x1 <= page.x1, words
        assert page.y0 <= box.y0 <= box.y1 <= page.y1, words
    clashes = [(a[0], b[0]) for a, b in combinations(placed, 2) if overlap(a[1], b[1])]
    assert clashes == []


@pytest.mark.usefixtures("only_dejavu")
def test_no_text_overlaps_without_further_fonts(weeks):
    placed = boxes(draw_week(weeks.crowded()).figure)
    assert not [1 for a, b in combinations(placed, 2) if overlap(a[1], b[1])]


def test_a_page_is_drawn_without_a_warning_or_a_line_in_a_log(any_page):
    assert any_page.records == ()


@pytest.mark.usefixtures("only_dejavu")
def test_what_no_font_can_draw_is_marked_and_explained(weeks):
    figure = draw_week(weeks.week(name="王小明 🥚")).figure
    figure.canvas.draw()
    assert "▯▯▯ [egg]" in written(figure)
    assert any("no installed font can draw" in line for line in written(figure))


def test_a_dollar_sign_starts_no_formula(weeks):
    figure = draw_week(weeks.week([weeks.eat("1", name="$x^2$")], name="$a$")).figure
    assert {"$x^2$", "$a$"} <= set(written(figure))
    assert not any(text.get_parse_math() for text in figure.texts)


def test_bars_are_as_high_as_the_amounts(weeks):
    bars = artists(draw_week(weeks.typical()).figure, "bar:")
    heights = {gid: bar.get_height() for gid, bar in bars.items()}
    assert heights["bar:2026-11-16:fortified food"] == pytest.approx(2.2)
    assert heights["bar:2026-11-18:food-bound"] == pytest.approx(0.07)
    assert heights["bar:2026-11-18:fortified food"] == pytest.approx(0.6)
    assert heights["bar:2026-11-17:fortified food"] == pytest.approx(1.0)


def test_bars_stand_upon_one_another(weeks):
    bars = artists(draw_week(weeks.typical()).figure, "bar:2026-11-22")
    assert bars["bar:2026-11-22:food-bound"].get_y() == 0
    assert bars["bar:2026-11-22:supplements"].get_y() == pytest.approx(1.12)


def test_the_mean_is_a_bar_of_its_own(weeks):
    week = weeks.week([weeks.eat("1", 0), weeks.eat("2", 1), weeks.take("3", 1)])
    bars = artists(draw_week(week).figure, "bar:mean")
    assert bars["bar:mean:food-bound"].get_height() == pytest.approx(1.5)
    assert bars["bar:mean:supplements"].get_height() == pytest.approx(1.5)


def test_a_large_dose_is_cut_and_its_amount_stands_above(weeks):
    figure = draw_week(weeks.typical()).figure
    assert "break:2026-11-17" in artists(figure, "break:")
    assert "1001" in written(figure)
    assert any("zigzag" in line for line in written(figure))
    top = figure.axes[0].get_ylim()[1]
    assert top < 10, "days of 2 µg are not flattened"


def test_no_bar_is_cut_where_all_fit(weeks):
    figure = draw_week(weeks.week([weeks.take("10", day) for day in range(7)])).figure
    assert artists(figure, "break:") == {}
    assert not any("zigzag" in line for line in written(figure))


def test_a_day_without_a_record_is_a_slot_and_a_recorded_zero_says_so(weeks):
    figure = draw_week(weeks.typical()).figure
    assert list(artists(figure, "slot:")) == ["slot:2026-11-19"]
    assert artists(figure, "bar:2026-11-20") == {}
    assert {"no", "record", "no record", "0"} <= set(written(figure))


def test_only_a_day_without_a_record_is_hatched(weeks):
    figure = draw_week(weeks.week([weeks.eat(None, 0), weeks.eat("1", 1)])).figure
    hatched = {gid: bool(slot.get_hatch()) for gid, slot in artists(figure, "slot:").items()}
    assert hatched.pop("slot:2026-11-16") is False, "something was recorded, of unknown content"
    assert list(hatched.values()) == [True] * 5


def test_the_stub_beyond_the_scale_is_made_of_what_reaches_there(weeks):
    figure = draw_week(weeks.typical()).figure
    cut = ["stub:2026-11-17:supplements", "stub:2026-11-22:supplements", "stub:mean:supplements"]
    assert list(artists(figure, "stub:")) == cut
    liver = draw_week(weeks.week([weeks.eat("70.58")])).figure
    assert set(artists(liver, "stub:")) == {"stub:2026-11-16:food-bound", "stub:mean:food-bound"}


def test_unknown_contents_are_explained_only_where_a_figure_is_at_least(weeks):
    said = "≥: some of what was recorded is of unknown content and is not counted."
    assert said in written(draw_week(weeks.typical()).figure)
    assert said not in written(draw_week(weeks.week([weeks.eat(None), weeks.eat("1", 1)])).figure)


def test_the_table_holds_what_the_days_hold_and_their_mean(weeks, beside):
    week = weeks.week(
        [
            weeks.eat("1.5", 0, fortified="0.5", low="1", high="2"),
            weeks.take("3", 0),
            weeks.eat(None, 0, name="stew"),
            weeks.eat("0.5", 1),
            weeks.eat(None, 2),
            weeks.eat("0", 3),
            weeks.eat(None, 3),
        ]
    )
    figure = draw_week(week).figure
    expected = {
        "Mon 16 Nov": ["≥ 4.50", "at least 4.00", "2.4", "≥ 188 %", "1.00", "0.50", "3.00"],
        "Tue 17 Nov": ["0.50", "0.50", "2.4", "21 %", "0.50", "0", "0"],
        "Wed 18 Nov": ["not known", "–", "2.4", "–", "–", "–", "–"],
        "Thu 19 Nov": ["≥ 0", "at least 0", "2.4", "≥ 0 %", "0", "0", "0"],
        "Mean": ["≥ 1.25", "at least 1.13", "2.4", "≥ 52 %", "0.38", "0.13", "0.75"],
    }
    assert {name: beside(figure, name)[:-1] for name in expected} == expected
    assert [beside(figure, name)[-1] for name in expected] == [
        "1 of 3",
        "–",
        "1 of 1",
        "1 of 2",
        "3",
    ]
    assert beside(figure, "Fri 20 Nov") == ["no record"]


def test_the_days_that_are_recorded_and_those_that_are_not_are_counted(weeks):
    lines = written(draw_week(weeks.week([weeks.eat("1", 0), weeks.eat(None, 3)])).figure)
    assert "over 2 recorded days" in lines
    at = lines.index("days recorded")
    assert lines[at + 1 : at + 3] == ["2 of 7", "5 without a record:"]


def test_unknown_contents_are_marked(weeks):
    figure = draw_week(weeks.typical()).figure
    assert written(figure).count("≥ 2.10") == 2, "above the bar and in the table"
    assert "1 of 2" in written(figure)
    assert "at least 0.80" in written(figure)


def test_the_target_line_has_the_targets_of_the_days(weeks):
    targets = [weeks.infant] * 3 + [None] + [weeks.pregnant] * 3
    figure = draw_week(weeks.week([weeks.eat("1")], targets)).figure
    line = artists(figure, "target")["target"].get_data()
    np.testing.assert_allclose(line.values, [0.4] * 3 + [np.nan] + [2.6] * 3)
    assert list(line.edges) == [-0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5]


def test_the_label_of_a_target_that_turns_is_its_lowest_and_highest(weeks):
    targets = [weeks.pregnant] * 3 + [weeks.infant] * 4
    assert "0.4–2.6 µg" in written(draw_week(weeks.week([weeks.eat("1")], targets)).figure)


def test_each_target_of_the_week_is_named(weeks):
    targets = [weeks.adult] * 3 + [weeks.pregnant] * 4
    sheet = draw_week(weeks.week([weeks.eat("1")], targets))
    figure = sheet.figure
    assert "Target from Monday 16 November: 2.4 µg" in sheet.words
    assert "Target from Thursday 19 November: 2.6 µg" in sheet.words
    assert (
        "Target from 16 Nov 2026: 2.4 µg a day, RDA for 19-30 years (IOM 1998, US and Canada)"
        in written(figure)
    )
    assert (
        "Target from 19 Nov 2026: 2.6 µg a day, RDA for pregnancy (IOM 1998, US and Canada)"
        in written(figure)
    )
    assert "A remark on the row." in written(figure)


def test_an_infant_has_an_adequate_intake(weeks):
    figure = draw_week(weeks.week([weeks.eat("0.1")], [weeks.infant] * 7)).figure
    assert any("adequate intake (AI)" in line for line in written(figure))


def test_nobody_is_called_deficient(any_page):
    for line in written(any_page.figure):
        assert "inadequate" not in line.lower()
        assert "deficien" not in line.lower()


def test_food_alone_is_told_beside_a_mean_that_a_supplement_lifts(weeks):
    lines = written(draw_week(weeks.typical()).figure)
    at = lines.index("from food alone")
    assert lines[at + 1 : at + 4] == ["≥ 1.18 µg", "≥ 49 % of the target", "supplements left out"]


def test_food_is_told_exactly_where_only_what_a_supplement_held_is_not_known(weeks):
    secret = replace(weeks.take("1", 0), content=None)
    lines = written(draw_week(weeks.week([weeks.eat("1.2", 0), secret])).figure)
    at = lines.index("mean a day")
    assert lines[at + 1] == "≥ 1.2 µg"
    at = lines.index("from food alone")
    assert lines[at + 1 : at + 3] == ["1.2 µg", "50 % of the target"]


def test_what_is_below_the_target_never_reads_as_all_of_it(weeks):
    lines = written(draw_week(weeks.week([weeks.eat("2.396")])).figure)
    assert lines.count("99 %") == 3, "over the chart, in the row of the day and in that of the mean"
    assert "below the target" in lines


def test_the_description_tells_at_least_and_what_food_alone_brings(weeks):
    said = draw_week(weeks.typical()).words
    assert "Saturday 21 November: at least 2.1 µg, 88 % of the target." in said
    assert "Mean over 6 recorded days: at least 172 µg a day, 7167 % of the target" in said
    assert "; from food alone at least 1.18 µg, 49 % of the target." in said
    known = draw_week(weeks.week([weeks.eat("1"), weeks.take("3"), weeks.take("1")])).words
    assert "Mean over 1 recorded day: 5 µg a day, 208 % of the target" in known
    assert "; from food alone 1 µg, 42 % of the target." in known


def test_an_empty_week_says_so(weeks):
    lines = written(draw_week(weeks.week()).figure)
    assert "No record this week" in lines
    assert lines.count("no record") == 7
    assert "A day without a record is unknown, not zero." in lines


def test_the_five_largest_contributions_and_the_rest(weeks, beside):
    eaten = [weeks.eat(str(number), name=f"food {number}") for number in range(1, 8)]
    eaten.append(weeks.eat("0.5", 1, name="food 1"))
    figure = draw_week(weeks.week(eaten)).figure
    assert [line for line in written(figure) if line.startswith("food ")] == [
        f"food {number}" for number in (7, 6, 5, 4, 3)
    ]
    assert beside(figure, "food 7")[:3] == ["1 ×", "7.00", "25 %"]
    assert beside(figure, "2 others")[:3] == ["3 ×", "3.50", "12 %"]


def test_supplements_say_when_they_were_taken(weeks):
    taken = [weeks.take("25", day) for day in (0, 1, 2, 4)]
    lines = written(draw_week(weeks.week(taken)).figure)
    assert "1 tablet · Mon–Wed, Fri 08:00" in lines
    assert "4 × 25 µg" in lines


def test_six_days_are_not_every_day_and_what_has_no_time_comes_last(weeks):
    untimed = [weeks.take("25", day, at=None) for day in range(6)]
    timed = [weeks.take("25", day) for day in range(7)]
    lines = written(draw_week(weeks.week(untimed + timed)).figure)
    assert "1 tablet · every day 08:00 · Mon–Sat" in lines


def test_many_supplements_are_counted(weeks):
    taken = [weeks.take("25", 0, name=f"brand {number}") for number in range(9)]
    assert "+ 6 more (6 intakes)" in written(draw_week(weeks.week(taken)).figure)


def test_fills_differ_in_grey():
    greys = sorted(np.dot(to_rgb(fill.face), (0.299, 0.587, 0.114)) for fill in FILLS)
    assert min(np.diff(greys)) > 0.12
    assert len({fill.hatch for fill in FILLS}) == len(FILLS)


def test_the_page_is_a4_portrait(weeks):
    size = draw_week(weeks.week()).figure.get_size_inches()
    assert size == pytest.approx((8.264, 11.694), abs=0.01)
