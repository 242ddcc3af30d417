"""What a laboratory measured, and what a person feels."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, String, Table, Text

from tracker.store.tables.columns import metadata, of_person, texts

lab_result = Table(
    "lab_result",
    metadata,
    Column("id", Integer, primary_key=True),
    of_person(),
    Column("marker", Text, nullable=False),
    Column("bound", Text, nullable=False, server_default=""),
    Column("value_millionths", BigInteger, nullable=False),
    Column("unit", Text, nullable=False),
    Column("day", String(10), nullable=False),
    Column("range_low_millionths", BigInteger),
    Column("range_high_millionths", BigInteger),
    *texts("lab", "note"),
    CheckConstraint("bound IN ('', '<', '>')", name="bound"),
    CheckConstraint("value_millionths > 0", name="value"),
    CheckConstraint("range_high_millionths > range_low_millionths", name="range_is_ordered"),
    CheckConstraint("length(day) = 10", name="day"),
    Index("ix_lab_result_person_id_day", "person_id", "day"),
    sqlite_autoincrement=True,
)

symptom = Table(
    "symptom",
    metadata,
    Column("id", Integer, primary_key=True),
    of_person(),
    Column("code", Text, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    *texts("note"),
    CheckConstraint("severity BETWEEN 0 AND 4", name="severity"),
    CheckConstraint("length(day) = 10", name="day"),
    Index("ix_symptom_person_id_day", "person_id", "day"),
    sqlite_autoincrement=True,
)
