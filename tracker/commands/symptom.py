"""`b12 symptom`: symptoms and how severe they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.options import (
    DAY_HELP,
    anyway_option,
    json_option,
    list_range_options,
    note_option,
    number_argument,
    options,
)
from tracker.commands.terminal.output import emit_json, say, show_list, warn
from tracker.commands.terminal.said import day_of, given, listed_days, open_diary, refuse_nothing

if TYPE_CHECKING:
    from tracker.nutrition.health.symptoms import KeptSymptom
    from tracker.services.health.symptoms import SymptomChanges
    from tracker.services.opening import Diary


@click.group("symptom")
def command() -> None:
    """Symptoms and how severe they were, 0 (none) to 4 (very severe).

    They are kept side by side with intake and blood tests; nothing is concluded
    from them.

    \b
    b12 symptom add fatigue 3
    b12 symptom list
    """


_value_options = options(
    click.option("--on", metavar="DAY", help=f"The day: {DAY_HELP}"),
    note_option,
    anyway_option("Insist on a future day."),
)


@command.command("add")
@click.argument("symptom")
@click.argument("severity")
@_value_options
@click.pass_context
def add(ctx: click.Context, /, symptom: str, severity: str, **values: Any) -> None:
    """Keep how severe a symptom was on a day.

    SYMPTOM is a code of `b12 symptom codes` or a plain name, SEVERITY 0 none,
    1 mild, 2 moderate, 3 severe, 4 very severe.

    \b
    b12 symptom add fatigue 3
    b12 symptom add "pins and needles" 1 --on yesterday --note "left foot"
    """
    from tracker.nutrition.health.symptoms import parse_severity, parse_symptom
    from tracker.services.health.symptoms import add_symptom

    diary = open_diary(ctx)
    parsed, level = parse_symptom(symptom), parse_severity(severity)
    _show("added", add_symptom(diary, parsed, level, _changes(diary, **values)))


@command.command("edit")
@number_argument
@click.option("--symptom", metavar="SYMPTOM", help="Another symptom.")
@click.option("--severity", metavar="N", help="0 to 4.")
@_value_options
@click.pass_context
def edit(ctx: click.Context, /, number: int, **values: Any) -> None:
    """Change an entry; an empty text takes a field out: --note "".

    \b
    b12 symptom edit 4 --severity 2
    """
    from tracker.services.health.symptoms import edit_symptom

    diary = open_diary(ctx)
    changes = _changes(diary, **values)
    refuse_nothing(changes, "--severity 2")
    _show("changed to", edit_symptom(diary, number, changes))


@command.command("remove")
@number_argument
@click.pass_context
def remove(ctx: click.Context, number: int) -> None:
    """Take an entry out; `b12 undo` brings it back.

    \b
    b12 symptom remove 4
    """
    from tracker.reports.health.symptoms import entry_line
    from tracker.services.health.symptoms import remove_symptom

    say(f"removed {entry_line(remove_symptom(open_diary(ctx), number))}")


@command.command("list")
@list_range_options
@json_option
@click.pass_context
def list_(ctx: click.Context, first: str | None, last: str | None, as_json: bool) -> None:
    """List what was kept, oldest first.

    \b
    b12 symptom list
    b12 symptom list --from 2026-11-01 --json
    """
    from tracker.reports.health.symptoms import entry_list
    from tracker.services.health.symptoms import list_symptoms

    diary = open_diary(ctx)
    show_list(
        entry_list(diary.person, list_symptoms(diary, listed_days(diary, first, last))),
        "no symptom is kept here; add one with: b12 symptom add fatigue 2",
        as_json=as_json,
    )


@command.command("show")
@number_argument
@json_option
@click.pass_context
def show(ctx: click.Context, number: int, as_json: bool) -> None:
    """Show one entry.

    \b
    b12 symptom show 4
    """
    from tracker.reports.health.symptoms import entry_document, entry_line
    from tracker.services.health.symptoms import read_symptom

    diary = open_diary(ctx)
    entry = read_symptom(diary, number)
    if as_json:
        emit_json(entry_document(diary.person, entry))
        return
    say(f"#{entry.id} {entry_line(entry)}")
    if entry.note:
        say(f"note: {entry.note}")


@command.command("codes")
@json_option
def codes(as_json: bool) -> None:
    """List the symptoms that can be kept, with the names that are understood.

    \b
    b12 symptom codes
    """
    from tracker.reports.health.symptoms import vocabulary_list

    show_list(vocabulary_list(), as_json=as_json)


def _changes(
    diary: Diary,
    *,
    on: str | None,
    note: str | None,
    anyway: bool,
    symptom: str | None = None,
    severity: str | None = None,
) -> SymptomChanges:
    from tracker.nutrition.health.symptoms import parse_severity, parse_symptom
    from tracker.services.health.symptoms import SymptomChanges

    return SymptomChanges(
        symptom=None if symptom is None else parse_symptom(symptom),
        severity=None if severity is None else parse_severity(severity),
        day=day_of(diary, on),
        note=given(note, str),
        anyway=anyway,
    )


def _show(opening: str, kept: KeptSymptom) -> None:
    from tracker.reports.health.symptoms import entry_line

    say(f"{opening} #{kept.entry.id} {entry_line(kept.entry)}")
    warn([kept.red_flag] if kept.red_flag else [])
