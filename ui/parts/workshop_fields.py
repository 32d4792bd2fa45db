"""What is asked about a workshop, where it is planned and where it is said otherwise."""

from typing import get_args

from app.catalogue.entries import Purpose
from ui.parts.fields import Field

START, AVAILABLE = 9 * 60, 180
"""A first proposal of when it starts and how long there is, minutes: a morning."""

SPOKEN = ("en", "fr", "en,fr", "fr,en")
"""The languages in the room, the leading one first."""

PURPOSE = Field(
    key="purpose", kind="choice", label="parts.workshop.purpose", half=True,
    options=tuple((one, f"parts.purpose.{one}") for one in get_args(Purpose)),
)  # fmt: skip

LANGUAGES = Field(
    key="languages", kind="choice", label="parts.workshop.languages", half=True,
    options=tuple((one, f"parts.workshop.language-{one.replace(',', '-')}") for one in SPOKEN),
)  # fmt: skip

WHEN_AND_WHERE = (
    Field(key="title", kind="text", label="parts.workshop.title", required=True),
    Field(key="date", kind="date", label="parts.workshop.date", required=True, half=True),
    Field(key="starts", kind="time", label="parts.workshop.starts", required=True, half=True),
    Field(key="minutes", kind="minutes", label="parts.workshop.minutes", required=True, half=True,
          least=15, most=1440, step=15),
    Field(key="expected", kind="number", label="parts.workshop.expected", required=True, half=True,
          least=0, most=500),
    Field(key="place", kind="text", label="parts.workshop.place", half=True),
)  # fmt: skip
