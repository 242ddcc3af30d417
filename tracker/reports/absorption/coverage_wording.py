"""Coverage, schedules and regimens in words: never a diagnosis, never “take this”."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.absorption.coverage import Coverage, Estimates
from tracker.nutrition.absorption.estimate import Obstacle
from tracker.nutrition.absorption.injections import SPREAD_DAYS
from tracker.nutrition.absorption.verdict import Verdict
from tracker.nutrition.diary.adherence import by_schedule
from tracker.nutrition.people.factors import Factor
from tracker.nutrition.people.targets import Target
from tracker.reports.figures import absorbed_text, estimate_text, listed_days, need_text
from tracker.reports.lines import wrapped
from tracker.reports.numbers import amount
from tracker.reports.people.targets import target_text
from tracker.reports.supplements.due import adherence_text

CAVEAT = (
    "An estimate from recorded intake, for people who absorb normally.",
    "It says nothing about blood levels and is no medical advice.",
)

NOT_ASSESSED = {
    Obstacle.INFANT: "the model does not hold for infants: the figures are for information",
    Obstacle.IMPAIRED: "the profile holds a factor that can impair absorption: "
    "the figures are for information",
    Obstacle.NO_TARGET: "the standard sets no reference intake for this age",
    Obstacle.NOTHING_RECORDED: "nothing is recorded in these days, which is not the same as zero",
    Obstacle.NO_SCHEDULE: "there is no schedule: `b12 schedule add` makes one",
    Obstacle.TOO_FEW_DAYS: "the reference intake is a mean over time: "
    "7 days are judged at least, 28 where doses are weekly",
    Obstacle.FEW_DOSES: "a third or more of what was absorbed came from one day or one week, and "
    "the verdict would be another one without it: judge other days, such as --days 28, --days 84 "
    "or --from the day on which the diary begins",
    Obstacle.LONG_GAP: "nothing was absorbed for more than 31 days in a row, which a mean would "
    "hide: judge the days since, with --from",
    Obstacle.TOO_FAR_APART: "doses more than 31 days apart are left out, since a mean over time "
    "says little of them, and the others alone do not meet the need",
    Obstacle.NASAL: "nasal doses are not estimated, and what else was taken does not meet the need",
}


def reasons(coverage: Coverage) -> list[str]:
    """Why the verdict is what it is, and what it leaves open: a sentence each, without a dot."""
    return [
        *(NOT_ASSESSED[obstacle] for obstacle in coverage.obstacles),
        *_comparison(coverage),
        *_missing_records(coverage),
        *_about_the_intakes(coverage),
        *_about_the_person(coverage),
    ]


def coverage_heading(coverage: Coverage) -> str:
    """Whose days, which, and how many have a record."""
    days = len(coverage.days)
    what = "as planned" if coverage.planned else f"{coverage.recorded_days} recorded"
    span = f"{coverage.first_day} to {coverage.last_day}"
    return f"{coverage.person.name} · {span} · {days} day{'' if days == 1 else 's'}, {what}"


def coverage_lines(coverage: Coverage) -> list[str]:
    """The figures and the verdict with its reasons."""
    need = "not known" if coverage.need_mcg is None else f"{need_text(coverage.need_mcg)} µg a day"
    lines = [
        f"absorbed     {absorbed_text(coverage.absorbed)} a day, an estimate",
        f"need         {need}",
        f"verdict      {coverage.verdict.value}",
        *(line for reason in reasons(coverage) for line in wrapped(reason, "  - ", "    ")),
    ]
    gap = coverage.longest_gap_days
    if gap:
        lines.append(f"longest gap  {gap} day{'' if gap == 1 else 's'} without B12")
    for one in coverage.adherence:
        said = f"{one.schedule.name}: {adherence_text(one)}"
        lines += wrapped(said, "schedule     ", " " * 13)
    if _shows_view(coverage):
        view = absorbed_text(coverage.without_food_bound)
        lines.append(f"without the B12 bound in food: {view} a day")
    return lines


def closing_lines(coverage: Coverage) -> list[str]:
    """What the figures are, and are not."""
    if coverage.planned:
        return ["An estimate from the schedules alone, for people who absorb normally.", CAVEAT[1]]
    return list(CAVEAT)


def estimate_lines(estimates: Estimates) -> list[str]:
    """The lines under a day's or a week's totals: absorbed against needed, and not taken."""
    count = len(estimates.days)
    a_day = " a day" if count > 1 else ""
    need = estimates.need_mcg
    needed = "" if need is None else f" · need {need_text(need)} µg"
    line = f"absorbed     {absorbed_text(estimates.absorbed)}{a_day}, an estimate{needed}"
    lines = [line]
    if count > 1 and not all(day.recorded for day in estimates.days):
        lines.append(f"             over all {count} days; without a record, nothing counts")
    obstacles = dict.fromkeys(day.obstacle for day in estimates.days if day.obstacle)
    for obstacle in obstacles:
        lines += wrapped(NOT_ASSESSED[obstacle], "not assessed ", " " * 13)
    for schedule, days in by_schedule(estimates.not_taken).items():
        when = f": {listed_days(days)}" if count > 1 else ""
        at = f" at {schedule.at:%H:%M}" if schedule.at else ""
        lines += wrapped(f"{schedule.name}, due{at}{when}", "not taken    ", " " * 13)
    return lines


def plan_heading(person_name: str, target: Target | None, need_mcg: float | None) -> list[str]:
    """For whom the regimens are compared, and with what."""
    if need_mcg is None:
        return [f"{person_name} · target {target_text(target)}"]
    return [f"{person_name} · need {need_text(need_mcg)} µg a day · target {target_text(target)}"]


def plan_closing(obstacle: Obstacle | None, factors: Sequence[Factor]) -> list[str]:
    """What the table of regimens is, and is not."""
    lines = [NOT_ASSESSED[obstacle]] if obstacle else []
    lines += [f"{one.kind.name}: {one.kind.sentence}" for one in factors]
    return [
        *(part for line in lines for part in wrapped(line)),
        "V: the Vegan Society's (1.5 µg in fortified food). A: the article's.",
        "units: tablets or servings a month.",
        "µg absorbed a day: estimates for people who absorb normally, without food.",
        "A table to choose from, not advice; forms count alike, sublingual as swallowed.",
    ]


def _comparison(coverage: Coverage) -> list[str]:
    need = coverage.need_mcg
    if coverage.verdict is Verdict.NOT_ASSESSED or need is None:
        return []
    leaves_out = coverage.judged is not coverage.absorbed
    absorbed = coverage.judged
    of_what = " without the B12 bound in food" if leaves_out else ""
    needed = f"the need of {need_text(need)} µg"
    if coverage.verdict is Verdict.COVERED:
        return [
            f"the cautious estimate{of_what}, {_least(absorbed.low, need)} µg a day, meets {needed}"
        ]
    likely = f"the likely estimate{of_what}, {_least(absorbed.likely, need)} µg a day,"
    if coverage.verdict is Verdict.LIKELY_COVERED:
        low = _least(absorbed.low, need)
        return [f"{likely} meets {needed}; the cautious one, {low} µg, does not"]
    return [f"{likely} is below {needed}"]


def _least(mcg: float, need: float) -> str:
    """An estimate beside a need, so that rounding never contradicts the verdict."""
    text = estimate_text(mcg)
    if mcg < need <= float(text.replace(",", "").removeprefix("<")):
        return f"just under {need_text(need)}"
    if mcg >= need > float(text.replace(",", "").removeprefix("<")):
        return f"just over {need_text(need)}"
    return text


def _missing_records(coverage: Coverage) -> list[str]:
    if coverage.planned:
        return []
    missing = [day.day for day in coverage.days if not day.recorded]
    if not missing or not coverage.recorded_days:
        return []
    one = len(missing) == 1
    line = (
        f"{len(missing)} of {len(coverage.days)} days {'has' if one else 'have'} no record and "
        f"{'counts' if one else 'count'} as nothing taken: {listed_days(missing)}"
    )
    if coverage.verdict is Verdict.SHORT:
        line += "; if B12 was taken on them, missing records may be the cause"
    lines = [line]
    begins = coverage.diary_begins
    if begins is not None and coverage.first_day < begins <= coverage.last_day:
        lines.append(f"the diary begins on {begins}: `b12 coverage --from {begins}` starts there")
    return lines


def _about_the_intakes(coverage: Coverage) -> list[str]:
    lines = []
    if coverage.planned and coverage.schedules:
        lines.append(f"planned: {'; '.join(coverage.schedules)}; food is not counted")
    if coverage.not_known:
        lines.append(
            f"{coverage.not_known} of the intakes are of unknown content and count as nothing: "
            "the figures are “at least”"
        )
    if coverage.has_injections:
        lines.append(
            "what an injection leaves in the body is counted in equal parts over "
            f"{SPREAD_DAYS} days from its own"
        )
    if coverage.nasal_doses:
        lines.append(
            f"{coverage.nasal_doses} nasal doses are not counted: their uptake is unverified"
        )
    return lines


def _about_the_person(coverage: Coverage) -> list[str]:
    lines = []
    if len(coverage.needs) > 1:
        first, last = need_text(min(coverage.needs)), need_text(max(coverage.needs))
        lines.append(f"the need changes in these days, from {first} to {last} µg: its mean counts")
    if coverage.is_childs and Obstacle.INFANT not in coverage.obstacles:
        lines.append("the model is one of adults; for a child it is a rough guide")
    if coverage.crystalline is not None:
        came, half = coverage.crystalline.mcg, coverage.crystalline.half_of_target_mcg
        only = "" if coverage.crystalline.is_enough else "only "
        lines.append(
            "from 51, at least half of the target is asked for as crystalline B12: "
            f"{only}{amount(came)} µg a day came so, half is {amount(half)} µg"
        )
    if coverage.person.born is None:
        lines.append("no day of birth in the profile: the need of an adult is used")
    return lines + [f"{one.kind.name}: {one.kind.sentence}" for one in coverage.factors]


def _shows_view(coverage: Coverage) -> bool:
    return coverage.crystalline is not None or any(
        one.kind.concerns_food_bound for one in coverage.factors
    )
