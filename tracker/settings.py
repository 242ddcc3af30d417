"""Where the database is and whose diary is meant."""

import os
from dataclasses import dataclass
from pathlib import Path

DATABASE_VARIABLE = "B12_DB"
PERSON_VARIABLE = "B12_PERSON"


@dataclass(frozen=True)
class Settings:
    """What the global options and the environment say; `None` means the default."""

    database: str | None = None
    person: str | None = None

    @property
    def location(self) -> str:
        """The path or the SQLAlchemy URL of the diary."""
        return self._named_database or default_path()

    @property
    def is_default_location(self) -> bool:
        """Whether nobody named a database."""
        return self._named_database is None

    @property
    def _named_database(self) -> str | None:
        if self.database is not None:
            return self.database
        return os.environ.get(DATABASE_VARIABLE) or None

    @property
    def person_name(self) -> str | None:
        """The person asked for, or `None` for the diary's current one."""
        return self.person or os.environ.get(PERSON_VARIABLE) or None

    @property
    def foods_folder(self) -> Path:
        """Where imported food tables are, one library file each; every diary reads the same."""
        return data_folder() / "foods"

    @property
    def cache_folder(self) -> Path:
        """Where the foods that ship are kept as they were built; may be emptied at any time."""
        from platformdirs import user_cache_path

        # Without an author, whose folder platformdirs else puts around it on Windows.
        return user_cache_path("b12", appauthor=False)


def data_folder() -> Path:
    """The person's own data folder for b12."""
    from platformdirs import user_data_path

    return user_data_path("b12", appauthor=False)


def default_path() -> str:
    """The database that is used when none is named."""
    return str(data_folder() / "b12.db")


def demo_path() -> Path:
    """The database of `b12 demo`, beside the person's own."""
    return data_folder() / "demo.db"
