"""`b12 guide`: what is known about vitamin B12, with the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.terminal.options import json_option
from tracker.commands.terminal.output import emit_json, say, show_table

if TYPE_CHECKING:
    from tracker.nutrition.guide import GuideTopic


def _complete(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from tracker.services.guide import TOPICS

    return [name for name in TOPICS if name.startswith(incomplete.lower())]


@click.command("guide")
@click.argument("topic", required=False, metavar="[TOPIC]", shell_complete=_complete)
@json_option
def command(topic: str | None, as_json: bool) -> None:
    """What an article says about vitamin B12, with its errata, each figure with its source.

    TOPIC is rda, foods, supplements, symptoms, causes, tests, recovery or safety.
    It is information, not medical advice.

    \b
    b12 guide
    b12 guide foods
    b12 guide rda --json
    """
    from tracker.reports.guide.tables import with_tables
    from tracker.services.guide import list_topics, read_seeds, read_topic

    if topic is None:
        _show_overview([(one.name, one.summary) for one in list_topics()], as_json=as_json)
    else:
        _show_topic(with_tables(read_topic(topic), read_seeds()), as_json=as_json)


def _show_overview(topics: list[tuple[str, str]], *, as_json: bool) -> None:
    from tracker.reports.guide.topics import overview_document, overview_lines

    if as_json:
        emit_json(overview_document(topics))
    else:
        say(*overview_lines(topics))


def _show_topic(topic: GuideTopic, *, as_json: bool) -> None:
    from tracker.reports.guide.topics import (
        closing_lines,
        guide_table,
        opening_lines,
        topic_document,
    )

    if as_json:
        emit_json(topic_document(topic))
        return
    say(f"{topic.title} · {topic.summary}")
    for section in topic.sections:
        say(*opening_lines(section.heading, section.text))
        if table := section.table:
            say("")
            show_table(guide_table(table))
            say("")
        say(*closing_lines(section.items, section.source))
