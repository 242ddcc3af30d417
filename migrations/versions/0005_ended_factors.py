"""The last day of a factor: a medicine that was stopped, a condition that was healed."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # As a column's own constraints: SQLite adds these without building the table anew.
    op.execute(
        "ALTER TABLE factor ADD COLUMN last_day VARCHAR(10) "
        "CONSTRAINT ck_factor_last_day CHECK (length(last_day) = 10) "
        "CONSTRAINT ck_factor_days_in_order CHECK (last_day >= since)"
    )


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
