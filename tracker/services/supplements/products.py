"""Every supplement that can be taken: a person's own, and the products that ship."""

from __future__ import annotations

from sqlalchemy import Connection

from tracker.language.names import search_key
from tracker.nutrition.keys import own_id
from tracker.nutrition.supplements.schedule import Schedule
from tracker.nutrition.supplements.supplement import Supplement
from tracker.services.choosing import Choose
from tracker.services.opening import Diary
from tracker.store.records import schedules
from tracker.store.records.supplements import (
    own_supplement,
    own_supplements,
    own_supplements_named,
)


class Products:
    """The supplements as they are within one transaction; an own one hides what is called so.

    `choose` asks the person where words fit several of them; `None` where nobody can be asked.
    """

    def __init__(self, connection: Connection, diary: Diary, choose: Choose | None = None) -> None:
        self.choose = choose
        self._connection = connection
        self._diary = diary

    def every(self) -> list[Supplement]:
        """All that can be taken, a person's own first."""
        return own_supplements(self._connection) + self._diary.library.supplements()

    def by_key(self, key: str) -> Supplement | None:
        """A product by its key, removed or not; `None` where there is none any more."""
        if own_id(key) is not None:
            return own_supplement(self._connection, key)
        return self._diary.library.supplement(key)

    def named(self, name: str) -> list[Supplement]:
        """Those one of whose names is these words, spelling aside."""
        key = search_key(name)
        own = own_supplements_named(self._connection, key)
        return own or self._diary.library.supplements_named(key)

    def names(self) -> list[str]:
        """Every name by which one can be found."""
        own = [one.name for one in own_supplements(self._connection)]
        return own + self._diary.library.supplement_names()


def schedules_of(connection: Connection, diary: Diary) -> list[Schedule]:
    """The person's schedules, past ones too, each with its product as it is today."""
    find = Products(connection, diary).by_key
    return schedules.schedules_of(connection, diary.person.id, find)
