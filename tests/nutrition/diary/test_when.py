"""When an intake was."""

from datetime import date, time

from tracker.nutrition.diary.when import Occasion, When

DAY = date(2026, 11, 22)


def test_a_time_says_when_it_was_and_else_the_meal_does():
    assert When(DAY, time(9, 30), Occasion.DINNER).minute == 9 * 60 + 30
    assert When(DAY, occasion=Occasion.DINNER).minute == 19 * 60
    assert When(DAY).minute is None


def test_meals_without_a_time_are_taken_to_have_been_at_8_13_16_and_19():
    usual = [Occasion.BREAKFAST, Occasion.LUNCH, Occasion.SNACK, Occasion.DINNER]
    assert [one.usual_minute / 60 for one in usual] == [8, 13, 16, 19]
    assert set(usual) == set(Occasion)
