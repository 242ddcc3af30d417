"""`b12 lab`: blood tests."""

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
from tracker.nutrition.health.markers import listed_names, markers_text

if TYPE_CHECKING:
    from tracker.nutrition.health.blood_tests import LabResult
    from tracker.nutrition.health.markers import Marker
    from tracker.services.health.blood_tests import LabChanges
    from tracker.services.opening import Diary


@click.group(
    "lab",
    help=f"""Blood tests, with their cut-offs: {listed_names()}.

    \b
    b12 lab add b12 180 pg/mL --on 2026-11-20
    b12 lab list
    """,
)
def command() -> None:
    """Blood tests; its help lists what there is."""


_value_options = options(
    click.option("--on", metavar="DAY", help=f"The day of the blood draw: {DAY_HELP}"),
    click.option("--lab", metavar="NAME", help="The laboratory."),
    click.option("--range", "lab_range", metavar="RANGE", help="The lab's own: 200-900, <15."),
    note_option,
    anyway_option("Insist on a future day or unusual figure."),
)


@command.command(
    "add",
    help=f"""Keep a result, in the unit that the laboratory printed.

    MARKER is {markers_text()}.
    A VALUE beyond the reach of the method is written in quotes: "<50", ">2000".

    \b
    b12 lab add b12 180 pg/mL --on 2026-11-20 --lab "City lab" --range 200-900
    b12 lab add mma 0.52 umol/L
    b12 lab add homocysteine 12.4 umol/L --range "<15"
    """,
)
@click.argument("marker")
@click.argument("value")
@click.argument("unit")
@_value_options
@click.pass_context
def add(ctx: click.Context, /, marker: str, value: str, unit: str, **values: Any) -> None:
    """Adds a blood test; its help lists what there is."""
    from dataclasses import replace

    from tracker.nutrition.health.blood_tests import parse_value
    from tracker.nutrition.health.markers import parse_marker, parse_unit
    from tracker.services.health.blood_tests import add_lab_result

    diary = open_diary(ctx)
    parsed = parse_marker(marker)
    bound, figure = parse_value(value)
    changes = replace(_changes(diary, parsed, **values), bound=bound)
    result = add_lab_result(diary, parsed, figure, parse_unit(parsed, unit), changes)
    _show(f"added #{result.id}", result)


@command.command("edit")
@number_argument
@click.option("--value", metavar="VALUE", help="The figure, in the same unit or with --unit.")
@click.option("--unit", metavar="UNIT", help="The unit that was printed.")
@_value_options
@click.pass_context
def edit(ctx: click.Context, /, number: int, **values: Any) -> None:
    """Change a blood test; an empty text takes a field out: --note "".

    \b
    b12 lab edit 1 --value 190
    b12 lab edit 1 --on 2026-11-19 --lab "City lab"
    """
    from tracker.services.health.blood_tests import edit_lab_result, read_lab_result

    diary = open_diary(ctx)
    changes = _changes(diary, read_lab_result(diary, number).marker, **values)
    refuse_nothing(changes, "--value 190")
    _show(f"changed #{number} to", edit_lab_result(diary, number, changes))


@command.command("remove")
@number_argument
@click.pass_context
def remove(ctx: click.Context, number: int) -> None:
    """Take a blood test out; `b12 undo` brings it back.

    \b
    b12 lab remove 1
    """
    from tracker.reports.health.blood_tests import result_line
    from tracker.services.health.blood_tests import remove_lab_result

    say(f"removed {result_line(remove_lab_result(open_diary(ctx), number))}")


@command.command("list")
@list_range_options
@click.option("--marker", metavar="MARKER", help="Only this test.")
@json_option
@click.pass_context
def list_(
    ctx: click.Context, first: str | None, last: str | None, marker: str | None, as_json: bool
) -> None:
    """List blood tests beside the cut-offs, oldest first.

    \b
    b12 lab list
    b12 lab list --marker mma --json
    """
    from tracker.nutrition.health.markers import parse_marker
    from tracker.reports.health.blood_tests import remarks_on, result_list
    from tracker.services.health.blood_tests import list_lab_results

    diary = open_diary(ctx)
    results = list_lab_results(diary, listed_days(diary, first, last))
    if marker is not None:
        wanted = parse_marker(marker)
        results = [result for result in results if result.marker is wanted]
    nothing = "no blood test is kept here; add one with: b12 lab add b12 300 pg/mL --on DAY"
    show_list(result_list(diary.person, results), nothing, as_json=as_json)
    if not as_json:
        warn(remarks_on(results))


@command.command("show")
@number_argument
@json_option
@click.pass_context
def show(ctx: click.Context, number: int, as_json: bool) -> None:
    """Show one blood test beside each rule set.

    \b
    b12 lab show 1
    """
    from tracker.services.health.blood_tests import read_lab_result

    diary = open_diary(ctx)
    result = read_lab_result(diary, number)
    if as_json:
        from tracker.reports.health.blood_tests import shown_result_document

        emit_json(shown_result_document(diary.person, result))
        return
    _show(f"#{number}", result)
    for label, text in (("lab", result.lab), ("remark", result.note)):
        if text:
            say(f"{label}: {text}")


@command.command("codes")
@json_option
def codes(as_json: bool) -> None:
    """List the blood tests that can be kept, their units, and the names that are understood.

    \b
    b12 lab codes
    """
    from tracker.reports.health.blood_tests import marker_list

    show_list(marker_list(), as_json=as_json)


def _changes(
    diary: Diary,
    marker: Marker,
    *,
    on: str | None,
    lab: str | None,
    lab_range: str | None,
    note: str | None,
    anyway: bool,
    value: str | None = None,
    unit: str | None = None,
) -> LabChanges:
    from tracker.nutrition.health.blood_tests import parse_lab_range, parse_value
    from tracker.nutrition.health.markers import parse_unit
    from tracker.services.health.blood_tests import LabChanges

    bound, figure = parse_value(value) if value is not None else (None, None)
    return LabChanges(
        value=figure,
        bound=bound,
        unit=parse_unit(marker, unit) if unit is not None else None,
        day=day_of(diary, on),
        lab=given(lab, str),
        lab_range=given(lab_range, parse_lab_range),
        note=given(note, str),
        anyway=anyway,
    )


def _show(opening: str, result: LabResult) -> None:
    from tracker.reports.health.blood_tests import remarks_on, result_line, result_lines

    say(f"{opening} {result_line(result)}", *result_lines(result))
    warn(remarks_on([result]))
