import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.nutrition.absorption.model.windows import Moment, windows
from tracker.nutrition.diary.when import Occasion


@pytest.mark.parametrize(
    ("doses", "expected"),
    [
        pytest.param([], [], id="no dose, no window"),
        pytest.param([(480, None)], [[0]], id="the first dose opens a window"),
        pytest.param([(480, None), (719, None)], [[0, 1]], id="239 minutes later is the same one"),
        pytest.param([(480, None), (720, None)], [[0], [1]], id="240 minutes later is the next"),
        pytest.param(
            [(480, None), (660, None), (720, None)],
            [[0, 1], [2]],
            id="a window counts from its start and not from its last dose",
        ),
        pytest.param(
            [(480, None), (719, None), (730, None), (969, None), (970, None)],
            [[0, 1], [2, 3], [4]],
            id="the next window counts from its own start",
        ),
        pytest.param([(1200, None), (480, None)], [[1], [0]], id="doses are put in order of time"),
        pytest.param([(480, None), (480, None)], [[0, 1]], id="the same minute is the same window"),
        pytest.param(
            [(1380, None), (1560, None), (1620, None)],
            [[0, 1], [2]],
            id="a day that runs past midnight counts on",
        ),
        pytest.param(
            [(None, Occasion.DINNER), (None, Occasion.BREAKFAST), (None, Occasion.LUNCH)],
            [[1], [2], [0]],
            id="untimed meals have a window each",
        ),
        pytest.param(
            [(None, Occasion.LUNCH), (None, Occasion.LUNCH)],
            [[0, 1]],
            id="two dishes of a lunch share it",
        ),
        pytest.param(
            [(None, Occasion.SNACK), (None, Occasion.SNACK)],
            [[0, 1]],
            id="untimed snacks share one",
        ),
        pytest.param(
            [(None, None), (None, None)], [[0, 1]], id="neither time nor occasion share one"
        ),
        pytest.param(
            [(None, None), (None, Occasion.SNACK), (None, Occasion.BREAKFAST)],
            [[0, 2], [1]],
            id="neither time nor occasion counts into the fullest meal",
        ),
        pytest.param(
            [(480, Occasion.BREAKFAST), (780, Occasion.BREAKFAST)],
            [[0], [1]],
            id="a time goes before an occasion",
        ),
        pytest.param(
            [(480, Occasion.BREAKFAST), (540, Occasion.SNACK)],
            [[0, 1]],
            id="a timed snack soon after a timed breakfast shares its window",
        ),
        pytest.param(
            [(None, Occasion.BREAKFAST), (480, None), (480, Occasion.BREAKFAST)],
            [[0, 1, 2]],
            id="an untimed breakfast is part of a timed one",
        ),
        pytest.param(
            [(480, Occasion.BREAKFAST), (780, Occasion.BREAKFAST), (None, Occasion.BREAKFAST)],
            [[0, 2], [1]],
            id="an untimed breakfast is part of the first of two",
        ),
        pytest.param(
            [(480, None), (None, Occasion.BREAKFAST), (None, Occasion.DINNER)],
            [[0, 1], [2]],
            id="an untimed breakfast may have been at the time of a dose in the morning",
        ),
        pytest.param(
            [(1150, None), (None, Occasion.BREAKFAST), (None, Occasion.DINNER)],
            [[0, 2], [1]],
            id="an untimed dinner may have been at the time of a dose in the evening",
        ),
        pytest.param(
            [(480, Occasion.BREAKFAST), (None, Occasion.LUNCH)],
            [[0], [1]],
            id="an untimed lunch is not a timed breakfast",
        ),
        pytest.param(
            [(640, None), (None, Occasion.BREAKFAST), (None, Occasion.LUNCH)],
            [[0, 1], [2]],
            id="a dose between two untimed meals counts into the earlier one",
        ),
        pytest.param(
            [(719, None), (None, Occasion.BREAKFAST)],
            [[0, 1]],
            id="an untimed breakfast may have been 239 minutes from its usual time",
        ),
        pytest.param(
            [(720, None), (None, Occasion.BREAKFAST)],
            [[0], [1]],
            id="an untimed breakfast was not 240 minutes from its usual time",
        ),
        pytest.param(
            [(900, None), (None, Occasion.SNACK)],
            [[0, 1]],
            id="an untimed snack may be at any time",
        ),
        pytest.param(
            [(960, Occasion.SNACK), (480, None), (None, Occasion.SNACK)],
            [[1], [0, 2]],
            id="an untimed snack is part of a timed one though another window be fuller",
        ),
        pytest.param(
            [(480, None), (780, Occasion.LUNCH), (None, Occasion.BREAKFAST), (None, None)],
            [[0, 2, 3], [1]],
            id="what has no moment goes where timed and untimed together are the most",
        ),
        pytest.param(
            [(900, Occasion.LUNCH), (None, None)],
            [[0, 1]],
            id="what has no moment is taken with others",
        ),
    ],
)
def test_windows(
    doses: list[tuple[int | None, Occasion | None]], expected: list[list[int]]
) -> None:
    # Later doses are the larger ones.
    moments = [Moment(place + 1, *when) for place, when in enumerate(doses)]
    assert [list(window) for window in windows(moments)] == expected


def test_a_late_dose_and_an_early_one_share_a_window_across_midnight() -> None:
    late, early = Moment(1, 1410, None, day=1), Moment(1, 30, None, day=2)
    noon = Moment(1, 720, None, day=2)
    assert windows([late, early, noon]) == [(0, 1), (2,)]


def test_untimed_meals_of_two_days_are_apart() -> None:
    moments = [Moment(1, None, Occasion.DINNER, day=1), Moment(1, None, Occasion.DINNER, day=2)]
    assert windows(moments) == [(0,), (1,)]


moments = st.builds(
    Moment,
    st.floats(0.01, 1000),
    st.none() | st.integers(0, 1700),
    st.none() | st.sampled_from(Occasion),
    st.integers(1, 3),
)


@given(st.lists(moments, max_size=10))
def test_every_dose_is_in_exactly_one_window(taken: list[Moment]) -> None:
    places = [place for window in windows(taken) for place in window]
    assert sorted(places) == list(range(len(taken)))


@given(st.lists(moments, max_size=10))
def test_timed_doses_of_a_window_lie_within_4_hours(taken: list[Moment]) -> None:
    for window in windows(taken):
        times = [
            taken[place].day * 1440 + taken[place].minute
            for place in window
            if taken[place].minute is not None
        ]
        assert not times or max(times) - min(times) < 240
