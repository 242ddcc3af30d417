"""Coverage and regimens as text tables."""

from __future__ import annotations

from rich.table import Table

from tracker.nutrition.absorption.coverage import Coverage
from tracker.nutrition.absorption.parts import Origin
from tracker.nutrition.absorption.regimens import Plan, Regimen
from tracker.nutrition.supplements.supplement import Route
from tracker.reports.absorption.wording import how_often, mark_of
from tracker.reports.figures import estimate_text
from tracker.reports.numbers import amount
from tracker.reports.tables import plain_table


def origin_table(coverage: Coverage) -> Table:
    """Intake and estimated absorption a day, by where they came from."""
    by_origin = coverage.estimates.by_origin
    intakes = [amount(coverage.intake_by_origin[origin]) for origin in Origin]
    absorbed = [estimate_text(by_origin[origin]) for origin in Origin]
    rows = [["intake", *intakes, amount(coverage.intake_mcg)]]
    if coverage.estimates.holds:
        rows.append(["absorbed, likely", *absorbed, estimate_text(coverage.absorbed.likely)])
    return plain_table(["µg a day", "food", "fortified", "supplements", "total"], rows)


def plan_table(plan: Plan) -> Table:
    """Regimens side by side: what is taken, what is absorbed, the verdict, units a month."""
    rows = [
        [
            mark_of(one.regimen),
            f"{amount(one.regimen.strength_mcg)} µg {_way(one.regimen)}{how_often(one.regimen)}",
            estimate_text(one.absorbed.low),
            estimate_text(one.absorbed.likely),
            "–" if one.absorbed.high is None else estimate_text(one.absorbed.high),
            one.verdict.value,
            f"{one.regimen.units_a_month:.0f}" if one.regimen.units_a_month >= 1 else "<1",
        ]
        for one in plan.outcomes
    ]
    return plain_table(["", "dose", "low", "likely", "high", "verdict", "units"], rows)


def _way(regimen: Regimen) -> str:
    return "" if regimen.route is Route.ORAL else f"{regimen.route} "
