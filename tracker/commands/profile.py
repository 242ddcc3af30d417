"""`b12 profile`: who keeps the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.commands.factor import command as factor
from tracker.commands.terminal.options import (
    ClearableChoice,
    ClearableRange,
    anyway_option,
    json_option,
)
from tracker.commands.terminal.output import emit_json, say, show_list, warn
from tracker.commands.terminal.said import day_of, given, given_day, open_diary, refuse_nothing

if TYPE_CHECKING:
    from tracker.nutrition.people.targets import Profile


@click.group("profile")
def command() -> None:
    """Who you are: day of birth, diet, pregnancy, lactation, standard.

    The target of a day follows from the profile as it is on that day.

    \b
    b12 profile set --born 1990-05-17 --sex female --diet vegan
    b12 profile pregnancy 2026-03-01 2026-12-05
    b12 profile set Ida --born 2025-09-30
    b12 profile use Ida
    """


@command.command("set")
@click.argument("name", required=False)
@click.option("--born", metavar="DATE", help="Day of birth, as 1990-05-17.")
@click.option("--sex", type=ClearableChoice(("female", "male")))
@click.option("--diet", type=ClearableChoice(("omnivore", "vegetarian", "vegan")))
@click.option("--standard", metavar="NAME", help="iom-1998, dach-2018, efsa-2015 or uk-1991.")
@click.option(
    "--day-starts",
    type=ClearableRange(0, 12),
    metavar="HOUR",
    help="The hour at which a day starts, 0 to 12.",
)
@click.option("--rename", metavar="NAME", help="Another name.")
@click.pass_context
def set_(
    ctx: click.Context,
    name: str | None,
    born: str | None,
    sex: str | None,
    diet: str | None,
    standard: str | None,
    day_starts: str | None,
    rename: str | None,
) -> None:
    """Set what is given; a new NAME adds a person.

    An empty text takes a value out again: --sex ""; a standard becomes the
    usual one, a day starts at midnight.

    \b
    b12 profile set --born 1990-05-17 --sex female --diet vegan
    b12 profile set --standard efsa-2015
    b12 profile set Ida --born 2025-09-30
    """
    from tracker.nutrition.people.person import Diet, Sex
    from tracker.services.people.profiles import ProfileChanges, set_profile

    diary = open_diary(ctx)
    changes = ProfileChanges(
        born=given_day(diary, born),
        sex=given(sex, Sex),
        diet=given(diet, Diet),
        standard=given(standard, str),
        day_starts=given(day_starts, int),
        rename=rename,
    )
    if name is None:
        refuse_nothing(changes, "--born 1990-05-17")
    profile = set_profile(diary, name, changes)
    _show(profile)
    if not profile.is_current:
        say(f"log for {profile.person.name} with --person, or after `b12 profile use NAME`")


@command.command("show")
@click.argument("name", required=False)
@json_option
@click.pass_context
def show(ctx: click.Context, name: str | None, as_json: bool) -> None:
    """Show a profile, what bears on absorption, and today's target.

    \b
    b12 profile show
    b12 profile show Ida --json
    """
    from tracker.services.people.profiles import read_profile

    diary = open_diary(ctx)
    profile = read_profile(diary, name)
    if as_json:
        from tracker.reports.people.people import profile_document

        emit_json(profile_document(profile))
        return
    from tracker.reports.people.targets import notes_on

    _show(profile)
    warn(notes_on(profile.person, [profile.target], diary.today))


@command.command("list")
@json_option
@click.pass_context
def list_(ctx: click.Context, as_json: bool) -> None:
    """List everybody in the diary; `*` marks the current person.

    \b
    b12 profile list
    """
    from tracker.reports.people.people import people_list
    from tracker.services.people.profiles import list_profiles

    show_list(people_list(list_profiles(open_diary(ctx))), as_json=as_json)


@command.command("use")
@click.argument("name")
@click.pass_context
def use(ctx: click.Context, name: str) -> None:
    """Make NAME the person who is meant where nobody is named.

    \b
    b12 profile use Ida
    """
    from tracker.services.people.profiles import use_profile

    _show(use_profile(open_diary(ctx), name))


@command.command("remove")
@click.argument("name")
@anyway_option("Remove all that is kept of the person as well.")
@click.pass_context
def remove(ctx: click.Context, name: str, anyway: bool) -> None:
    """Take a person out, with all that is kept of them; `b12 undo` brings it back.

    Foods, recipes and supplements stay: they are everybody's. The current
    person stays as well: `b12 profile use` first makes it somebody else.

    \b
    b12 profile remove Ida
    b12 profile remove Ida --anyway
    """
    from tracker.services.people.profiles import remove_profile

    removed = remove_profile(open_diary(ctx), name, anyway=anyway)
    say(f"removed {removed.name} and all that was kept of them: `b12 undo` brings it back")


def _phase_command(phase: str, example: str) -> None:
    """Adds `profile pregnancy` or `profile lactation`, which differ in their name only."""

    @command.command(
        phase,
        help=f"""Set a {phase}: its first day and, once known, its last.

        Giving the same START again changes the end.

        \b
        b12 profile {phase} {example}
        b12 profile {phase} {example.split()[0]} --remove
        """,
    )
    @click.argument("start")
    @click.argument("end", required=False)
    @click.option("--remove", is_flag=True, help=f"Take out the {phase} that starts on START.")
    @click.pass_context
    def set_phase(ctx: click.Context, start: str, end: str | None, remove: bool) -> None:
        from tracker.language.days import parse_day
        from tracker.nutrition.people.person import Phase
        from tracker.services.people.life_phases import add_life_phase, remove_life_phase

        diary = open_diary(ctx)
        first_day = parse_day(start, diary.today)
        if remove:
            _show(remove_life_phase(diary, Phase(phase), first_day))
            return
        _show(add_life_phase(diary, Phase(phase), first_day, day_of(diary, end)))


_phase_command("pregnancy", "2026-03-01 2026-12-05")
_phase_command("lactation", "2026-12-05 2027-06-30")
command.add_command(factor)


def _show(profile: Profile) -> None:
    from tracker.reports.people.factors import factor_text
    from tracker.reports.people.targets import target_text

    person = profile.person
    said = [person.born and f"born {person.born}", person.sex, person.diet]
    said += [f"day starts at {person.day_starts}:00"] if person.day_starts else []
    about = ", ".join(str(one) for one in said if one)
    say(f"{person.name}{' (current)' if profile.is_current else ''}{': ' if about else ''}{about}")
    for phase in person.phases:
        say(f"{phase.phase.value} from {phase.first_day} to {phase.last_day or 'open'}")
    say(*map(factor_text, profile.factors))
    say(f"target today: {target_text(profile.target)}")
