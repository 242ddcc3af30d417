"""Weeks to draw, built from the dataclasses of the field alone."""

import logging
import warnings
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from tracker.nutrition.amounts import ContentRange
from tracker.nutrition.diary.intake import DaySummary, Intake, IntakeKind, Period
from tracker.nutrition.diary.when import When
from tracker.nutrition.people.person import Diet, Person
from tracker.nutrition.people.targets import Target
from tracker.nutrition.supplements.supplement import Route

MONDAY = date(2026, 11, 16)
LONG = "extraordinarily fortified organic wholegrain soy and oat breakfast drink " * 3
SCRIPTS = (
    "王小明 東京 ひらがな 서울",
    "🥚💊👩‍⚕️👍🏽🇫🇷 omelette",
    "سارة محمد عبدالله 1000",
    "שרה לוי",
    "Ζωή Ελένη Привет",
    "हिन्दी ไทย தமிழ் ქართული",
    "$x^2$ \\frac{1}{2} _a_ %s {}",
    "z̶̧̢̛͚̤̖̖͔̗̞͛̌̌͠a̵͂l̷g̸o",
    "\U000e0067\x1b[31m\ufffe\ud800",
)


class Weeks:
    """Builds intakes and weeks of the person `Ana Lima`, Monday 16 November 2026 on."""

    days = tuple(MONDAY + timedelta(number) for number in range(7))
    adult = Target(Decimal("2.4"), "RDA", "19-30 years", "iom-1998")
    pregnant = Target(Decimal("2.6"), "RDA", "pregnancy", "iom-1998", note="a remark on the row")
    infant = Target(Decimal("0.4"), "AI", "0-6 months", "iom-1998")

    def eat(self, mcg, day=0, name="soy milk", fortified="0", low=None, high="same"):
        content = None
        if mcg is not None:
            top = {"same": mcg, None: None}.get(high, high)
            low = Decimal(low or mcg)
            content = ContentRange(low, Decimal(mcg), None if top is None else Decimal(top))
        return Intake(
            kind=IntakeKind.FOOD,
            name=name,
            quantity=Fraction(1),
            portion=None,
            content=content,
            when=When(self.days[day]),
            fortified_mcg=Decimal(fortified),
        )

    def take(self, mcg, day=0, name="tablet of B12", at=time(8), route=Route.ORAL, quantity=1):
        return Intake(
            kind=IntakeKind.SUPPLEMENT,
            name=name,
            quantity=Fraction(quantity),
            portion="tablet",
            content=ContentRange.exactly(Decimal(mcg)),
            when=When(self.days[day], at),
            route=route,
        )

    def week(self, intakes=(), targets=None, name="Ana Lima", diet=Diet.VEGAN):
        targets = targets or [self.adult] * 7
        summaries = [
            DaySummary(day, target, tuple(one for one in intakes if one.day == day))
            for day, target in zip(self.days, targets, strict=True)
        ]
        return Period(Person(1, name, diet=diet), tuple(summaries))

    def typical(self):
        return self.week(
            [
                self.eat("1.0", 0, "fortified soy milk", "1.0", low="0.8", high="1.3"),
                self.eat("1.2", 0, "nutritional yeast", "1.2"),
                self.eat("1.0", 1, "fortified soy milk", "1.0"),
                self.take("1000", 1),
                self.eat("0.67", 2, "oat milk", "0.6"),
                self.eat("0", 4, "tempeh"),
                self.eat("2.1", 5, "soy milk", "2.0", low="0.8", high=None),
                self.eat(None, 5, "curry of the canteen"),
                self.eat("1.12", 6, "egg", low="0.48", high="1.2"),
                self.take("25", 6, "VEG1", at=None),
            ]
        )

    def crowded(self, entries=60):
        names = [*SCRIPTS, LONG, *(script + LONG for script in SCRIPTS)]
        intakes = []
        for day in range(7):
            for number in range(entries):
                name = names[number % len(names)]
                make = self.take if number % 4 == 0 else self.eat
                intakes.append(make("0.3", day, name=f"{name} {number}"))
        return self.week(intakes, name=LONG)

    def all_kinds(self):
        """Weeks of every kind, by name."""
        mixed = [self.infant] * 3 + [self.pregnant] * 4
        near = ["2.396", "2.4", "2.2", "2.1", "2.0", "1.9", "2.5"]
        small = ["0.001", "0.004", "0.02", "0.35", "0.4", "0.45", "0.5"]
        grams = [self.take("1000000", day, route=Route.INJECTION) for day in range(7)] * 60
        steps = [None, self.infant, None, self.adult, self.pregnant, self.infant, None]
        kinds = {
            "empty": self.week(),
            "typical": self.typical(),
            "one entry": self.week([self.eat("1.1")]),
            "zeros": self.week([self.eat("0", day) for day in range(7)]),
            "not known": self.week([self.eat(None, day) for day in range(7)]),
            "near the target": self.week([self.eat(mcg, day) for day, mcg in enumerate(near)]),
            "infant": self.week(
                [self.eat(mcg, day) for day, mcg in enumerate(small)], [self.infant] * 7
            ),
            "target turns": self.week([self.eat("2.5", day) for day in range(7)], mixed),
            "targets come and go": self.week([self.eat("2.5", day) for day in range(7)], steps),
            "no target": self.week([self.eat("2.5", day) for day in (0, 3)], [None] * 7),
            "liver": self.week([self.eat("70.58"), self.take("10"), self.eat("1.1", 1)]),
            "a gram a dose": self.week(grams, [self.infant] * 7),
            "seven entries": self.crowded(7),
            "crowded": self.crowded(),
        }
        named = {f"name {number}": self.week(name=name) for number, name in enumerate(SCRIPTS)}
        return kinds | named


@pytest.fixture
def weeks():
    return Weeks()


@pytest.fixture
def beside():
    """What stands to the right of the lowest text that says so, on its line."""

    def read(figure, words):
        placed = [(*text.get_position(), text.get_text()) for text in figure.texts]
        height, left = min((y, x) for x, y, said in placed if said == words)
        return [said for x, y, said in sorted(placed) if y == height and x > left]

    return read


@pytest.fixture
def place_of():
    """Where on the scales of axes a text stands, its baseline so many points too low."""

    def read(axes, text, too_low=0.0):
        figure = axes.figure
        x, y = text.get_position()
        pixels = (x * figure.bbox.width, y * figure.bbox.height + too_low * figure.dpi / 72)
        return tuple(float(one) for one in axes.transData.inverted().transform(pixels))

    return read


KINDS = Weeks().all_kinds()


def pytest_generate_tests(metafunc):
    if "any_week" in metafunc.fixturenames:
        metafunc.parametrize("any_week", list(KINDS.values()), ids=list(KINDS))
    if "any_page" in metafunc.fixturenames:
        metafunc.parametrize("any_page", list(KINDS), indirect=True)


@dataclass(frozen=True)
class Page:
    """A weekly page as it was drawn, and what was logged while it was."""

    figure: Any
    records: tuple[logging.LogRecord, ...]


@cache
def drawn(kind):
    """The page of a kind of week, drawn once for all tests; a warning is an error."""
    from tracker.reports.charts.week.page import draw_week

    records = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = records.append
    logging.getLogger().addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            figure = draw_week(KINDS[kind]).figure
            figure.canvas.draw()
    finally:
        logging.getLogger().removeHandler(handler)
    return Page(figure, tuple(records))


@pytest.fixture
def any_page(request):
    """The page of every kind of week; whoever changes it draws one of their own."""
    return drawn(request.param)
