"""Coverage, schedules and regimens as JSON documents; absorbed figures are not rounded."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.nutrition.absorption.coverage import Coverage, Estimates
from tracker.nutrition.absorption.oral import AbsorbedRange
from tracker.nutrition.absorption.regimens import Outcome
from tracker.reports.absorption.coverage_wording import reasons
from tracker.reports.documents import Document, document, number
from tracker.reports.supplements.due import adherence_document, due_dose_document


def coverage_document(coverage: Coverage) -> Document:
    """What a run of days brought against what was needed; `by_source` is the likely estimate."""
    return document(
        coverage.person.name,
        first_day=coverage.first_day.isoformat(),
        last_day=coverage.last_day.isoformat(),
        days=len(coverage.days),
        recorded_days=None if coverage.planned else coverage.recorded_days,
        intake_mcg_per_day=number(coverage.intake_mcg),
        need_mcg_per_day=coverage.need_mcg,
        absorbed_mcg_per_day=absorbed_document(coverage.absorbed),
        by_source={source.value: mcg for source, mcg in coverage.by_source.items()},
        verdict=coverage.verdict.value,
        reasons=reasons(coverage),
        longest_gap_days=coverage.longest_gap_days,
        adherence=[adherence_document(one) for one in coverage.adherence],
        not_known=coverage.not_known,
    )


def estimates_document(estimates: Estimates) -> Document:
    """What `day --json` and `week --json` add: absorbed against needed, and not taken."""
    return {
        "need_mcg": estimates.need_mcg,
        "absorbed_mcg": absorbed_document(estimates.absorbed),
        "not_taken": [due_dose_document(one) for one in estimates.not_taken],
    }


def week_estimates_document(document: Document, estimates: Estimates) -> Document:
    """The document of a week with what is estimated of it, and of each of its days."""
    days = [
        day | {"need_mcg": one.need_mcg, "absorbed_mcg": absorbed_document(one.absorbed)}
        for day, one in zip(document["days"], estimates.days, strict=True)
    ]
    return document | {"days": days} | estimates_document(estimates)


def plan_document(
    person_name: str, need_mcg: float | None, outcomes: Iterable[Outcome]
) -> Document:
    """Regimens side by side."""
    return document(
        person_name,
        need_mcg_per_day=need_mcg,
        regimens=[
            {
                "name": one.regimen.name,
                "strength_mcg": number(one.regimen.strength_mcg),
                "every": one.regimen.every,
                "absorbed_mcg_per_day": absorbed_document(one.absorbed),
                "verdict": one.verdict.value,
                "units_a_month": one.regimen.units_a_month,
            }
            for one in outcomes
        ],
    )


def absorbed_document(absorbed: AbsorbedRange) -> Document:
    """An estimate in µg; `high` is `null` where it is open."""
    return {"low": absorbed.low, "likely": absorbed.likely, "high": absorbed.high}
