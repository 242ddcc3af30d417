"""A week in words: the title and the description that go with the picture."""

from __future__ import annotations

from tracker.language.names import printable
from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.amounts import percent
from tracker.nutrition.diary.intake import DaySummary, Period
from tracker.nutrition.diary.means import mean_of, target_runs
from tracker.reports.charts.week.estimates import absorbed_sentence
from tracker.reports.numbers import (
    NO_RECORD,
    UNKNOWN,
    counted,
    days_text,
    long_date,
    mcg_text,
    percentage,
)
from tracker.reports.people.targets import full_target_text


def week_title(period: Period) -> str:
    """The title of the picture."""
    return f"Vitamin B12, week {period.week}: {printable(period.person.name)}"


def week_description(period: Period, estimates: Estimates | None = None) -> str:
    """The whole report in words, for readers of the screen and for search."""
    dates = days_text(period.first_day, period.last_day)
    opening = f"Vitamin B12 diary of {printable(period.person.name)}, week {period.week}, {dates}."
    days = " ".join(_day_sentence(day) for day in period.days)
    closing = "Recorded intake, an estimate from a diary; no medical advice."
    said = [opening, *_target_sentences(period), days, _mean_sentence(period), closing]
    if estimates is not None:
        said.append(f"Absorbed, estimated: {absorbed_sentence(estimates)}.")
    return "\n".join(said)


def _target_sentences(period: Period) -> list[str]:
    runs = target_runs(period.days)
    if len(runs) == 1:
        return [f"Target: {full_target_text(runs[0].target)}."]
    return [
        f"Target from {long_date(run.first_day)}: {full_target_text(run.target)}." for run in runs
    ]


def _day_sentence(day: DaySummary) -> str:
    if not day.recorded:
        return f"{long_date(day.day)}: {NO_RECORD}."
    total = day.total
    if total.best is None:
        return f"{long_date(day.day)}: {UNKNOWN}."
    share = "" if day.percent.best is None else f", {percentage(day.percent.best)} of the target"
    return f"{long_date(day.day)}: {_least(total.not_known)}{mcg_text(total.best)}{share}."


def _mean_sentence(period: Period) -> str:
    mean = mean_of(period)
    if not period.recorded:
        return "No day of this week has a record; that is unknown, not zero."
    if mean is None:
        return "No amount of this week is known."
    days = counted(mean.days, "recorded day")
    sentence = f"Mean over {days}: {_least(mean.total.not_known)}{mcg_text(mean.best_mcg)} a day"
    if mean.target_mcg is not None:
        sentence += f", {percentage(mean.percent.best)} of the target, {mean.beside_the_target}"
    if mean.supplements_mcg:
        share = percent(mean.food_mcg, mean.target_mcg)
        of_target = "" if share is None else f", {percentage(share)} of the target"
        food = f"{_least(mean.food_not_known)}{mcg_text(mean.food_mcg)}"
        sentence += f"; from food alone {food}{of_target}"
    return sentence + "."


def _least(not_known: int) -> str:
    return "at least " if not_known else ""
