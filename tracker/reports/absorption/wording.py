"""Coverage, estimates and regimens in words: never a diagnosis, never “take this”."""

from __future__ import annotations

from tracker.language.days import WEEKDAY_NAMES
from tracker.nutrition.absorption.coverage import Coverage, Planned, Recorded
from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.absorption.model.injections import SPREAD_DAYS
from tracker.nutrition.absorption.regimens import Adviser, Plan, Regimen
from tracker.nutrition.absorption.verdict import Obstacle, Verdict
from tracker.nutrition.diary.adherence import by_schedule
from tracker.nutrition.supplements.schedule import Schedule
from tracker.reports.absorption.obstacles import not_assessed
from tracker.reports.figures import absorbed_text, estimate_text, listed_days, need_text
from tracker.reports.lines import wrapped
from tracker.reports.numbers import amount, counted
from tracker.reports.people.targets import target_text
from tracker.reports.supplements.due import adherence_text

CAVEAT = (
    "An estimate from recorded intake, for people who absorb normally.",
    "It says nothing about blood levels and is no medical advice.",
)

_MARKS = {Adviser.VEGAN_SOCIETY: "V", Adviser.ARTICLE: "A", Adviser.PERSON: "→"}


def without_food_bound(coverage: Coverage) -> str:
    """Said after what a verdict or an outlook rests on, where food-bound B12 is left out of it."""
    return " without the B12 bound in food" if coverage.leaves_out_food_bound else ""


def reasons(coverage: Coverage) -> list[str]:
    """Why the verdict is what it is, and what it leaves open: a sentence each, without a dot."""
    if not coverage.estimates.holds:
        return [not_assessed(Obstacle.INFANT)]
    return [
        *(not_assessed(obstacle) for obstacle in coverage.obstacles),
        *_comparison(coverage),
        *_missing_records(coverage),
        *_about_the_intakes(coverage),
        *_about_the_person(coverage),
    ]


def coverage_heading(coverage: Coverage) -> str:
    """Whose days, which, and how many have a record."""
    period = coverage.period
    days = len(period.days)
    what = "as planned" if coverage.planned else f"{coverage.recorded_days} recorded"
    span = f"{period.first_day} to {period.last_day}"
    return f"{coverage.person.name} · {span} · {counted(days, 'day')}, {what}"


def coverage_lines(coverage: Coverage) -> list[str]:
    """The figures and the verdict with its reasons."""
    need = "not known" if coverage.need_mcg is None else f"{need_text(coverage.need_mcg)} µg a day"
    figures = [
        f"absorbed     {absorbed_text(coverage.absorbed)} a day, an estimate",
        f"need         {need}",
    ]
    lines = [
        *(figures if coverage.estimates.holds else []),
        f"verdict      {coverage.verdict.value}",
        *(line for reason in reasons(coverage) for line in wrapped(reason, "  - ", "    ")),
    ]
    gap = coverage.longest_gap_days
    if gap:
        lines.append(f"longest gap  {counted(gap, 'day')} without B12")
    for one in coverage.basis.adherence if isinstance(coverage.basis, Recorded) else ():
        said = f"{one.schedule.name}: {adherence_text(one)}"
        lines += wrapped(said, "schedule     ", " " * 13)
    if _shows_view(coverage):
        view = absorbed_text(coverage.without_food_bound.absorbed)
        lines.append(f"without the B12 bound in food: {view} a day")
    return lines


def closing_lines(coverage: Coverage) -> list[str]:
    """What the figures are, and are not."""
    if not coverage.estimates.holds:
        return [CAVEAT[1]]
    if coverage.planned:
        return ["An estimate from the schedules alone, for people who absorb normally.", CAVEAT[1]]
    return list(CAVEAT)


def estimate_lines(estimates: Estimates) -> list[str]:
    """The lines under a day's or a week's totals: absorbed against needed, and not taken."""
    count = len(estimates.days)
    lines = _absorbed_lines(estimates) if estimates.holds else []
    for obstacle in estimates.obstacles:
        lines += wrapped(not_assessed(obstacle), "not assessed ", " " * 13)
    for schedule, days in by_schedule(estimates.not_taken).items():
        when = f": {listed_days(days)}" if count > 1 else ""
        at = f" at {schedule.at:%H:%M}" if schedule.at else ""
        lines += wrapped(f"{schedule.name}, due{at}{when}", "not taken    ", " " * 13)
    return lines


def _absorbed_lines(estimates: Estimates) -> list[str]:
    count = len(estimates.days)
    a_day = " a day" if count > 1 else ""
    need = estimates.need_mcg
    needed = "" if need is None else f" · need {need_text(need)} µg"
    lines = [f"absorbed     {absorbed_text(estimates.absorbed)}{a_day}, an estimate{needed}"]
    if count > 1 and not all(day.recorded for day in estimates.days):
        lines.append(f"             over all {count} days; without a record, nothing counts")
    if left_out := _left_out(estimates):
        lines.append(f"             {left_out}")
    return lines


def plan_heading(plan: Plan) -> list[str]:
    """For whom the regimens are compared, and with what."""
    need = "" if plan.need_mcg is None else f"need {need_text(plan.need_mcg)} µg a day · "
    return [f"{plan.person.name} · {need}target {target_text(plan.target)}"]


def how_often(regimen: Regimen) -> str:
    """How often a regimen is taken, for a narrow column: `twice a day`, `on Mon, Thu`."""
    if regimen.units_a_day == 2:
        return "twice a day"
    weekdays = [WEEKDAY_NAMES[number][:3] for number in regimen.recurrence.weekdays]
    return f"on {', '.join(weekdays)}" if weekdays else regimen.recurrence.words


def mark_of(regimen: Regimen) -> str:
    """Who advises a regimen, as `plan_closing` explains it: `V`, `A`, or `→` for one's own."""
    return "".join(_MARKS[adviser] for adviser in regimen.advised_by)


def plan_closing(plan: Plan) -> list[str]:
    """What the table of regimens is, and is not."""
    lines = [not_assessed(plan.obstacle)] if plan.obstacle else []
    lines += [f"{one.kind.name}: {one.kind.sentence}" for one in plan.factors]
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
    absorbed = coverage.judged.absorbed
    of_what = without_food_bound(coverage)
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
    if not isinstance(coverage.basis, Recorded):
        return []
    period = coverage.period
    missing = [day.day for day in period.days if not day.recorded]
    if not missing or not coverage.recorded_days:
        return []
    one = len(missing) == 1
    line = (
        f"{len(missing)} of {len(period.days)} days {'has' if one else 'have'} no record and "
        f"{'counts' if one else 'count'} as nothing taken: {listed_days(missing)}"
    )
    if coverage.verdict is Verdict.SHORT:
        line += "; if B12 was taken on them, missing records may be the cause"
    lines = [line]
    begins = coverage.basis.diary_begins
    if begins is not None and period.first_day < begins <= period.last_day:
        lines.append(f"the diary begins on {begins}: `b12 coverage --from {begins}` starts there")
    return lines


def _about_the_intakes(coverage: Coverage) -> list[str]:
    lines = []
    if isinstance(coverage.basis, Planned) and coverage.basis.schedules:
        planned = "; ".join(_planned_text(one) for one in coverage.basis.schedules)
        lines.append(f"planned: {planned}; food is not counted")
    not_known = coverage.period.not_known
    if not_known:
        lines.append(
            f"{not_known} of the intakes are of unknown content and count as nothing: "
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
    needs = coverage.estimates.needs
    if len(needs) > 1:
        first, last = need_text(min(needs)), need_text(max(needs))
        lines.append(f"the need changes in these days, from {first} to {last} µg: its mean counts")
    if coverage.is_childs:
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
    if left_out := _left_out(coverage.estimates):
        lines.append(left_out)
    factors = coverage.evidence.factors_there
    return lines + [f"{one.kind.name}: {one.kind.sentence}" for one in factors]


def _left_out(estimates: Estimates) -> str:
    """On which of the days the profile lets the B12 bound in food not count."""
    days = estimates.days_without_food_bound
    if not days:
        return ""
    when = "" if len(days) == len(estimates.days) else f" on {len(days)} of these days"
    return f"the B12 bound in food is not counted{when}, for what the profile says"


def _planned_text(schedule: Schedule) -> str:
    until = f" (it ends on {schedule.last_day})" if schedule.last_day else ""
    return f"{schedule.name} {schedule.recurrence.words}{until}"


def _shows_view(coverage: Coverage) -> bool:
    concerns = any(one.kind.concerns_food_bound for one in coverage.evidence.factors_there)
    is_another = coverage.without_food_bound.absorbed != coverage.absorbed
    is_of_use = concerns or coverage.crystalline is not None
    return coverage.estimates.holds and is_another and is_of_use
