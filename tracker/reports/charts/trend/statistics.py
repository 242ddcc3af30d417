"""The statistics of a run of days as figures in a row."""

from __future__ import annotations

from tracker.nutrition.diary.trends import Direction, Share, Statistics
from tracker.reports.charts.layout import SummaryCell
from tracker.reports.numbers import NONE_SHOWN, mcg_text, percentage


def summary_cells(found: Statistics) -> list[SummaryCell]:
    """The statistics as figures in a row."""
    least = "≥ " if found.not_known else ""
    means = [
        SummaryCell(label, NONE_SHOWN if mcg is None else least + mcg_text(mcg), (remark,))
        for label, mcg, remark in (
            ("mean a day", found.mean_mcg, _of_target(found, least)),
            ("median", found.median_mcg, "of recorded days"),
        )
    ]
    recorded = f"{found.recorded_days} of {found.days}"
    others = "every day" if found.recorded_days == found.days else "the rest is unknown"
    return [
        *means,
        _share("days at target", found.days_at_target, least),
        _share("weeks at target", found.weeks_at_target, least),
        SummaryCell("days recorded", recorded, (others,)),
        _direction(found.direction),
    ]


def _of_target(found: Statistics, least: str) -> str:
    if found.mean_percent is None:
        return "no target applies" if found.mean_mcg is not None else "no amount is known"
    return f"{least}{percentage(found.mean_percent)} of the target"


def _share(label: str, share: Share, least: str) -> SummaryCell:
    if not share.of:
        return SummaryCell(label, NONE_SHOWN, ("none to compare",))
    least = "" if share.count == share.of else least
    remark = f"{least}{percentage(share.percent)}, at or above"
    return SummaryCell(label, f"{least}{share.count} of {share.of}", (remark,))


def _direction(direction: Direction) -> SummaryCell:
    if direction is Direction.TOO_SHORT:
        return SummaryCell("direction", NONE_SHOWN, (direction.value,))
    words = {Direction.NO_CLEAR: "none clear"}.get(direction, direction.value)
    return SummaryCell("direction", words, ("by weeks, 5 % level",))
