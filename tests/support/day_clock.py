"""A clock for tests of a day: it stands until it is told to go on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/London")
DAY = date(2027, 1, 12)


def local(clock: str, day: date = DAY) -> datetime:
    """The moment at which a clock in London shows that time."""
    return datetime.combine(day, time.fromisoformat(clock), ZONE).astimezone(UTC)


def shown(moment: datetime | None) -> str:
    """A moment as a clock in London shows it."""
    return "" if moment is None else f"{moment.astimezone(ZONE):%H:%M}"


class DayClock:
    """Answers the moment, as `Services.now` does."""

    def __init__(self, clock: str) -> None:
        self.moment = local(clock)

    def __call__(self) -> datetime:
        return self.moment

    def show(self, clock: str) -> None:
        """Let a clock in London show that time."""
        self.moment = local(clock)

    def pass_by(self, seconds: float) -> None:
        """Let so much time go by."""
        self.moment += timedelta(seconds=seconds)
