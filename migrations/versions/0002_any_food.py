"""Any food: flags and added B12, remembered wordings, recipes, and the index of the search."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Branded foods have an index of their own: millions of them must not slow the search of the rest.
SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE food_search USING fts5("
    "search_key, food_id UNINDEXED, tokenize='unicode61')",
    "CREATE VIRTUAL TABLE food_search_branded USING fts5("
    "search_key, food_id UNINDEXED, prefix='3', tokenize='unicode61')",
    "CREATE VIRTUAL TABLE food_search_words USING fts5vocab(food_search, row)",
    """
    INSERT INTO food_search (rowid, search_key, food_id)
    SELECT id, search_key, food_id FROM food_name
    """,
    """
    CREATE TRIGGER food_name_added AFTER INSERT ON food_name
    WHEN (SELECT collection FROM food WHERE id = new.food_id) <> 'usda-branded'
    BEGIN
        INSERT INTO food_search (rowid, search_key, food_id)
        VALUES (new.id, new.search_key, new.food_id);
    END
    """,
    """
    CREATE TRIGGER food_name_added_branded AFTER INSERT ON food_name
    WHEN (SELECT collection FROM food WHERE id = new.food_id) = 'usda-branded'
    BEGIN
        INSERT INTO food_search_branded (rowid, search_key, food_id)
        VALUES (new.id, new.search_key, new.food_id);
    END
    """,
    """
    CREATE TRIGGER food_name_changed AFTER UPDATE OF search_key ON food_name
    BEGIN
        UPDATE food_search SET search_key = new.search_key WHERE rowid = old.id;
        UPDATE food_search_branded SET search_key = new.search_key WHERE rowid = old.id;
    END
    """,
    """
    CREATE TRIGGER food_name_removed AFTER DELETE ON food_name
    BEGIN
        DELETE FROM food_search WHERE rowid = old.id;
        DELETE FROM food_search_branded WHERE rowid = old.id;
    END
    """,
)


def upgrade() -> None:
    op.add_column("food", sa.Column("added_ng", sa.BigInteger(), nullable=True))
    op.add_column("food", sa.Column("flag", sa.Text(), server_default="", nullable=False))
    op.create_index("ix_food_source_id", "food", ["source_id"], unique=False)
    op.create_table(
        "food_wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.Column("food_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["food_id"], ["food.id"], name="fk_food_wording_food_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_food_wording_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_food_wording"),
        sa.UniqueConstraint("person_id", "search_key", name="uq_food_wording_person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_food_wording_food_id", "food_wording", ["food_id"], unique=False)
    op.create_table(
        "recipe",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.Integer(), nullable=False),
        sa.Column("portions_thousandths", sa.BigInteger(), nullable=True),
        sa.Column("cooked_weight_mg", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("portions_thousandths > 0", name="ck_recipe_portions"),
        sa.CheckConstraint("cooked_weight_mg > 0", name="ck_recipe_cooked_weight"),
        sa.CheckConstraint(
            "portions_thousandths IS NOT NULL OR cooked_weight_mg IS NOT NULL",
            name="ck_recipe_makes_something",
        ),
        sa.ForeignKeyConstraint(["food_id"], ["food.id"], name="fk_recipe_food_id"),
        sa.PrimaryKeyConstraint("id", name="pk_recipe"),
        sa.UniqueConstraint("food_id", name="uq_recipe_food_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "recipe_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipe_id", sa.Integer(), nullable=False),
        sa.Column("food_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Text(), nullable=False),
        sa.Column("portion", sa.Text(), nullable=False),
        sa.Column("flag_accepted", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["food_id"], ["food.id"], name="fk_recipe_item_food_id"),
        sa.ForeignKeyConstraint(
            ["recipe_id"], ["recipe.id"], name="fk_recipe_item_recipe_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_recipe_item"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_recipe_item_food_id", "recipe_item", ["food_id"], unique=False)
    op.create_index("ix_recipe_item_recipe_id", "recipe_item", ["recipe_id"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        for statement in SEARCH_INDEX:
            op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("restore the copy that was made before the migration")
