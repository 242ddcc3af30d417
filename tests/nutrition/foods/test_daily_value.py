import pytest

from tracker.nutrition.foods.daily_value import BASES, US_MCG, doubt_about_basis


@pytest.mark.parametrize(
    ("basis", "year", "said"),
    [
        ("6", 2022, "2.5 times"),
        ("6", 2021, ""),
        (None, 2019, "mostly called 6 µg"),
        (None, 2020, ""),
        ("2.4", 2019, ""),
        ("2.5", 2024, ""),
    ],
)
def test_a_basis_that_does_not_fit_the_year_of_a_us_label_is_doubted(basis, year, said):
    doubt = doubt_about_basis(basis, year)
    assert said in doubt
    assert bool(doubt) == bool(said)


def test_the_usual_basis_is_todays():
    assert BASES[0] == str(US_MCG)
