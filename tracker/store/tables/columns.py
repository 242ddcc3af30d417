"""What the tables share: their metadata, kinds of columns, and checks."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    MetaData,
    Text,
)

# SQLite gives constraints no names of its own, and a revision can drop only what has one.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

RANGE_IS_ORDERED = (
    "(best_ng IS NULL AND low_ng IS NULL AND high_ng IS NULL) OR "
    "(low_ng >= 0 AND best_ng >= low_ng AND (high_ng IS NULL OR high_ng >= best_ng))"
)


def owned_by(table: str, column: str) -> Column[int]:
    """A row that means nothing without its parent."""
    return Column(column, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False)


def of_person() -> Column[int]:
    """A row that a person entered: nothing deletes it in passing."""
    return Column("person_id", ForeignKey("person.id"), nullable=False)


def content() -> list[Column[int]]:
    """A range in nanograms; all three are empty where nothing is known."""
    return [Column(name, BigInteger) for name in ("low_ng", "best_ng", "high_ng")]


def one_of(column: str, words: Iterable[StrEnum]) -> CheckConstraint:
    """Holds a column to the words of the program: a further one asks for a revision."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def texts(*names: str) -> list[Column[str]]:
    """Words of which there may be none."""
    return [Column(name, Text, nullable=False, server_default="") for name in names]
