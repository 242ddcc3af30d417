from tracker.language.names import search_key, search_words
from tracker.library.ranking import Candidate, is_exact, ranked
from tracker.nutrition.foods.collection import Tier

OWN, SHIPPED, GENERIC, BRANDED = Tier


def order(text: str, *foods: tuple[str, Tier] | tuple[str, Tier, int]) -> list[str]:
    found = [
        Candidate(f"key:{number}", name, search_key(name), tier)
        for number, (name, tier, *_) in enumerate(foods)
    ]
    eaten = {f"key:{number}": food[2] for number, food in enumerate(foods) if len(food) == 3}
    return [one.name for one in ranked(found, search_words(text), eaten)]


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


def test_a_plain_kind_comes_before_a_compound_one():
    assert order("paneer", ("Palak Paneer", GENERIC), ("Cheese, paneer", GENERIC)) == [
        "Cheese, paneer",
        "Palak Paneer",
    ]
    assert order("almonds", ("Almond butter", GENERIC), ("Nuts, almonds", GENERIC)) == [
        "Nuts, almonds",
        "Almond butter",
    ]


def test_what_is_listed_under_another_food_is_no_kind_of_it():
    assert order("egg", ("Bagels, egg", GENERIC), ("Egg roll", GENERIC))[0] == "Egg roll"


def test_a_class_is_still_found_by_its_own_name():
    names = order("cheese", ("Macaroni cheese", GENERIC), ("Cheese, paneer", GENERIC))
    assert names[0] == "Cheese, paneer"


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
    names = order("milk", ("Milk, dry", GENERIC, 1), ("Milk, skim", GENERIC, 2))
    assert names[0] == "Milk, skim"
    often = order("milk", ("Milk, red", GENERIC, 1), ("Milk, tan", GENERIC, 2))
    assert often == ["Milk, tan", "Milk, red"], "as plain as the other, and eaten more often"


def test_a_name_that_lacks_the_last_word_is_further_off_as_that_says_the_kind():
    assert order("liver pie", ("liver dip", GENERIC), ("caramel pie", GENERIC))[0] == "caramel pie"


def test_the_diarys_own_candidates_are_ranked_together_with_the_librarys():
    own = Candidate("own:1", "egg curry", "egg curry", OWN)
    shipped = Candidate("b12:egg", "egg", "egg", SHIPPED)
    found = ranked([shipped], ["egg"], {}, [own])
    assert [one.food_key for one in found] == ["b12:egg", "own:1"]
    assert [one.food_key for one in ranked([shipped], ["eg"], {}, [own])] == ["own:1", "b12:egg"]


def test_a_food_is_listed_once_by_its_best_name_with_how_often_it_was_eaten():
    found = [
        Candidate("b12:yogurt", "yogurt", "plain yogurt", SHIPPED),
        Candidate("b12:yogurt", "yogurt", "yogurt", SHIPPED),
    ]
    (one,) = ranked(found, ["yogurt"], {"b12:yogurt": 4, "b12:egg": 9})
    assert (one.search_key, one.eaten) == ("yogurt", 4)


def test_order_of_words_counts_but_in_inverted_names():
    def exact(text: str, name: str) -> bool:
        return is_exact(Candidate("k", name, search_key(name), GENERIC), search_words(text))

    assert exact("whole raw egg", "Egg, whole, raw")
    assert not exact("milk chocolate", "chocolate milk")
    assert exact("macaroni cheese", "macaroni and cheese")
