"""The statistics of a run of days in words and as a JSON document."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.diary.intake import Period
from tracker.nutrition.diary.trends import By, Direction, Share, Statistics
from tracker.reports.diary.buckets import Bucket
from tracker.reports.documents import Document, document, estimate_document, number
from tracker.reports.numbers import UNKNOWN, amount, percentage


def statistics_lines(found: Statistics) -> list[str]:
    """The statistics, a line each."""
    if not found.recorded_days:
        return [f"no record on any of these {found.days} days"]
    gap = "" if found.recorded_days == found.days else "; a day without a record is not zero"
    lines = [f"recorded     {found.recorded_days} of {found.days} days{gap}"]
    if found.mean_mcg is None or found.median_mcg is None:
        return [*lines, f"mean         {UNKNOWN}"]
    least = "at least " if found.not_known else ""
    share = "" if found.mean_percent is None else f" · {percentage(found.mean_percent)} of target"
    lines += [
        f"mean         {least}{amount(found.mean_mcg)} µg a recorded day{share}",
        f"median       {least}{amount(found.median_mcg)} µg",
        f"days         {_share_text(found.days_at_target, least)}",
        f"weeks        {_share_text(found.weeks_at_target, least)}, by their means",
    ]
    lines += _week_lines(found)
    lines.append(f"direction    {direction_text(found.direction)}")
    if found.not_known:
        lines.append(f"not known    the content of {found.not_known} of the intakes")
    return lines


def direction_text(direction: Direction) -> str:
    """The direction, and what it is judged by."""
    if direction is Direction.TOO_SHORT:
        return direction.value
    return f"{direction.value}, by the weeks' means (Mann-Kendall, 5 %)"


def _share_text(share: Share, least: str) -> str:
    if share.percent is None:
        return "not compared: no target applies"
    # All of them cannot be more.
    least = "" if share.count == share.of else least
    return (
        f"{least}{share.count} of {share.of} at or above the target ({percentage(share.percent)})"
    )


def _week_lines(found: Statistics) -> list[str]:
    return [
        f"{label:<13}{week.week}: {amount(week.mean.best)} µg a day, "
        f"{len(week.recorded)} of {len(week.days)} days recorded"
        for label, week in (("best week", found.best_week), ("worst week", found.worst_week))
        if week is not None and week.mean.best is not None
    ]


def trend_document(
    period: Period,
    found: Statistics,
    by: By,
    bars: Sequence[Bucket],
    estimates: Estimates,
    notes: Sequence[str],
) -> Document:
    """The statistics of a run of days, and its days, weeks or months.

    What was absorbed and needed is a mean over all days of each, as in `week --json`.
    """
    return document(
        period.person.name,
        first_day=period.first_day.isoformat(),
        last_day=period.last_day.isoformat(),
        by=by.value,
        days=found.days,
        recorded_days=found.recorded_days,
        not_known=found.not_known,
        mean_intake_mcg=number(found.mean_mcg, 3),
        median_intake_mcg=number(found.median_mcg, 3),
        mean_target_mcg=number(found.mean_target_mcg, 3),
        mean_percent_of_target=number(found.mean_percent, 1),
        days_at_target=_share_document(found.days_at_target),
        weeks_at_target=_share_document(found.weeks_at_target),
        best_week=_week_document(found.best_week),
        worst_week=_week_document(found.worst_week),
        direction=None if found.direction is Direction.TOO_SHORT else found.direction.value,
        series=[
            _bucket_document(one, estimates.between(one.first_day, one.last_day)) for one in bars
        ],
        notes=list(notes),
    )


def _share_document(share: Share) -> Document:
    return {"count": share.count, "of": share.of, "percent": number(share.percent, 1)}


def _week_document(week: Period | None) -> Document | None:
    if week is None:
        return None
    return {
        "week": str(week.week),
        "mean_intake_mcg": number(week.mean.best, 3),
        "recorded_days": len(week.recorded),
    }


def _bucket_document(one: Bucket, estimates: Estimates) -> Document:
    return {
        "first_day": one.first_day.isoformat(),
        "last_day": one.last_day.isoformat(),
        "days": one.days,
        "recorded_days": one.recorded_days,
        "mean_intake_mcg": None if one.mean_mcg is None else round(one.mean_mcg, 3),
        "mean_target_mcg": None if one.mean_target_mcg is None else round(one.mean_target_mcg, 3),
        "not_known": one.not_known,
        "absorbed_mcg": estimate_document(estimates),
        "need_mcg": estimates.need_mcg,
    }
