"""Whose diary it is, and what holds for each person on each day."""

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

from tracker.nutrition.people.person import Diet, Phase, Sex
from tracker.store.tables.columns import metadata, of_person, one_of, owned_by, texts

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("born", String(10)),
    Column("sex", Text),
    Column("diet", Text),
    Column("standard", Text, nullable=False),
    Column("day_starts", Integer, nullable=False, server_default="0"),
    one_of("sex", Sex),
    one_of("diet", Diet),
    CheckConstraint("day_starts BETWEEN 0 AND 12", name="day_starts"),
    CheckConstraint("length(born) = 10", name="born"),
    sqlite_autoincrement=True,
)

life_phase = Table(
    "life_phase",
    metadata,
    Column("id", Integer, primary_key=True),
    of_person(),
    Column("phase", Text, nullable=False),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10)),
    one_of("phase", (Phase.PREGNANCY, Phase.LACTATION)),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

target_span = Table(
    "target_span",
    metadata,
    Column("id", Integer, primary_key=True),
    owned_by("person", "person_id"),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("amount_ng", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("life_stage", Text, nullable=False),
    Column("standard", Text, nullable=False),
    Column("unverified", Integer, nullable=False),
    *texts("note"),
    CheckConstraint("last_day >= first_day", name="days_in_order"),
    UniqueConstraint("person_id", "first_day"),
)

factor = Table(
    "factor",
    metadata,
    Column("id", Integer, primary_key=True),
    of_person(),
    Column("code", Text, nullable=False),
    Column("since", String(10)),
    *texts("note"),
    Column("last_day", String(10)),
    UniqueConstraint("person_id", "code"),
    CheckConstraint("length(since) = 10", name="since"),
    CheckConstraint("length(last_day) = 10", name="last_day"),
    CheckConstraint("last_day >= since", name="days_in_order"),
    sqlite_autoincrement=True,
)

setting = Table(
    "setting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False),
    sqlite_autoincrement=True,
)
