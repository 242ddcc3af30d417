"""What a label states."""

from decimal import Decimal

from tracker.nutrition.foods.label import is_percent_of_a_label, percent_daily_value


def test_a_percentage_of_a_label_is_known_by_its_source_again():
    stated = percent_daily_value(Decimal(25), Decimal(6), fortified=True)
    assert stated.content.best == Decimal("1.5")
    assert is_percent_of_a_label(stated.source)
    assert not is_percent_of_a_label("label")
    assert not is_percent_of_a_label("as stated")
