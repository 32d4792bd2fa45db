"""A page with one of everything, as a charter and a summary would have it."""

from app.colours import NoteColour
from app.diagram import Box, Diagram, Dot, Label, Shape, Stroke
from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Page,
    Panel,
    Panels,
    Piece,
    Rule,
    Span,
    Table,
    paragraph,
    spans,
)

SCRIPTS = {
    "latin": "The first office offers coffee: naïveté, œuvre, Łódź, señor, ½ — “quoted”.",
    "greek": "Η γέφυρα μιλά σε όποιον ακούει.",
    "cyrillic": "Мост говорит тому, кто слушает; Ђорђе, їжак.",
    "arabic": "الجسر يتكلم لمن يصغي (قسم 12) ولا يخفي شيئاً.",
    "hebrew": "הגשר מדבר (פרק 12) למי שמקשיב, שָׁלוֹם.",
    "devanagari": "पुल सुनने वाले से बोलता है, क्षेत्र और विद्यार्थी।",
    "emoji": "🙂 🌉 👩‍🔧 ✔️ 🇨🇦",
}


def _note(
    x: float, y: float, width: float, text: str, tone: NoteColour, votes: int = 0
) -> list[Shape]:
    """A note of the sample figure with its votes."""
    height = 34.0 if votes or len(text) > 22 else 22.0
    shapes: list[Shape] = [
        Box(x, y, width, height, fill=tone, radius=3),
        Label(x + 7, y + 4.5, width - 12, text, size=9.4),
    ]
    shapes.extend(Dot(x + 12 + 9 * vote, y + 23, 3.7, fill="ink") for vote in range(votes))
    return shapes


def figure() -> Figure:
    """A matrix of six notes."""
    shapes: list[Shape] = [
        Box(0.5, 0.5, 491, 279, stroke="line", fill="paper", radius=8),
        Stroke(246, 10, 246, 270, "line"),
        Stroke(10, 141, 482, 141, "line", dashed=True),
        Label(12, 9, 200, "Takes energy · matters much", size=9, colour="mute"),
        Label(280, 9, 200, "Gives energy · matters much", 9, colour="mute", align="right"),
        Label(12, 260, 200, "Takes energy · matters little", size=9, colour="mute"),
        Label(280, 260, 200, "Gives energy · matters little", 9, colour="mute", align="right"),
        *_note(28, 38, 104, "Typing up minutes nobody reads", "rose"),
        *_note(103, 87, 112, "Quarterly statistics", "rose", 5),
        *_note(280, 38, 112, "Case clinics", "green", 7),
        *_note(374, 87, 98, "Field days", "green"),
        *_note(56, 178, 104, "Logo discussions", "orange"),
        *_note(308, 188, 112, "Photo of the month", "blue"),
        Label(290, 225, 120, "A long label that is cut after its second line ends", 8, lines=2),
    ]
    return Figure(
        Diagram(492, 280, tuple(shapes)),
        "Six notes on two axes; case clinics and field days give energy and matter much.",
        "The six notes with most votes, of thirty-one from fifteen people.",
        Table(("Note", "Votes"), (("Case clinics", "7"), ("Quarterly statistics", "5"))),
    )


def charter() -> tuple[Piece, ...]:
    """A charter's first page."""
    return (
        paragraph("Charter · version 3", "eyebrow"),
        Heading(1, "Bridge Inspection Practice"),
        paragraph(
            "Agreed to try, 15 January 2026 · 13 agree, 2 with reservations (page 4), 3 away"
            " · next renewal by January 2027",
            "small",
        ),
        Rule(),
        paragraph(
            "We take care of the craft of seeing what a concrete bridge is telling us,"
            " and of saying so in time.",
            "lead",
        ),
        Heading(2, "What we take care of", 1),
        paragraph(
            "This covers inspection, interpretation and the advice that follows, for road"
            " bridges over twenty years old. We leave out new construction, and leave railway"
            " bridges to the rail community, with whom we meet each spring."
        ),
        Panels(
            (
                Panel(
                    "In scope",
                    (
                        "Visual and acoustic inspection · reading of cores · condition ratings"
                        " · when to close a lane",
                    ),
                    "teal",
                ),
                Panel(
                    "Not ours",
                    (
                        "New construction · railway bridges · procurement of sensors"
                        " (we ask to be heard)",
                    ),
                    "sunk",
                ),
            )
        ),
        *_questions(),
    )


def _questions() -> tuple[Piece, ...]:
    return (
        Heading(2, "The questions we hold", 2),
        Bullets(
            (
                spans("Which cracks can wait, and how do we know?"),
                spans("How do we teach an ear for delamination?"),
                spans("What should a rating mean to someone who has never seen the bridge?"),
            ),
            ordered=True,
        ),
        Heading(2, "Who tends what", 3),
        Table(
            ("Role", "Held by", "Until"),
            (
                ("Coordinator", "Nora Singh", "January 2028"),
                ("Sponsor", "Denis Roy", "December 2027"),
                ("Knowledge steward", "Luc Pelletier", "January 2027"),
                ("Newcomer guide", "Aïcha Benali", "January 2027"),
            ),
            widths=(0.405, 0.26, 0.335),
        ),
    )


def summary() -> tuple[Piece, ...]:
    """A block of a workshop's summary, then the rest of what a page can hold."""
    return (
        NewPage(),
        paragraph("Workshop summary · Renewal, 15 January 2026", "eyebrow"),
        Heading(2, "What gives and takes energy"),
        paragraph(
            "We sorted everything the community does by the energy it gives and by how much it"
            " matters. The group decided that four things stop and that case clinics double,"
            " and will ask for one to be funded."
        ),
        figure(),
        Heading(3, "Decided"),
        Bullets(
            (
                spans("Minutes become three lines in the channel, by whoever hosts."),
                (
                    Span("Quarterly statistics ", strong=True),
                    Span("are asked back from the "),
                    Span("ministry’s own", emphasis=True),
                    Span(" system."),
                ),
            )
        ),
        Heading(3, "To do"),
        Table(
            ("What", "Who", "By when"),
            (
                ("Ask Denis to fund the statistics", "Maude", "30 January"),
                ("Second case clinic each month", "Aïcha", "from February"),
            ),
            strong_column=0,
        ),
        paragraph("We would rather hear it late than never hear it.", "quote"),
        paragraph("What would you miss if this community stopped tomorrow?", "say"),
        Heading(2, "In every script"),
        Bullets(tuple(spans(text) for text in SCRIPTS.values())),
        Panels(
            (
                Panel("Ember", (SCRIPTS["hebrew"],), "ember"),
                Panel("Amber", (SCRIPTS["arabic"],), "amber"),
                Panel("Teal", (SCRIPTS["devanagari"],), "teal"),
            )
        ),
        Heading(2, "Everything people said"),
        Table(
            ("Number", "Note", "From"),
            tuple(
                (str(place), f"Note {place}: the deck sounds hollow near the joint.", "table 2")
                for place in range(1, 61)
            ),
            widths=(0.15, 0.6, 0.25),
            caption="All sixty notes, as they came",
        ),
    )


def page(*pieces: Piece, language: str = "en") -> Page:
    """A page of these pieces, or the whole sample."""
    return Page(
        language,
        "Bridge Inspection Practice",
        "Bridge Inspection Practice · Charter v3",
        "{n} of {total}",
        "Figure {n}.",
        "Bridge Inspection Practice",
        pieces or (*charter(), *summary()),
    )
