"""Why there is no outlook, and what one rests on, in words."""

import pytest

from tracker.nutrition.absorption.verdict import Obstacle
from tracker.reports.absorption.obstacles import FOR_INFORMATION, WITHHELD, not_assessed
from tracker.reports.absorption.outlook import refusal


@pytest.mark.parametrize("obstacle", Obstacle)
def test_every_obstacle_has_its_words_once_for_all_pages(obstacle):
    why = WITHHELD[obstacle].why
    assert not_assessed(obstacle).startswith(why)
    assert refusal(obstacle).startswith(f"there is no outlook: {why}")
    assert "\n" not in refusal(obstacle)


def test_a_refusal_says_what_helps_and_speaks_of_no_figures():
    assert refusal(Obstacle.NO_SCHEDULE).endswith("; `b12 schedule add` makes one")
    assert FOR_INFORMATION not in refusal(Obstacle.IMPAIRED)
    assert FOR_INFORMATION in not_assessed(Obstacle.IMPAIRED)


def test_from_51_the_outlook_says_that_it_leaves_food_out(b12):
    b12("profile", "set", "Ana", "--born", "1954-03-01")
    for back in range(28):
        b12("eat", "stew", "--mcg", "3", "--on", f"-{back}d", "--at", "08:00")
    said = " ".join(b12("outlook").split())
    assert "a day absorbed without the B12 bound in food;" in said
    assert "about 1.0 µg" in b12("day")
