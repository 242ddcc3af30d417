"""The root command `b12`: global options and the table of commands."""

from __future__ import annotations

import click

from tracker.lazy import Deferred, LazyGroup
from tracker.settings import Settings

LOG = "Log"
READ = "Read"
KEEP = "Keep"
LEARN = "Learn"

COMMANDS = {
    "eat": Deferred("tracker.commands.eat", "Log food.", LOG),
    "take": Deferred("tracker.commands.take", "Log supplements.", LOG),
    "due": Deferred("tracker.commands.due", "Say which supplement is due.", LOG),
    "again": Deferred("tracker.commands.again", "Log again what a day or a meal held.", LOG),
    "edit": Deferred("tracker.commands.edit", "Change something that is logged.", LOG),
    "remove": Deferred("tracker.commands.remove", "Take something out of the diary.", LOG),
    "undo": Deferred("tracker.commands.undo", "Take back the latest changes.", LOG),
    "today": Deferred("tracker.commands.day", "Show today against your target.", READ, "today"),
    "day": Deferred("tracker.commands.day", "Show a day against its target.", READ),
    "week": Deferred("tracker.commands.week", "Show the seven days of a week.", READ),
    "log": Deferred("tracker.commands.log", "List what was logged, with numbers.", READ),
    "suggest": Deferred("tracker.commands.suggest", "Foods that close the gap of a day.", READ),
    "report": Deferred("tracker.commands.report", "Draw a week, a month or any days.", READ),
    "trend": Deferred("tracker.commands.trend", "Plot intake over time, with its means.", READ),
    "timeline": Deferred("tracker.commands.timeline", "Draw everything on one time axis.", READ),
    "coverage": Deferred("tracker.commands.coverage", "Am I covered? An estimate.", READ),
    "plan": Deferred("tracker.commands.plan", "Compare ways of taking B12.", READ),
    "outlook": Deferred("tracker.commands.outlook", "The body's store over years.", READ),
    "profile": Deferred("tracker.commands.profile", "Who you are: birth, diet, pregnancy.", KEEP),
    "food": Deferred("tracker.commands.food", "The foods that the diary knows.", KEEP),
    "recipe": Deferred("tracker.commands.recipe", "Your dishes, from their ingredients.", KEEP),
    "supplement": Deferred("tracker.commands.supplement", "The supplements that you take.", KEEP),
    "schedule": Deferred("tracker.commands.schedule", "When supplements are to be taken.", KEEP),
    "lab": Deferred("tracker.commands.lab", "Blood tests and their cut-offs.", KEEP),
    "symptom": Deferred("tracker.commands.symptom", "Symptoms and how severe they were.", KEEP),
    "guide": Deferred("tracker.commands.guide", "What is known about vitamin B12.", LEARN),
    "completion": Deferred("tracker.commands.completion", "Completion for your shell.", LEARN),
    "demo": Deferred("tracker.commands.demo", "A month of a made-up diary, to look at.", LEARN),
}


@click.group(
    cls=LazyGroup,
    deferred=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    epilog='Start with: b12 eat "2 eggs" · b12 take "1000 mcg cyanocobalamin" · b12 today',
)
@click.option("--db", "database", metavar="PATH", help="Another database (or B12_DB).")
@click.option("--person", metavar="NAME", help="Whose diary (or B12_PERSON).")
@click.version_option(package_name="b12-diary", prog_name="b12")
@click.pass_context
def main(ctx: click.Context, database: str | None, person: str | None) -> None:
    """A vitamin B12 diary: log meals and supplements, see each day against your target."""
    ctx.obj = Settings(database=database, person=person)
