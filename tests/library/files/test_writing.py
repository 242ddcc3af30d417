"""What is written into a library file is read back equal."""

import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tracker.language.names import search_key, search_words
from tracker.library.entry import Entry
from tracker.library.files.new_files import new_file
from tracker.library.reading import open_file
from tracker.nutrition.amounts import micrograms, nanograms
from tracker.nutrition.foods.collection import COLLECTIONS, Collection
from tracker.nutrition.foods.content import Basis
from tracker.nutrition.foods.food import FoodDiet, Portion
from tracker.nutrition.keys import barcode_key

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
NG = st.integers(0, 10**15)
AMOUNTS = st.integers(1, 10**9).map(lambda whole: Decimal(whole) / 1000)
PORTIONS = st.builds(Portion, TEXT, st.none() | AMOUNTS, st.none() | AMOUNTS, usual=st.booleans())


@st.composite
def entries(draw):
    low, best, high = sorted(draw(st.tuples(NG, NG, NG)))
    is_known, is_open = draw(st.booleans()), draw(st.booleans())
    return Entry(
        key=draw(TEXT),
        collection=draw(st.sampled_from([*COLLECTIONS.values(), Collection("t", "T")])),
        name=draw(TEXT),
        aliases=tuple(draw(st.lists(TEXT, max_size=3))),
        category=draw(TEXT),
        diet=draw(st.sampled_from(FoodDiet)),
        fortified=draw(st.booleans()),
        state=draw(TEXT),
        market=draw(TEXT),
        per_amount_thousandths=draw(st.integers(1, 10**9)),
        per_unit=draw(st.sampled_from(Basis)),
        low_ng=low if is_known else None,
        best_ng=best if is_known else None,
        high_ng=high if is_known and not is_open else None,
        added_ng=draw(st.none() | NG),
        flag=draw(TEXT),
        printed=draw(TEXT),
        source=draw(TEXT),
        source_id=draw(TEXT),
        note=draw(TEXT),
        portions=tuple(draw(st.lists(PORTIONS, max_size=3))),
    )


def written(listed):
    about = {"table": "t", "title": "T", "tier": 2, "source": "s", "release": "r", "made_at": "m"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.sqlite"
        with new_file(path) as writer:
            writer.add(listed)
            counts = writer.finish(about)
        file = open_file(path)
        try:
            named = {one.key: file.keys_named(search_key(one.name)) for one in listed}
            found = {one.key: found_by_words(file, one.name) for one in listed}
            return counts, file.foods([one.key for one in listed]), named, found
        finally:
            file.close()


def found_by_words(file, name):
    words = search_words(name)
    return {one.food_key for one in file.find_names(words)} if words else None


@given(st.lists(entries(), max_size=4, unique_by=lambda entry: entry.key))
def test_foods_are_read_back_as_they_were_written(listed):
    counts, foods, named, _found = written(listed)
    assert counts.foods == len(foods) == len(listed)
    assert counts.portions == sum(len(one.portions) for one in listed)
    assert counts.without_b12 == sum(one.best_ng is None for one in listed)
    assert counts.flagged == sum(one.flag != "" for one in listed)
    for entry in listed:
        food = foods[entry.key]
        assert entry.key in named[entry.key]
        for name in ("key", "collection", "name", "diet", "state", "market", "note", "portions"):
            assert getattr(food, name) == getattr(entry, name), name
        for name in ("fortified", "per_unit", "flag", "printed", "source", "source_id"):
            assert getattr(food.content, name) == getattr(entry, name), name
        assert food.group == entry.category
        assert food.content.per_amount * 1000 == entry.per_amount_thousandths
        assert food.content.added_mcg == (
            None if entry.added_ng is None else micrograms(entry.added_ng)
        )
        if food.content.mcg is None:
            assert entry.best_ng is None
        else:
            high = None if food.content.mcg.high is None else nanograms(food.content.mcg.high)
            assert (nanograms(food.content.mcg.low), nanograms(food.content.mcg.best), high) == (
                entry.low_ng,
                entry.best_ng,
                entry.high_ng,
            )


LATIN = st.text("abcdefgh éöß'’&%-,()12", min_size=1, max_size=20)


@given(st.lists(LATIN, min_size=1, max_size=4))
def test_every_name_is_found_by_its_words(names):
    listed = [
        Entry(key=str(number), collection=Collection.SURVEY, name=name)
        for number, name in enumerate(names)
    ]
    _counts, _foods, _named, found = written(listed)
    for entry in listed:
        assert found[entry.key] is None or entry.key in found[entry.key]


@given(st.integers(1, 10**14 - 1))
def test_a_barcode_is_one_key_however_many_zeros_it_is_written_with(number):
    keys = {barcode_key(str(number).zfill(length)) for length in range(len(str(number)), 15)}
    assert keys == {f"gtin:{number:014d}"}


def test_what_is_no_barcode_has_no_key():
    assert [barcode_key(one) for one in ("", "0", "000", "12a", "1" * 15, "١٢")] == [None] * 6
    assert barcode_key(" 737628064502 ") == "gtin:00737628064502"


def test_of_one_key_the_newest_number_is_kept_with_its_portions_alone():
    def milk(number, name, *portions):
        return Entry(
            key="gtin:1", collection=Collection.BRANDED, name=name, source_id=number,
            portions=tuple(Portion(one, Decimal(1)) for one in portions),
        )  # fmt: skip

    listed = [milk("99", "old", "cup", "glass"), milk("100", "new", "carton"), milk("9", "older")]
    counts, foods, _named, found = written(listed)
    assert (counts.foods, counts.portions, counts.twice) == (1, 1, 2)
    assert foods["gtin:1"].name == "new"
    assert [one.name for one in foods["gtin:1"].portions] == ["carton"]
    assert found["gtin:1"] == set(), "the name of the last one is gone from the index"
