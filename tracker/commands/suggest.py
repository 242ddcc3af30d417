"""`b12 suggest`: what would bring a day to its target."""

from __future__ import annotations

import click

from tracker.commands.terminal.options import DAY_HELP, json_option
from tracker.commands.terminal.output import emit_json, say, show_rows, warn
from tracker.commands.terminal.said import open_diary


@click.command("suggest")
@click.option("--diet", type=click.Choice(["omnivore", "vegetarian", "vegan"]), help="Whose foods.")
@click.option("--on", metavar="DAY", default="today", help=f"The day (today): {DAY_HELP}")
@click.option("--limit", type=click.IntRange(1, 50), default=8, show_default=True)
@json_option
@click.pass_context
def command(ctx: click.Context, diet: str | None, on: str, limit: int, as_json: bool) -> None:
    """Suggest foods that bring the day to its target, what you eat anyway first.

    The diet is that of your profile. Doubtful and unknown contents are left
    out, and fortified foods whose content differs much between brands.

    \b
    b12 suggest
    b12 suggest --diet vegan --json
    """
    from tracker.language.days import parse_day
    from tracker.nutrition.people.person import Diet
    from tracker.reports.diary.wording import day_line
    from tracker.reports.numbers import mcg_text
    from tracker.reports.people.targets import notes_on
    from tracker.services.diary.suggesting import suggest

    diary = open_diary(ctx)
    day = parse_day(on, diary.today)
    found = suggest(diary, day, Diet(diet) if diet else None, limit)
    if as_json:
        from tracker.reports.diary.suggestions import suggestions_document

        emit_json(suggestions_document(found))
        return
    say(day_line(found.day, diary.today))
    if not found.gap_mcg:
        say("the recorded intake reaches the target: nothing is missing")
    elif not found.suggestions:
        say(f"{mcg_text(found.gap_mcg)} are missing, and no food that fits brings that much")
    else:
        from tracker.reports.diary.suggestions import SUGGESTION_HEADERS, suggestion_rows

        say(f"{mcg_text(found.gap_mcg)} are missing; any one of these closes the gap:")
        show_rows(SUGGESTION_HEADERS, suggestion_rows(found))
    warn(notes_on(diary.person, [found.day.target], diary.today))
