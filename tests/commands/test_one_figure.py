"""Every page says the same of what one person absorbed on one day."""

import pytest

DAYS = ["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"]
"""Thursday to Sunday; nothing is recorded on Saturday."""

PEOPLE = {
    "nothing in the profile": ("1990-05-17",),
    "over 50": ("1954-03-01",),
    "an infant": ("2026-05-01",),
    "an acid blocker for years": ("1990-05-17", "ppi", "2015-01-01"),
    "an acid blocker, for two years on Friday": ("1954-03-01", "ppi", "2024-11-20"),
    "pernicious anaemia from Friday on": ("1990-05-17", "pernicious-anaemia", "2026-11-20"),
}

OF_WHOM_FIGURES_ARE_SHOWN = pytest.mark.parametrize(
    "recorded", [one for one in PEOPLE if one != "an infant"], indirect=True
)


@pytest.fixture(params=PEOPLE)
def recorded(b12, request):
    """Two meals and two tablets a day, one of them shortly before midnight and one after."""
    born, *factor = PEOPLE[request.param]
    b12("profile", "set", "Ana", "--born", born)
    if factor:
        b12("profile", "factor", "add", factor[0], "--since", factor[1])
    for day in ["2026-11-18", DAYS[0], DAYS[1], DAYS[3]]:
        b12("eat", "stew", "--mcg", "0.8", "--on", day, "--at", "08:00")
        b12("eat", "stew", "--mcg", "1.2", "--on", day, "--at", "19:00")
        b12("take", "10 mcg cyanocobalamin", "--on", day, "--at", "23:30")
        b12("take", "2 mcg cyanocobalamin", "--on", day, "--at", "00:30")
    return b12


def figures(document):
    """The range absorbed, and the need; rounded as the timeline rounds them."""
    absorbed = document["absorbed_mcg"]
    ends = [absorbed[end] for end in ("low", "likely", "high")]
    return [None if end is None else round(end, 3) for end in ends], document["need_mcg"]


def test_every_page_gives_one_figure_for_a_person_and_day(recorded):
    week = {one["day"]: one for one in recorded.json("week")["days"]}
    timeline = {one["day"]: one for one in recorded.json("timeline", "--from", DAYS[0])["days"]}
    trend = recorded.json("trend", "--from", DAYS[0], "--by", "day")["series"]
    by_day = {one["first_day"]: one for one in trend}
    for day in DAYS:
        expected = figures(recorded.json("day", day))
        assert figures(week[day]) == expected
        assert figures(by_day[day]) == expected
        coverage = recorded.json("coverage", "--from", day, "--to", day)
        absorbed, need = coverage["absorbed_mcg_per_day"], coverage["need_mcg_per_day"]
        assert figures({"absorbed_mcg": absorbed, "need_mcg": need}) == expected
        # Without a record, or not assessed, the timeline gives no figure rather than another.
        if timeline[day]["absorbed_mcg"]["likely"] is not None:
            assert figures(timeline[day]) == expected


@OF_WHOM_FIGURES_ARE_SHOWN
def test_the_words_of_a_day_are_those_of_its_coverage(recorded):
    words = recorded("day", DAYS[1]).split("absorbed     ")[1].split(", an estimate")[0]
    coverage = recorded("coverage", "--from", DAYS[1], "--to", DAYS[1])
    assert f"absorbed     {words} a day, an estimate" in coverage


@OF_WHOM_FIGURES_ARE_SHOWN
def test_a_week_is_the_mean_of_its_days_on_each_page(recorded):
    days = [one["absorbed_mcg"]["likely"] for one in recorded.json("week")["days"]]
    mean = pytest.approx(sum(days) / 7)
    assert recorded.json("week")["absorbed_mcg"]["likely"] == mean
    (weekly,) = recorded.json("trend", "--from", "2026-11-16", "--by", "week")["series"]
    assert weekly["absorbed_mcg"]["likely"] == mean
    covered = recorded.json("coverage", "--from", "2026-11-16")
    assert covered["absorbed_mcg_per_day"]["likely"] == mean


@pytest.mark.parametrize(
    ("factor", "since"),
    [
        ("pernicious-anaemia", "2026-11-21"),
        ("ppi", "2024-11-21"),
        ("atrophic-gastritis", "2026-11-21"),
    ],
)
def test_a_factor_turns_the_figure_from_its_own_day_on(b12, factor, since):
    b12("profile", "set", "Ana", "--born", "1990-05-17")
    b12("profile", "factor", "add", factor, "--since", since)
    for day in DAYS:
        b12("eat", "stew", "--mcg", "2", "--on", day, "--at", "08:00")
    days = [b12.json("day", day)["absorbed_mcg"]["likely"] for day in DAYS]
    assert days == pytest.approx([0.8209, 0.8209, 0.01, 0.01], abs=0.0001)


def test_the_need_rises_with_the_day_from_which_intrinsic_factor_is_lacking(b12):
    b12("profile", "set", "Ana", "--born", "1990-05-17")
    b12("profile", "factor", "add", "pernicious-anaemia", "--since", "2026-11-21")
    assert [one["need_mcg"] for one in b12.json("week")["days"]] == [1.2] * 5 + [2.0] * 2
