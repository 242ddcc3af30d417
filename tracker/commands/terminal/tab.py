"""What TAB offers for foods and supplements; nothing heavy is imported, as for a log."""

from __future__ import annotations

import os

import click
from click.shell_completion import CompletionItem

from tracker.settings import Settings


def complete_food(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Foods whose names begin as an item does, after its quantity."""
    from tracker.services.diary.unfinished import food_items

    return _offered(food_items(_settings(ctx), incomplete), incomplete)


def complete_supplement(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Supplements whose names begin as an item does, after its quantity."""
    from tracker.services.diary.unfinished import supplement_items

    return _offered(supplement_items(_settings(ctx), incomplete), incomplete)


def _settings(ctx: click.Context) -> Settings:
    # While completing, no callback runs: the global option is only a parameter.
    return Settings(database=ctx.find_root().params.get("database"))


def _offered(items: list[str], incomplete: str) -> list[CompletionItem[str]]:
    # bash puts in what it is given as it stands; zsh and fish quote it themselves.
    if os.environ.get("_B12_COMPLETE") == "bash_complete" and not _is_quoted(incomplete):
        items = [item.replace(" ", "\\ ").replace("'", "\\'") for item in items]
    return [CompletionItem(item) for item in items]


def _is_quoted(incomplete: str) -> bool:
    """Whether the word that bash completes has an opening quote: then blanks need no escape."""
    typed = os.environ.get("COMP_WORDS", "")
    return typed.endswith(("'" + incomplete, '"' + incomplete))
