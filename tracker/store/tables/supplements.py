"""A person's own supplements, and when they are meant to be taken."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from tracker.nutrition.supplements.supplement import Route
from tracker.store.tables.columns import metadata, of_person, one_of, owned_by, texts

supplement = Table(
    "supplement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("collection", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("strength_ng", BigInteger, nullable=False),
    Column("unit", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("route", Text, nullable=False),
    *texts("source", "source_id", "note"),
    Column("retired", Integer, nullable=False, server_default="0"),
    UniqueConstraint("collection", "key"),
    CheckConstraint("strength_ng > 0", name="strength"),
    one_of("route", Route),
    sqlite_autoincrement=True,
)

supplement_name = Table(
    "supplement_name",
    metadata,
    Column("id", Integer, primary_key=True),
    owned_by("supplement", "supplement_id"),
    Column("name", Text, nullable=False),
    Column("search_key", Text, nullable=False),
    Index(None, "supplement_id"),
    Index(None, "search_key"),
    sqlite_autoincrement=True,
)

schedule = Table(
    "schedule",
    metadata,
    Column("id", Integer, primary_key=True),
    of_person(),
    Column("uid", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("quantity", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("dose_ng", BigInteger, nullable=False),
    Column("form", Text, nullable=False),
    Column("route", Text, nullable=False),
    Column("every", Text, nullable=False),
    Column("time", String(5)),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10)),
    Column("supplement_key", Text),
    CheckConstraint("dose_ng > 0", name="dose"),
    one_of("route", Route),
    CheckConstraint("length(time) = 5", name="time"),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
    Index(None, "person_id"),
    Index(None, "supplement_key"),
    sqlite_autoincrement=True,
)
