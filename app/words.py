"""Words at the edge: every sentence a person reads, by language, never by a global.

``app`` stores and returns codes; whoever shows something to a person holds a :class:`Words` and
speaks the code. Sentences live in ``resources/words/<room>.toml`` with English and French side by
side, so that one is never changed without seeing the other::

    [people]
    en = { one = "{n} person", other = "{n} people" }
    fr = { one = "{n} personne", other = "{n} personnes" }

and are spoken as ``words("home.people", n=3)``. Plural forms and dates follow CLDR.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Literal

from app.text_direction import isolate

Sentences = Mapping[str, str | Mapping[str, str]]
"""``room.key`` to a sentence, or to its plural forms by CLDR category."""

DateForm = Literal[
    "long", "dated", "full", "medium", "day", "short", "month", "short-month", "weekday"
]

YEARLESS: Mapping[DateForm, DateForm] = {"full": "day", "medium": "short"}
"""Forms of a date that carries its year, and how each is written without."""

LANGUAGES = ("en", "fr")
"""The languages Hearth speaks, by their ISO 639 codes."""

NO_BREAK = "\u00a0"
DAY = 1440
"""Minutes of a day."""
"""The space at which a line never breaks."""

NATIVE_NAMES: Mapping[str, str] = {"en": "English", "fr": "Français"}
"""Each language's own name for itself."""


class Words:
    """Speaks one language: sentences by key, dates, times, lists."""

    def __init__(self, language: str, sentences: Sentences) -> None:
        """Speak ``language`` (``en`` or ``fr``) with the given sentences."""
        self.language = language
        self._sentences = sentences

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence at ``key`` with its values filled in.

        Where the sentence has plural forms, ``n`` chooses among them. Raises KeyError for a key
        that no file in ``resources/words`` has: that is a bug, not bad input.
        """
        found = self._sentences[key]
        if isinstance(found, str) and not values:
            return found
        # A name that runs from the right keeps its order, and leaves the sentence its own.
        said = {name: isolate(one) if isinstance(one, str) else one for name, one in values.items()}
        if isinstance(found, str):
            return found.format_map(said)
        form = "one" if _is_one(self.language, values.get("n", 0)) else "other"
        return found[form].format_map(said)

    def with_sentences(self, sentences: Sentences) -> "Words":
        """The same language, with other sentences as well: those that the catalogue brings."""
        return Words(self.language, {**self._sentences, **sentences})

    def knows(self, key: str) -> bool:
        """Whether there is a sentence at ``key``."""
        return key in self._sentences

    def day(self, day: date, form: DateForm = "medium") -> str:
        """A calendar date as people write it; ``form`` from "long" (with weekday) to "month".

        "dated" is a weekday and a date in short, "full" a date with its month in full. "day" and
        "short" have no year: see :meth:`near_day`.
        """
        # Not Babel's: it takes fifteen milliseconds to look up the first date, and the first
        # window shows some. A test holds the names against it.
        first = day.day == 1
        return self(
            f"calendar.{form}",
            day=self("calendar.first") if first else day.day,  # le 1er mars, le 2 mars
            month=self(f"calendar.month-{day.month}"),
            short=self(f"calendar.short-{day.month}"),
            weekday=self(f"calendar.weekday-{day.isoweekday()}"),
            brief=self(f"calendar.brief-{day.isoweekday()}"),
            year=day.year,
        )

    def near_day(self, day: date, today: date, form: DateForm = "full") -> str:
        """A date as it is said on the day ``today``: with its year unless that is this one."""
        return self.day(day, YEARLESS.get(form, form) if day.year == today.year else form)

    def clock(self, minute: int) -> str:
        """A time of day from its minutes since midnight: "9:05", or "9 h 05" that never breaks.

        French writes a whole hour without its noughts: "9 h".
        """
        hours, minutes = divmod(minute % DAY, 60)
        if self.language == "fr":
            return f"{hours}{NO_BREAK}h" + (f"{NO_BREAK}{minutes:02d}" if minutes else "")
        return f"{hours}:{minutes:02d}"

    def duration(self, minutes: int) -> str:
        """How long something takes: "45 min", "7 h", "7 h 30", never broken."""
        hours, rest = divmod(minutes, 60)
        if not hours:
            return f"{rest}{NO_BREAK}min"
        return f"{hours}{NO_BREAK}h" + (f"{NO_BREAK}{rest:02d}" if rest else "")

    def end_clock(self, minute: int) -> str:
        """When something ends, in minutes since the midnight before it began.

        The midnight after it is 24:00, and what is later is said to be of the next day: "0:00" to
        "0:00" would be no time at all.
        """
        if minute == DAY:
            return f"24{NO_BREAK}h" if self.language == "fr" else "24:00"
        time = self.clock(minute)
        return self("calendar.next-day", time=time) if minute > DAY else time

    def hour(self, moment: datetime, zone: tzinfo) -> str:
        """The time of day of an instant, in ``zone``."""
        local = moment.astimezone(zone)
        return self.clock(local.hour * 60 + local.minute)

    def either(self, one: str, other: str) -> str:
        """Two things joined by "and"."""
        return self.series((one, other))

    def series(self, items: Sequence[str]) -> str:
        """Several things as a sentence lists them: "a, b et c"."""
        if len(items) < 2:
            return "".join(items)
        if len(items) == 2:
            return self("series.two", one=items[0], other=items[1])
        before = items[0]
        for item in items[1:-1]:
            before = self("series.more", before=before, next=item)
        return self("series.last", before=before, last=items[-1])


def capitalized(text: str) -> str:
    """A text as a sentence or a line begins: French days, and words set before others, have no
    capital of their own."""
    return text[:1].upper() + text[1:]


def _is_one(language: str, number: object) -> bool:
    """Whether CLDR's "one" form serves: exactly 1 in English, less than 2 in French."""
    if not isinstance(number, int | float):
        return False
    return abs(number) < 2 if language == "fr" else number == 1
