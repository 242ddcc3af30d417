"""The pages that `b12 report` draws. A new one is a module that draws it and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tracker.nutrition.absorption.estimate import Estimates
from tracker.nutrition.diary.intake import Period
from tracker.reports.charts.month.page import draw_days, draw_month
from tracker.reports.charts.sheet import Sheet
from tracker.reports.charts.week.page import draw_week

DrawPage = Callable[[Period, Callable[[], Estimates]], Sheet]
"""Draws days; a page that shows what was absorbed asks for the estimates."""

PAGES: Mapping[str, DrawPage] = {
    "week": lambda period, estimate: draw_week(period, estimate()),
    "month": lambda period, _estimate: draw_month(period),
    "days": lambda period, _estimate: draw_days(period),
}
