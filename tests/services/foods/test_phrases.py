"""Everyday phrases, and which food must come first for each."""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest

from tracker.errors import TrackerError
from tracker.nutrition.foods.label import StatedAmount
from tracker.services.diary.logging import Details, eat
from tracker.services.foods.foods import (
    FoodChanges,
    add_food,
    forget_wording,
    read_wordings,
)
from tracker.services.foods.searching import find_foods
from tracker.services.foods.tables import import_foods
from tracker.services.opening import open_diary
from tracker.services.people.profiles import ProfileChanges, set_profile
from tracker.settings import Settings

SHIPPED = {
    "egg": "egg",
    "eggs": "egg",
    "2 boiled eggs": "egg",
    "scrambled eggs 2": "scrambled egg",
    "scrambled eggs": "scrambled egg",
    "fried egg": "fried egg",
    "poached eggs": "poached egg",
    "egg white": "egg white",
    "glass of milk": "milk",
    "cup of milk": "milk",
    "whole milk": "whole milk",
    "skimmed milk": "skim milk",
    "semi-skimmed milk": "milk",
    "chocolate milk": "chocolate milk",
    "milk chocolate": "milk chocolate",
    "tin of tuna": "tuna",
    "tuna": "tuna",
    "tuna salad": "tuna salad",
    "tuna steak": "fresh tuna",
    "oat milk latte": "plant milk latte",
    "latte": "latte",
    "cappuccino": "cappuccino",
    "pot of yoghurt": "yogurt",
    "yogurt": "yogurt",
    "greek yoghurt": "greek yogurt",
    "soya yoghurt fortified": "fortified soy yogurt",
    "fortified soya milk": "fortified soy milk",
    "unfortified soya milk": "unfortified soy milk",
    "slice of cheddar": "cheddar",
    "cheddar cheese": "cheddar",
    "mozzarella": "mozzarella",
    "cottage cheese": "cottage cheese",
    "salmon fillet": "salmon",
    "smoked salmon": "smoked salmon",
    "tinned sardines": "sardine",
    "mackerel": "mackerel",
    "fish fingers": "fish finger",
    "prawns": "shrimp",
    "mussels": "mussel",
    "clams": "clams",
    "steak": "beef",
    "minced beef": "ground beef",
    "beef liver": "beef liver",
    "ox liver": "beef liver",
    "roast chicken": "chicken",
    "chicken breast": "chicken breast",
    "2 rashers of bacon": "bacon",
    "slice of ham": "ham",
    "sausages": "Sausage, NFS",
    "marmite": "marmite",
    "bowl of corn flakes": "corn flakes",
    "bran flakes": "bran flakes",
    "porridge": "oatmeal",
    "slice of bread": "bread",
    "brown bread": "whole wheat bread",
    "rice": "rice",
    "spaghetti bolognese": "spaghetti bolognese",
    "pizza": "cheese pizza",
    "cheeseburger": "cheeseburger",
    "beyond burger": "beyond burger",
    "tofu": "tofu",
    "tempeh": "tempeh",
    "handful of almonds": "almonds",
    "banana": "banana",
    "cup of coffee": "coffee",
    "pint of beer": "beer",
    "lentil soup": "lentil soup",
    "chilli con carne": "chili con carne",
    "mashed potatoes": "mashed potato",
    "ice cream": "ice cream",
}

GENERIC = {
    "Egg, whole, raw, fresh": 0.89,
    "Egg, white, dried": 0.18,
    "Bagels, egg": 0.16,
    "Fish, NFS": 2.0,
    "Fish, cod, baked": 1.6,
    "Cheese, NFS": 1.1,
    "Cheese, blue": 1.2,
    "Milk, NFS": 0.56,
    "Milk, dry, whole": 3.2,
    "Oat milk": 0.51,
    "Beans, NFS": 0.0,
    "Beans, snap, green, raw": 0.0,
    "Rutabagas, raw": 0.0,
    "Rutabagas, cooked, boiled, drained, with salt": 0.0,
    "Rice, fried, NFS": 0.1,
    "Tuna salad, made with mayonnaise": 1.0,
    "Squid, dried": None,
    "Soy milk, sweetened": 0.85,
}
BRANDED = {"EGG": 1.0, "CHEESE": None, "FRIED RICE": None, "FISH": None, "QUARK BERRY POT": 0.4}

WITH_USDA = {
    "egg": "egg",
    "raw egg": "Egg, whole, raw, fresh",
    "fish": "Fish, NFS",
    "cheese": "Cheese, NFS",
    "blue cheese": "blue cheese",
    "beans": "Beans, NFS",
    "rutabaga": "Rutabaga, raw",
    "boiled rutabagas": "Rutabagas, cooked, boiled, drained, with salt",
    "fried rice": "Rice, fried, NFS",
    "soya milk": "unfortified soy milk",
    "milk": "milk",
    "quark": "QUARK BERRY POT",
}


@contextmanager
def unseen(_size):
    yield lambda _count: None


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    path = tmp_path_factory.mktemp("phrases") / "shipped.db"
    return open_diary(Settings(database=str(path)))


@pytest.fixture
def stocked(diary, fooddata):
    downloads = [
        fooddata.foods("sr_legacy_food", GENERIC), fooddata.foods("branded_food", BRANDED)
    ]  # fmt: skip
    import_foods(diary.settings, downloads, unseen)
    return diary


def first(diary, text):
    return find_foods(diary, text, 5).foods[0].name


@pytest.mark.parametrize(("phrase", "name"), SHIPPED.items())
def test_an_everyday_phrase_finds_the_food(shipped, phrase, name):
    assert first(shipped, phrase) == name


def test_plain_before_compound_and_products_last(stocked):
    found = {phrase: first(stocked, phrase) for phrase in WITH_USDA}
    assert found == WITH_USDA


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("bananna", "banana"), ("scrambeld eggs", "scrambled egg"), ("youghurt", "yogurt"),
     ("brocolli", "broccoli"), ("tunna", "tuna"), ("sardnes", "sardine")],
)  # fmt: skip
def test_a_typo_finds_what_was_meant_and_says_so(shipped, typed, meant):
    found = find_foods(shipped, typed, 5)
    assert found.foods[0].name == meant
    assert found.not_found == typed
    assert found.meant
    with pytest.raises(TrackerError, match=f"did you mean.*{meant}"):
        eat(shipped, [typed], Details())


def test_the_beginning_of_a_word_finds_it(shipped):
    assert first(shipped, "macker") == "mackerel"
    assert first(shipped, "camemb") == "camembert"


def test_the_order_of_words_is_ignored(shipped):
    assert first(shipped, "pork minced") == "ground pork"
    assert first(shipped, "breast of chicken") == "chicken breast"


def test_nothing_is_found_for_nonsense(shipped):
    assert not find_foods(shipped, "xyzzyplugh", 5).foods


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        (" ", "is empty"),
        ("2", "not of what"),
        ("a" * 500, "longer than 200"),
        ("egg\x1b[2J", "control characters"),
    ],
)
def test_a_text_that_names_nothing_is_refused(shipped, text, said):
    with pytest.raises(TrackerError, match=said):
        find_foods(shipped, text, 5)


@pytest.mark.parametrize("text", ["()", '"', "%", "_", "*"])
def test_signs_alone_find_nothing(shipped, text):
    assert not find_foods(shipped, text, 5).foods


def names_found(diary, text):
    return [food.name for food in find_foods(diary, text, 5).foods]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('egg" "milk', "egg milk"),
        ("egg*", "egg"),
        ("(egg)", "egg"),
        ("^egg", "egg"),
        ("{egg}", "egg"),
        ("egg + milk", "egg milk"),
    ],
)
def test_signs_of_the_search_language_are_only_signs(shipped, text, plain):
    assert names_found(shipped, text) == names_found(shipped, plain)


@pytest.mark.parametrize("text", ['egg" OR "milk', "NOT egg", "NEAR(egg milk)", "search_key:egg"])
def test_words_of_the_search_language_are_only_words(shipped, text):
    assert names_found(shipped, text) == names_found(shipped, re.sub(r"\W+", " ", text).lower())


def test_ones_own_food_comes_before_a_shipped_one_of_that_name(diary):
    add_food(diary, "tofu", FoodChanges(stated=StatedAmount(None, "label"), serving="100 g"))
    assert find_foods(diary, "tofu", 5).foods[0].collection.name == "own"
    assert eat(diary, ["100 g tofu"], Details()).intakes[0].content is None


@pytest.mark.parametrize(("days", "is_eaten"), [(0, True), (366, True), (367, False)])
def test_what_was_logged_in_the_last_year_comes_first_among_the_similar(stocked, days, is_eaten):
    assert first(stocked, "rutabagas") == "Rutabaga, raw"
    cooked = "Rutabagas, cooked, boiled, drained, with salt"
    eat(stocked, [f"100 g {cooked}"], Details(day=stocked.today - timedelta(days=days)))
    assert first(stocked, "rutabagas") == (cooked if is_eaten else "Rutabaga, raw")


@pytest.mark.parametrize("item", ["100 g cheese", "100 g fish", "100 g rutabaga", "1 cup oat milk"])
def test_what_is_not_clear_is_not_logged_by_itself(stocked, item):
    with pytest.raises(TrackerError, match="could be"):
        eat(stocked, [item], Details())


def test_the_same_words_in_another_order_are_clear_in_an_inverted_name(stocked):
    (intake,) = eat(stocked, ["100 g fresh raw whole egg"], Details()).intakes
    assert intake.name == "Egg, whole, raw, fresh"


def test_an_answer_is_remembered_for_its_wording_and_can_be_forgotten(stocked):
    asked = []

    def choose(wanted, names):
        asked.append(wanted)
        return list(names).index("fortified oat milk")

    for _ in range(2):
        (intake,) = eat(stocked, ["1 cup oat milk"], Details(), choose=choose).intakes
        assert intake.name == "fortified oat milk"
    assert asked == ["oat milk"], "only once"
    assert first(stocked, "oat milk") == "fortified oat milk"
    listed = [food.key for food in find_foods(stocked, "oat milk", 100).foods]
    assert len(set(listed)) == len(listed) > 3
    assert len(find_foods(stocked, "oat milk", 3).foods) == 3
    (known,) = read_wordings(stocked)
    assert (known.wording, known.food_name) == ("oat milk", "fortified oat milk")
    forget_wording(stocked, "Oat Milks")
    with pytest.raises(TrackerError, match="could be"):
        eat(stocked, ["1 cup oat milk"], Details())


def test_another_persons_answers_are_not_mine(stocked, database_path):
    eat(stocked, ["100 g oat milk"], Details(), choose=lambda _wanted, _names: 0)

    set_profile(stocked, "mum", ProfileChanges())
    set_profile(stocked, "Ida", ProfileChanges())
    ida = open_diary(Settings(database=str(database_path), person="Ida"))
    with pytest.raises(TrackerError, match="could be"):
        eat(ida, ["1 cup oat milk"], Details())
