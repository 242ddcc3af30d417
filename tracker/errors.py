"""Errors that a person can act on: one line that says what happened and what to do."""

from collections.abc import Sequence


class TrackerError(Exception):
    """An expected failure; nothing was changed. Its text is the whole message."""


class NotFoundError(TrackerError):
    """What was named does not exist; `nearest` holds names that were perhaps meant."""

    def __init__(self, message: str, nearest: Sequence[str] = ()) -> None:
        hint = f"; did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(message + hint)
        self.nearest = tuple(nearest)


class AmbiguousError(TrackerError):
    """What was named fits several things; `choices` holds their names, likeliest first."""

    def __init__(self, wanted: str, choices: Sequence[str]) -> None:
        listed = "; ".join(choices)
        super().__init__(f"“{wanted}” could be: {listed}. Name one of them; nothing was logged")
        self.wanted = wanted
        self.choices = tuple(choices)
