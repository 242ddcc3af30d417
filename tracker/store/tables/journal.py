"""Every change, with the rows as they were before and after it."""

from sqlalchemy import Column, Index, Integer, Table, Text

from tracker.store.tables.columns import metadata, owned_by

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    # No foreign key: undo takes out who was added, and the change that added them stays.
    Column("person_id", Integer, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("undone_at", Text),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

change_row = Table(
    "change_row",
    metadata,
    Column("id", Integer, primary_key=True),
    owned_by("change", "change_id"),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "change_id"),
    Index("ix_change_row_table_name_row_id", "table_name", "row_id"),
)
