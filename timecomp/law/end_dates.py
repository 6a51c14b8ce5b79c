"""The dates of one end of one sentence, and the starts from which they run."""

from datetime import date

from timecomp.engine.frozen import dataclass
from timecomp.law.shortening import Shortened


@dataclass(frozen=True, slots=True)
class Starts:
    """Where an end starts on the calendar, after credits, and with special credits projected."""

    calendar: date | None
    net: date | None
    projected: date | None


@dataclass(frozen=True, slots=True)
class EndDates:
    """Where an end falls; None where no such date exists or a person must settle it."""

    starts: Starts
    calendar: date | None = None
    net: Shortened | None = None
    projected: Shortened | None = None

    @property
    def ends(self) -> Starts:
        """The days from which what follows starts."""
        return Starts(
            self.calendar,
            self.net.day if self.net else None,
            self.projected.day if self.projected else None,
        )


NO_START = Starts(None, None, None)
UNSETTLED = EndDates(NO_START)
