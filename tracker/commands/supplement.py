"""`b12 supplement`: the products that can be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.commands.terminal.options import anyway_option, json_option, note_option, options
from tracker.commands.terminal.output import emit_json, quoted, say, show_list
from tracker.commands.terminal.said import given, open_diary, refuse_nothing

if TYPE_CHECKING:
    from tracker.nutrition.supplements.supplement import Supplement
    from tracker.services.supplements.supplements import SupplementChanges


@click.group("supplement")
def command() -> None:
    """The supplements that you take: shipped ones, and your own.

    \b
    b12 supplement add "my drops" --strength 12.5 --unit drop --form methyl
    b12 supplement list
    """


_value_options = options(
    click.option("--strength", metavar="MCG", help="µg of B12 in one unit."),
    click.option("--form", metavar="FORM", help="cyanocobalamin, methylcobalamin, …"),
    click.option("--route", metavar="ROUTE", help="oral, sublingual, nasal or injection."),
    click.option("--unit", metavar="UNIT", help="tablet, capsule, drop, spray, injection, …"),
    note_option,
    anyway_option("Insist on an unusual strength."),
)


@command.command("add")
@click.argument("name")
@_value_options
@click.pass_context
def add(ctx: click.Context, /, name: str, **values: Any) -> None:
    """Add a supplement of your own.

    \b
    b12 supplement add "my b12" --strength 25 --form cyanocobalamin --route oral
    b12 supplement add "my drops" --strength 12.5 --unit drop --form methyl
    """
    from tracker.services.supplements.supplements import add_supplement

    supplement = add_supplement(open_diary(ctx), name, _changes(**values))
    say(f"added {_line(supplement)}; log it with: b12 take {quoted(supplement.name)}")


@command.command("edit")
@click.argument("name")
@click.option("--rename", metavar="NAME", help="Another name.")
@_value_options
@click.pass_context
def edit(ctx: click.Context, /, name: str, **values: Any) -> None:
    """Change a supplement of your own; what is logged keeps its amount.

    An empty text takes a field out: --note "".

    \b
    b12 supplement edit "my b12" --strength 50
    """
    from tracker.services.supplements.supplements import edit_supplement

    changes = _changes(**values)
    refuse_nothing(changes, "--strength 50")
    say(f"changed {_line(edit_supplement(open_diary(ctx), name, changes))}; past intakes stay")


@command.command("remove")
@click.argument("name")
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Take a supplement of your own out; what is logged stays.

    \b
    b12 supplement remove "my b12"
    """
    from tracker.services.supplements.supplements import remove_supplement

    say(f"removed {_line(remove_supplement(open_diary(ctx), name))}; past intakes stay")


@command.command("list")
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    """List what can be taken, your own first.

    \b
    b12 supplement list
    """
    from tracker.reports.supplements.supplements import supplement_list
    from tracker.services.supplements.supplements import list_supplements

    show_list(supplement_list(list_supplements(open_diary(ctx))), as_json=as_json)


@command.command("show")
@click.argument("name")
@json_option
@click.pass_context
def show(ctx: click.Context, name: str, as_json: bool) -> None:
    """Show one supplement and where its strength comes from.

    \b
    b12 supplement show veg1
    """
    from tracker.services.supplements.supplements import find_supplement

    supplement = find_supplement(open_diary(ctx), name)
    if as_json:
        from tracker.reports.supplements.supplements import shown_supplement_document

        emit_json(shown_supplement_document(supplement))
        return
    say(_line(supplement))
    for label, text in (
        ("also called", ", ".join(supplement.aliases)),
        ("source", f"{supplement.source} {supplement.source_id}".strip()),
        ("note", supplement.note),
    ):
        if text:
            say(f"{label}: {text}")


def _changes(
    *,
    strength: str | None,
    form: str | None,
    route: str | None,
    unit: str | None,
    note: str | None,
    anyway: bool,
    rename: str | None = None,
) -> SupplementChanges:
    from tracker.nutrition.amounts import parse_mcg
    from tracker.nutrition.supplements.supplement import FORMS, ROUTES
    from tracker.services.supplements.supplements import SupplementChanges

    return SupplementChanges(
        strength_mcg=parse_mcg(strength, "--strength") if strength is not None else None,
        form=given(form, FORMS.named),
        route=given(route, ROUTES.named),
        unit=given(unit, str),
        note=given(note, str),
        rename=rename,
        anyway=anyway,
    )


def _line(supplement: Supplement) -> str:
    from tracker.reports.numbers import mcg_text

    form = "form not stated" if supplement.form == "not stated" else supplement.form.value
    strength = f"{mcg_text(supplement.strength_mcg)} a {supplement.unit}"
    return f"{supplement.name}: {strength}, {form}, {supplement.route.value}"
