"""Coverage, estimates and regimens as JSON documents; absorbed figures are not rounded."""

from __future__ import annotations

from tracker.nutrition.absorption.coverage import Coverage, Recorded
from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.absorption.regimens import Plan
from tracker.reports.absorption.wording import how_often, reasons
from tracker.reports.documents import (
    Document,
    absorbed_document,
    document,
    estimate_document,
    number,
)
from tracker.reports.supplements.due import adherence_document, due_dose_document


def coverage_document(coverage: Coverage) -> Document:
    """What a run of days brought against what was needed; `by_source` is the likely estimate."""
    basis = coverage.basis
    return document(
        coverage.person.name,
        first_day=coverage.period.first_day.isoformat(),
        last_day=coverage.period.last_day.isoformat(),
        days=len(coverage.period.days),
        recorded_days=coverage.recorded_days if isinstance(basis, Recorded) else None,
        intake_mcg_per_day=number(coverage.intake_mcg),
        need_mcg_per_day=coverage.need_mcg,
        absorbed_mcg_per_day=estimate_document(coverage.estimates),
        # The key keeps the name that it was given first, as every key does (docs/cli.md).
        by_source={
            origin.value: mcg if coverage.estimates.holds else None
            for origin, mcg in coverage.estimates.by_origin.items()
        },
        verdict=coverage.verdict.value,
        reasons=reasons(coverage),
        longest_gap_days=coverage.longest_gap_days,
        adherence=[
            adherence_document(one)
            for one in (basis.adherence if isinstance(basis, Recorded) else ())
        ],
        not_known=coverage.period.not_known,
    )


def estimates_document(estimates: Estimates) -> Document:
    """What `day --json` and `week --json` add: absorbed against needed, and not taken."""
    return {
        "need_mcg": estimates.need_mcg,
        "absorbed_mcg": estimate_document(estimates),
        "not_taken": [due_dose_document(one) for one in estimates.not_taken],
    }


def week_estimates_document(document: Document, estimates: Estimates) -> Document:
    """The document of a week with what is estimated of it, and of each of its days."""
    days = [
        day | {"need_mcg": one.need_mcg, "absorbed_mcg": estimate_document(one)}
        for day, one in zip(document["days"], estimates.days, strict=True)
    ]
    return document | {"days": days} | estimates_document(estimates)


def plan_document(plan: Plan) -> Document:
    """Regimens side by side."""
    return document(
        plan.person.name,
        need_mcg_per_day=plan.need_mcg,
        regimens=[
            {
                "name": one.regimen.name,
                "strength_mcg": number(one.regimen.strength_mcg),
                "every": how_often(one.regimen),
                "absorbed_mcg_per_day": absorbed_document(one.absorbed),
                "verdict": one.verdict.value,
                "units_a_month": one.regimen.units_a_month,
            }
            for one in plan.outcomes
        ],
    )
