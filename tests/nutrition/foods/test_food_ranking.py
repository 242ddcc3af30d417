from tracker.language.names import search_key, search_words
from tracker.nutrition.foods.food_ranking import Candidate, is_exact, ranked

OWN, SHIPPED, GENERIC, BRANDED = range(4)


def order(text: str, *foods: tuple[str, int] | tuple[str, int, int]) -> list[str]:
    found = [
        Candidate(number, name, search_key(name), tier, *eaten)
        for number, (name, tier, *eaten) in enumerate(foods)
    ]
    return [one.name for one in ranked(found, search_words(text))]


def test_the_plain_food_comes_before_what_is_made_of_it():
    names = order(
        "egg",
        ("Bagels, egg", GENERIC),
        ("Egg, white, dried", GENERIC),
        ("Egg, whole, raw, fresh", GENERIC),
        ("Egg salad", GENERIC),
    )
    assert names[0] == "Egg, whole, raw, fresh"
    assert names.index("Egg, white, dried") < names.index("Bagels, egg")


def test_own_foods_come_first_then_shipped_then_generic_then_branded():
    names = order(
        "dal",
        ("DAL", BRANDED),
        ("Dal, dried, flour", GENERIC),
        ("spinach dal soup", SHIPPED),
        ("mum's dal pot", OWN),
    )
    assert names == ["mum's dal pot", "Dal, dried, flour", "spinach dal soup", "DAL"]


def test_an_exact_name_beats_a_partial_one_of_ones_own():
    assert order("egg", ("egg salad", OWN), ("egg", SHIPPED)) == ["egg", "egg salad"]


def test_what_was_logged_before_comes_before_what_was_not():
    names = order("milk", ("Milk, dry", GENERIC, 3), ("Milk, whole", GENERIC))
    assert names[0] == "Milk, dry"


def test_what_was_logged_more_often_comes_first():
    assert order("milk", ("Milk, one", GENERIC, 1), ("Milk, two", GENERIC, 5))[0] == "Milk, two"


def test_the_last_word_says_the_kind_and_counts_twice():
    names = order("soy milk", ("soy burger", SHIPPED), ("coconut milk", SHIPPED))
    assert names == ["coconut milk", "soy burger"]


def test_a_food_is_listed_once_by_its_best_name():
    found = [
        Candidate(1, "yogurt", "plain yogurt", SHIPPED),
        Candidate(1, "yogurt", "yogurt", SHIPPED),
    ]
    assert [one.key for one in ranked(found, ["yogurt"])] == ["yogurt"]


def test_order_of_words_counts_but_in_inverted_names():
    def exact(text: str, name: str) -> bool:
        return is_exact(Candidate(1, name, search_key(name), GENERIC), search_words(text))

    assert exact("whole raw egg", "Egg, whole, raw")
    assert not exact("milk chocolate", "chocolate milk")
    assert not exact("egg white", "Egg, egg white")
    assert exact("macaroni cheese", "macaroni and cheese")
