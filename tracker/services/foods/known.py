"""Every food that a person can mean: their own, and those of the library beside the diary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from sqlalchemy import Connection

from tracker.language.names import search_key
from tracker.library.ranking import Candidate
from tracker.library.search import Shelves
from tracker.nutrition.foods.collection import Collection, Tier, is_table_key
from tracker.nutrition.foods.food import Food
from tracker.nutrition.keys import own_id, spoken_key
from tracker.services.choosing import Choose
from tracker.services.opening import Diary
from tracker.store.records.intakes import eaten_foods
from tracker.store.records.own_foods import OwnFoods
from tracker.store.records.supplements import own_supplements_named
from tracker.store.records.wordings import remembered_key

EATEN_OF_LATE = timedelta(days=366)
"""What was logged in the last year is a food that the person eats."""


class KnownFoods:
    """The foods as they are within one transaction; what is the person's own comes first.

    `choose` asks the person where words fit several foods; `None` where nobody can be asked.
    """

    def __init__(self, connection: Connection, diary: Diary, choose: Choose | None = None) -> None:
        self.choose = choose
        self._connection = connection
        self._person_id = diary.person.id
        self._eaten_since = diary.today - EATEN_OF_LATE
        self._library = diary.library
        self.own = OwnFoods(connection, self._library.foods)

    @cached_property
    def shelves(self) -> Shelves:
        """What words are looked up in."""
        own = [Candidate(key, name, words, Tier.OWN) for key, name, words in self.own.names()]
        return Shelves(
            self._library, own, eaten_foods(self._connection, self._person_id, self._eaten_since)
        )

    def food(self, key: str) -> Food | None:
        """A food by its key, removed or not; `None` where no table has it."""
        return next(iter(self.foods([key])), None)

    def foods(self, keys: Sequence[str]) -> list[Food]:
        """The foods of these keys in their order; those that are in no table are left out."""
        own = self.own.foods(keys)
        rest = [key for key in keys if own_id(key) is None]
        found = {**self._library.foods(rest), **own} if rest else own
        return [found[key] for key in keys if key in found]

    def named(self, name: str) -> list[Food]:
        """Foods one of whose names is these words, spelling aside; the person's own first."""
        key = search_key(name)
        own = [one.food_key for one in self.shelves.own if one.search_key == key]
        return self.foods(list(dict.fromkeys(own))) + self._library.foods_named(key)

    def recipes_ending(self, name: str) -> list[Food]:
        """The person's recipes one of whose names ends in these words, or is them."""
        key = search_key(name)
        if not key:
            return []
        ending = [
            one.food_key for one in self.shelves.own if f" {one.search_key}".endswith(f" {key}")
        ]
        found = self.foods(list(dict.fromkeys(ending)))
        return [food for food in found if food.collection is Collection.RECIPE]

    def shipped_ending(self, name: str) -> list[Food]:
        """The rows with ranges one of whose names ends in these words, or is them."""
        return self._library.foods_ending(Collection.SHIPPED, search_key(name))

    def remembered(self, name: str) -> Food | None:
        """What the person answered that these words mean, if that food is still to be had."""
        key = remembered_key(self._connection, self._person_id, search_key(name))
        if key is None or (own_id(key) is not None and not self.own.is_in_use(key)):
            return None
        return self.food(key)

    def candidates(self, name: str) -> list[Candidate]:
        """Every food one of whose names has all the words, best first; a key is no words."""
        return [] if is_table_key(name) else self.shelves.candidates(name)

    def of_key(self, text: str) -> Food | None:
        """The food whose key a text is, whatever table it is of; `None` of any other text."""
        key = spoken_key(text)
        return self.food(key) if key else None

    def of(self, candidates: Sequence[Candidate]) -> list[Food]:
        """The foods of some candidates, in their order."""
        return self.foods([one.food_key for one in candidates])

    def is_supplement(self, name: str) -> bool:
        """Whether a supplement, of the person or of the library, has this name."""
        key = search_key(name)
        own = own_supplements_named(self._connection, key)
        return bool(own or self._library.supplements_named(key))
