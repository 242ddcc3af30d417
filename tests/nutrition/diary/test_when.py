"""When an intake was."""

from datetime import date, time

from tracker.nutrition.diary.when import Occasion, When

DAY = date(2026, 11, 22)


def test_a_time_says_when_it_was_and_else_the_meal_does():
    assert When(DAY, time(9, 30), Occasion.DINNER).minute == 9 * 60 + 30
    assert When(DAY, occasion=Occasion.DINNER).minute == 19 * 60
    assert When(DAY).minute is None


def test_the_meals_of_a_day_follow_one_another():
    usual = [Occasion.BREAKFAST, Occasion.LUNCH, Occasion.SNACK, Occasion.DINNER]
    assert sorted(Occasion, key=lambda one: one.usual_minute) == usual
