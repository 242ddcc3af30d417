"""The only reader of the clock: everything else takes a day or a moment as an argument."""

from datetime import UTC, date, datetime, timedelta


def now() -> datetime:
    """The local wall-clock time, to the minute and without a zone, as in a paper diary."""
    return datetime.now().replace(second=0, microsecond=0)


def today() -> date:
    """The calendar day, for somebody whose day starts at midnight."""
    return now().date()


def day_of(moment: datetime, day_starts: int) -> date:
    """A person's calendar day: before the hour `day_starts` it is still yesterday."""
    return (moment - timedelta(hours=day_starts)).date()


def stamp() -> str:
    """The moment in UTC, for the journal of changes."""
    return datetime.now(UTC).isoformat(timespec="seconds")
