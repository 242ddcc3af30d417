"""The outlook over years in words and as a JSON document: an order of years, never a date."""

from __future__ import annotations

from tracker.nutrition.absorption.model.body_stores import LOWEST_POOL_IN_HEALTH_MCG, Course
from tracker.nutrition.absorption.outlook import Outlook
from tracker.nutrition.absorption.verdict import Obstacle
from tracker.reports.absorption.obstacles import WITHHELD
from tracker.reports.absorption.wording import without_food_bound
from tracker.reports.documents import Document, absorbed_document, document
from tracker.reports.figures import absorbed_text
from tracker.reports.lines import wrapped

OUTLOOK_CAVEATS = (
    "One pool that loses a steady share is a simple model; no person's own is known:",
    "adults hold 0.6 to 3.9 mg (IOM 1998) and lose 0.10 to 0.16 % a day (Doets 2013).",
    "An order of years, never a date. It says nothing about blood levels or health,",
    "and a store that lasts does not make a short intake enough. No medical advice.",
)


def outlook_lines(outlook: Outlook) -> list[str]:
    """Both courses in words, and the caveats."""
    name = outlook.coverage.person.name
    return [
        f"{name} · the body's store over {outlook.years} years, an estimate",
        "",
        *wrapped(f"as now: {as_now(outlook)}; {course_text(outlook.present)}"),
        *wrapped(f"with nothing absorbed: {course_text(outlook.none)}"),
        "",
        *OUTLOOK_CAVEATS,
    ]


def as_now(outlook: Outlook) -> str:
    """What the present course rests on: `about 1.5 µg (1.1 to 1.6) a day absorbed`."""
    of_what = without_food_bound(outlook.coverage)
    return f"{absorbed_text(outlook.present.absorbed)} a day absorbed{of_what}"


def refusal(obstacle: Obstacle) -> str:
    """Why there is no outlook, and what to do where anything helps."""
    withheld = WITHHELD[obstacle]
    remedy = f"; {withheld.remedy}" if withheld.remedy else ""
    return f"there is no outlook: {withheld.why}{remedy}"


def course_text(course: Course) -> str:
    """When the store is low by each reading: `low in about 1 to 7 years`."""
    until = course.years_until_low
    shortest, longest = until.low, until.high
    lowest = f"the lowest seen in health ({LOWEST_POOL_IN_HEALTH_MCG / 1000:g} mg)"
    if shortest is None:
        return f"the store stays above {lowest}, by the cautious reading too"
    if longest is None:
        likely = (
            "stays above it by the likely one"
            if until.likely is None
            else f"after about {_years(until.likely)} by the likely one"
        )
        return (
            f"the store may come down to {lowest} after about {_years(shortest)} by the cautious "
            f"reading, {likely}"
        )
    return f"the store comes down to {lowest} within about {_span(shortest, longest)}"


def outlook_document(outlook: Outlook) -> Document:
    """Both courses, a point for each year."""
    return document(
        outlook.coverage.person.name,
        years=outlook.years,
        lowest_pool_in_health_mcg=LOWEST_POOL_IN_HEALTH_MCG,
        present=_course(outlook.present),
        none=_course(outlook.none),
        caveats=" ".join(OUTLOOK_CAVEATS),
    )


def _course(course: Course) -> Document:
    until = course.years_until_low
    whole_years = [point for point in course.pool if point.years == int(point.years)]
    return {
        "absorbed_mcg_per_day": absorbed_document(course.absorbed),
        "years_until_low": {"low": until.low, "likely": until.likely, "high": until.high},
        "pool_mcg": [
            {
                "year": int(point.years),
                "low": point.low_mcg,
                "likely": point.likely_mcg,
                "high": point.high_mcg,
            }
            for point in whole_years
        ],
    }


def _years(years: float) -> str:
    if years < 1.5:
        return "a year" if years >= 0.5 else "less than a year"
    return f"{years:.0f} years"


def _span(shortest: float, longest: float) -> str:
    if round(shortest) == round(longest):
        return _years(shortest)
    return f"{max(1, round(shortest))} to {round(longest)} years"
