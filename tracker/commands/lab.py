"""`b12 lab`: blood tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.options import DAY_HELP, json_option, open_diary
from tracker.commands.terminal.output import emit_json, say, show_table, warn

if TYPE_CHECKING:
    from datetime import date

    from tracker.nutrition.health.blood_tests import LabResult, Marker
    from tracker.services.health.blood_tests import LabChanges
    from tracker.services.opening import Diary


@click.group("lab")
def command() -> None:
    """Blood tests: total and active B12, MMA, homocysteine, with their cut-offs.

    \b
    b12 lab add b12 180 pg/mL --on 2026-11-20
    b12 lab list
    """


def _value_options(function: Any) -> Any:
    for option in (
        click.option("--anyway", is_flag=True, help="Insist on a future day or unusual figure."),
        click.option("--note", metavar="TEXT", help="A remark to keep with it."),
        click.option("--range", "lab_range", metavar="RANGE", help="The lab's own: 200-900, <15."),
        click.option("--lab", metavar="NAME", help="The laboratory."),
        click.option("--on", metavar="DAY", help=f"The day of the blood draw: {DAY_HELP}"),
    ):
        function = option(function)
    return function


@command.command("add")
@click.argument("marker")
@click.argument("value")
@click.argument("unit")
@_value_options
@click.pass_context
def add(ctx: click.Context, /, marker: str, value: str, unit: str, **values: Any) -> None:
    """Keep a result, in the unit that the laboratory printed.

    MARKER is b12 (total), holotc (active B12), mma or homocysteine. A VALUE
    beyond the reach of the method is written in quotes: "<50", ">2000".

    \b
    b12 lab add b12 180 pg/mL --on 2026-11-20 --lab "City lab" --range 200-900
    b12 lab add mma 0.52 umol/L
    b12 lab add homocysteine 12.4 umol/L --range "<15"
    """
    from tracker.nutrition.health.blood_tests import parse_marker
    from tracker.services.health.blood_tests import add_lab_result

    diary = open_diary(ctx)
    parsed = parse_marker(marker)
    changes = _changes(diary, parsed, value=value, unit=unit, **values)
    assert changes.value is not None
    assert changes.unit is not None
    result = add_lab_result(diary, parsed, changes.value, changes.unit, changes)
    _show(f"added #{result.id}", result)


@command.command("edit")
@click.argument("number", type=click.IntRange(min=1), metavar="ID")
@click.option("--value", metavar="VALUE", help="The figure, in the same unit or with --unit.")
@click.option("--unit", metavar="UNIT", help="The unit that was printed.")
@_value_options
@click.pass_context
def edit(ctx: click.Context, /, number: int, **values: Any) -> None:
    """Change a blood test.

    \b
    b12 lab edit 1 --value 190
    b12 lab edit 1 --on 2026-11-19 --lab "City lab"
    """
    from tracker.services.health.blood_tests import LabChanges, edit_lab_result, read_lab_result

    diary = open_diary(ctx)
    changes = _changes(diary, read_lab_result(diary, number).marker, **values)
    if changes in (LabChanges(), LabChanges(anyway=True)):
        raise click.UsageError("say what to change, such as --value 190")
    _show(f"changed #{number} to", edit_lab_result(diary, number, changes))


@command.command("remove")
@click.argument("number", type=click.IntRange(min=1), metavar="ID")
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
@click.option("--from", "first", metavar="DAY", help=f"The first day: {DAY_HELP}")
@click.option("--to", "last", metavar="DAY", help="The last day.")
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
    from tracker.nutrition.health.blood_tests import parse_marker
    from tracker.reports.health import blood_tests
    from tracker.services.health.blood_tests import list_lab_results

    diary = open_diary(ctx)
    results = list_lab_results(diary, _day(diary, first), _day(diary, last))
    if marker is not None:
        wanted = parse_marker(marker)
        results = [result for result in results if result.marker is wanted]
    if as_json:
        emit_json(blood_tests.results_document(diary.person, results))
    elif not results:
        say("no blood test is kept here; add one with: b12 lab add b12 300 pg/mL --on DAY")
    else:
        from tracker.reports.tables import plain_table

        show_table(plain_table(blood_tests.HEADERS, blood_tests.result_rows(results)))
        warn(blood_tests.remarks_on(results))


@command.command("show")
@click.argument("number", type=click.IntRange(min=1), metavar="ID")
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


def _changes(
    diary: Diary,
    marker: Marker,
    value: str | None,
    unit: str | None,
    on: str | None,
    lab: str | None,
    lab_range: str | None,
    note: str | None,
    anyway: bool,
) -> LabChanges:
    from tracker.nutrition.health.blood_tests import parse_lab_range, parse_unit, parse_value
    from tracker.services.health.blood_tests import LabChanges

    bound, figure = parse_value(value) if value is not None else (None, None)
    return LabChanges(
        value=figure,
        bound=bound,
        unit=parse_unit(marker, unit) if unit is not None else None,
        day=_day(diary, on),
        lab=lab,
        lab_range=parse_lab_range(lab_range) if lab_range is not None else None,
        note=note,
        anyway=anyway,
    )


def _day(diary: Diary, text: str | None) -> date | None:
    from tracker.language.days import parse_day

    return None if text is None else parse_day(text, diary.today)


def _show(opening: str, result: LabResult) -> None:
    from tracker.reports.health.blood_tests import remarks_on, result_line, result_lines

    say(f"{opening} {result_line(result)}", *result_lines(result))
    warn(remarks_on([result]))
