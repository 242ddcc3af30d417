"""What was eaten and taken."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, String, Table, Text

from tracker.nutrition.diary.intake import IntakeKind
from tracker.nutrition.diary.when import Occasion
from tracker.store.tables.columns import (
    RANGE_IS_ORDERED,
    content,
    metadata,
    of_person,
    one_of,
    texts,
)

intake = Table(
    "intake",
    metadata,
    Column("id", Integer, primary_key=True),
    of_person(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    # A fraction as text, such as 1/3: no number of a database holds it exactly.
    Column("quantity", Text, nullable=False),
    Column("portion", Text),
    Column("weight_mg", BigInteger),
    *content(),
    Column("fortified_ng", BigInteger, nullable=False, server_default="0"),
    Column("day", String(10), nullable=False),
    Column("time", String(5)),
    Column("occasion", Text),
    Column("note", Text),
    Column("form", Text),
    Column("route", Text),
    *texts("source"),
    Column("food_key", Text),
    Column("supplement_key", Text),
    one_of("kind", IntakeKind),
    CheckConstraint("length(day) = 10", name="day"),
    CheckConstraint("length(time) = 5", name="time"),
    one_of("occasion", Occasion),
    CheckConstraint("weight_mg >= 0", name="weight"),
    CheckConstraint(
        "fortified_ng = 0 OR fortified_ng BETWEEN 0 AND best_ng", name="fortified_is_a_part"
    ),
    CheckConstraint(RANGE_IS_ORDERED, name="range_is_ordered"),
    Index("ix_intake_person_id_day", "person_id", "day"),
    Index(None, "food_key"),
    Index(None, "supplement_key"),
    sqlite_autoincrement=True,
)
