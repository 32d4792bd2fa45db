"""The themes: the colours of each, by what they are for.

Every colour that carries text is read at 4.5:1 or better on paper, sunk, card and its own wash,
and every control edge is seen at 3:1 or better; in the contrast theme text reaches 7:1. A test
computes it from these tables.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

ThemeName = Literal["light", "dark", "contrast"]

Stage = Literal["discover", "grow", "establish", "put-to-work", "renew"]

STAGES: tuple[Stage, ...] = ("discover", "grow", "establish", "put-to-work", "renew")
"""The stages in the order they are drawn, by their id in the catalogue."""

Tone = Literal[
    "plain",
    "mute",
    "ember",
    "teal",
    "amber",
    "discover",
    "grow",
    "establish",
    "put-to-work",
    "renew",
    "rest",
]
"""What a colour means. ``plain`` is ink, ``ember`` what needs doing, ``teal`` kept or agreed,
``amber`` attention, a stage its own colour; ``rest`` (a break) is for areas, never for text."""


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """The colours of one theme, each as ``#RRGGBB``."""

    name: ThemeName
    paper: str
    sunk: str
    card: str
    line: str
    control: str
    ink: str
    mute: str
    ember: str
    on_ember: str
    ember_hover: str
    teal: str
    amber: str
    discover: str
    grow: str
    establish: str
    put_to_work: str
    renew: str
    rest: str
    amber_fill: str
    """Amber for areas, brighter than amber for text."""
    ember_wash: str
    teal_wash: str
    amber_wash: str
    discover_wash: str
    grow_wash: str
    establish_wash: str
    put_to_work_wash: str
    renew_wash: str
    note_edge: float
    """How much ink there is in the edge of a note, 0 to 1."""
    note_ring: str
    """The edge of a note that is chosen: seen on the note, and on the ground around it."""
    ring: int
    """Width of the ring around what has the focus, pixels."""

    def tone(self, tone: Tone) -> str:
        """The colour of text and marks in this tone."""
        return {
            "plain": self.ink,
            "mute": self.mute,
            "ember": self.ember,
            "teal": self.teal,
            "amber": self.amber,
            "discover": self.discover,
            "grow": self.grow,
            "establish": self.establish,
            "put-to-work": self.put_to_work,
            "renew": self.renew,
            "rest": self.rest,
        }[tone]

    def background(self, tone: Tone) -> str:
        """The pale ground on which text of this tone stands, as in a pill."""
        return {
            "plain": self.sunk,
            "mute": self.sunk,
            "ember": self.ember_wash,
            "teal": self.teal_wash,
            "amber": self.amber_wash,
            "discover": self.discover_wash,
            "grow": self.grow_wash,
            "establish": self.establish_wash,
            "put-to-work": self.put_to_work_wash,
            "renew": self.renew_wash,
            "rest": self.sunk,
        }[tone]


_LIGHT = Theme(
    name="light",
    paper="#FAF7F2",
    sunk="#F3EEE6",
    card="#FFFFFF",
    line="#E3DCD0",
    control="#857A6B",
    ink="#1F2A33",
    mute="#5C6770",
    ember="#A83F23",
    on_ember="#FFFFFF",
    ember_hover="#93341B",
    teal="#1D6A6A",
    amber="#855A00",
    discover="#A83E62",
    grow="#8A5A0C",
    establish="#1D6A6A",
    put_to_work="#2F5F9E",
    renew="#75478A",
    rest="#CFC5B7",
    amber_fill="#E7B04C",
    ember_wash="#FBE9E2",
    teal_wash="#E1F0EE",
    amber_wash="#FFF3D6",
    discover_wash="#FAE8EE",
    grow_wash="#FAEFDC",
    establish_wash="#E1F0EE",
    put_to_work_wash="#E4EDF8",
    renew_wash="#EEE4F3",
    note_edge=0.10,
    note_ring="#A83F23",
    ring=2,
)

_DARK = Theme(
    name="dark",
    paper="#15191D",
    sunk="#101316",
    card="#1D2328",
    line="#323A41",
    control="#7A858E",
    ink="#F0EBE2",
    mute="#A3ADB5",
    ember="#E8815A",
    on_ember="#15191D",
    ember_hover="#F09573",
    teal="#6DB8B0",
    amber="#E0B04A",
    discover="#E08AA6",
    grow="#E2AE5B",
    establish="#6DB8B0",
    put_to_work="#85AEE2",
    renew="#C39AD6",
    rest="#4C555D",
    amber_fill="#E0B04A",
    ember_wash="#3A241C",
    teal_wash="#1B3331",
    amber_wash="#362C17",
    discover_wash="#36232B",
    grow_wash="#362B1B",
    establish_wash="#1B3331",
    put_to_work_wash="#222F3F",
    renew_wash="#302738",
    note_edge=0.10,
    note_ring="#C8552E",
    ring=2,
)

# Black on white rather than the reverse: notes and the wall are light, rooms have daylight, and
# whoever needs a dark ground has the dark theme. Hairlines become lines that count.
_CONTRAST = Theme(
    name="contrast",
    paper="#FFFFFF",
    sunk="#F4F4F4",
    card="#FFFFFF",
    line="#6E6E6E",
    control="#000000",
    ink="#000000",
    mute="#33393E",
    ember="#8A2408",
    on_ember="#FFFFFF",
    ember_hover="#5E1603",
    teal="#004747",
    amber="#573A00",
    discover="#7A1440",
    grow="#5A3700",
    establish="#004747",
    put_to_work="#0C3A7A",
    renew="#511C6B",
    rest="#8A8A8A",
    amber_fill="#D9930D",
    ember_wash="#FFF1EC",
    teal_wash="#EAF7F6",
    amber_wash="#FFF6DF",
    discover_wash="#FFF0F5",
    grow_wash="#FFF6E8",
    establish_wash="#EAF7F6",
    put_to_work_wash="#EEF5FF",
    renew_wash="#F8F0FD",
    note_edge=1.0,
    note_ring="#8A2408",
    ring=3,
)

THEMES: Mapping[ThemeName, Theme] = {"light": _LIGHT, "dark": _DARK, "contrast": _CONTRAST}
"""Every theme's colours."""
