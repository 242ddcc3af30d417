"""Runs the revisions on the program's own connection, and on no other."""

from alembic import context
from alembic.util import CommandError

connection = context.config.attributes.get("connection")
if connection is None:
    # A connection of Alembic's own would have no copy made, no BEGIN and foreign keys on.
    raise CommandError("open the diary with b12 to upgrade it: it makes a copy of the file first")
# In the one transaction that the program opened: every revision, or none.
context.configure(connection=connection, transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
