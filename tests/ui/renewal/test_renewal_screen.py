"""Planning a renewal: what is known opens its place, the best agenda is planned with its reason."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.community.holdings import HoldingFields, give_role_to_new_person
from app.library.library import Library
from app.library.rows import Block, Run, Workshop
from tests.app.community.village import TODAY, found, joins, workshop
from tests.ui.community.hamlet import click
from tests.ui.fitting import misfits, settle
from tests.ui.renewal.renewing import button, everything, page, promise
from ui.look.themes import ThemeName
from ui.parts.agenda_choice import EMPTY
from ui.parts.labels import WrapLabel
from ui.renewal.renewal_screen import RenewalScreen


def said(screen: RenewalScreen) -> str:
    """All that the page says."""
    labels = screen.findChildren(WrapLabel)
    return "\n".join(one.text() for one in labels if one.isVisibleTo(screen))


def renewals(library: Library) -> list[Workshop]:
    """The renewals there are."""
    return list(library.reader.rows(Workshop, purpose="renewal"))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "text", "theme"), [((1232, 900), 100, "light"), ((1040, 620), 200, "dark")]
)
def test_everything_and_nothing_fit(
    qtbot: QtBot,
    library: Library,
    language: str,
    size: tuple[int, int],
    text: int,
    theme: ThemeName,
) -> None:
    """In both languages, also in letters twice as large."""
    for community in (everything(library), found(library, "Nothing yet")):
        screen, _, _ = page(
            qtbot, library, community, size=size, language=language, text=text, theme=theme
        )
        assert misfits(screen) == []


def test_of_nothing_known_the_ways_to_know_are_said_and_a_morning_is_proposed(
    qtbot: QtBot, library: Library
) -> None:
    """Each way once, with its sheet, which is read beside the page."""
    screen, stage, _ = page(qtbot, library, found(library))
    assert not screen.groups
    assert screen.missing is not None
    for sheet in ("interview-questions", "survey", "private-word-sheet"):
        click(button(screen, f"sheet {sheet}"))
        assert stage.went.places[-1] == ("read_beside", f"template:{sheet}")
    assert screen.column.agenda == "renewal-morning"
    assert screen.sponsor.isHidden()


def test_what_is_known_stands_in_four_groups_and_each_line_opens_its_place(
    qtbot: QtBot, library: Library
) -> None:
    """The charter, a workshop's closing, the stages, the community's page."""
    community = everything(library)
    screen, stage, asked = page(qtbot, library, community)
    assert list(screen.groups) == ["remember", "look", "choose", "promise"]
    (launch,) = library.reader.rows(Workshop, purpose="launch")
    for name, place in (
        ("known why 0", ("closing", launch.id)),
        ("known why 1", ("charter", community.id)),
        ("known charter 0", ("charter", community.id)),
        ("known roles 0", ("community", community.id)),
    ):
        click(button(screen, name))
        assert stage.went.places[-1] == place
    click(button(screen, "known stages 0"))
    assert asked.stages == [community.id]


def test_the_best_agenda_is_planned_with_a_reason_and_taken_back_in_one_change(
    qtbot: QtBot, library: Library
) -> None:
    """It leads to its design; what was typed is kept with it and nowhere else any more."""
    community = found(library)
    workshop(library, community, date(2024, 9, 12), state="closed")
    for at in range(6):
        joins(library, community, f"Oumar {at}", joined=date(2025, 2, 1))
    screen, stage, _ = page(qtbot, library, community)
    assert screen.column.agenda == "renewal-with-many-newcomers"
    assert "6 of 6 members came after the launch" in screen.column.choice.cards.lines[0].under
    screen.why.form.set_values({"reason": "Half of us were never asked."})
    before = library.reader.count(Workshop)
    screen.plan()
    (made,) = renewals(library)
    assert made.notes == "Half of us were never asked."
    assert stage.went.places[-1] == ("design", made.id)
    agenda = stage.world.catalogue.agenda("renewal-with-many-newcomers")
    planned = library.reader.rows(Block, order="position", workshop=made.id)
    meant = [one.exercise or one.interlude for one in agenda.blocks]
    assert [one.exercise for one in planned] == meant
    assert screen.why.reason == ""
    library.undo(screen.scope())
    assert library.reader.count(Workshop) == before


def test_a_shorter_time_says_what_is_shortened_and_left_out(qtbot: QtBot, library: Library) -> None:
    """And what takes too long even then comes last."""
    screen, stage, _ = page(qtbot, library, found(library))
    column = screen.column
    minutes = stage.world.catalogue.agenda("renewal-morning").minutes
    assert column.form.number("minutes") == minutes
    column.form.set_values({"minutes": 180})
    column.touch("minutes")
    settle()
    assert "instead of" in said(screen)
    assert "left out" in said(screen)
    assert column.choice.cards.lines[-2].id == "renewal-day"
    assert column.choice.cards.lines[-2].reason
    # Another agenda takes no other length than the one that was said.
    column.choice.choose("renewal-when-tired")
    assert column.form.number("minutes") == 180


def test_each_agenda_brings_its_own_length_until_one_is_said(
    qtbot: QtBot, library: Library
) -> None:
    screen, stage, _ = page(qtbot, library, found(library))
    for agenda in ("renewal-day", "renewal-when-tired"):
        screen.column.choice.choose(agenda)
        wanted = stage.world.catalogue.agenda(agenda).minutes
        assert screen.column.form.number("minutes") == wanted
    screen.column.choice.choose(EMPTY)
    screen.plan()
    (made,) = renewals(library)
    assert library.reader.count(Block, workshop=made.id) == 0


@pytest.mark.parametrize(("giver", "taker"), [("sponsor", "community"), ("community", "sponsor")])
def test_a_late_promise_of_or_to_the_sponsor_proposes_a_private_word_first(
    qtbot: QtBot, library: Library, giver: str, taker: str
) -> None:
    """A week before, with its one exercise; its sheet can be printed; planned once is enough."""
    community = found(library)
    screen, stage, asked = page(qtbot, library, community)
    promise(library, stage, community, giver=giver, taker=taker)
    settle()
    assert not screen.sponsor.isHidden()
    click(screen.sponsor.sheet_button)
    assert asked.sheets == [("private-word-sheet", community.id)]
    day = screen.column.form.day("date")
    assert day is not None
    click(screen.sponsor.plan_button)
    settle()
    (made,) = library.reader.rows(Workshop, purpose="sponsor-conversation")
    assert TODAY.isoformat() < made.date < day.isoformat()
    (block,) = library.reader.rows(Block, workshop=made.id)
    assert block.exercise == "private-word"
    assert screen.sponsor.plan_button.isHidden()
    click(screen.sponsor.open_button)
    assert stage.went.places[-1] == ("design", made.id)
    library.undo(screen.scope())
    assert not library.reader.rows(Workshop, purpose="sponsor-conversation")
    assert library.reader.count(Run) == 0


def test_a_private_word_says_that_nobody_sponsors_now(qtbot: QtBot, library: Library) -> None:
    """Who left is not to be spoken with; once there is somebody again, nothing is said of it."""
    community = found(library)
    screen, stage, _ = page(qtbot, library, community)
    promise(library, stage, community, giver="organization", taker="community")
    settle()
    assert not screen.sponsor.nobody.isHidden()
    fields = HoldingFields(role="sponsor", person="", starts=TODAY)
    give_role_to_new_person(library, community.id, "Ingrid Wallin", fields)
    settle()
    assert not screen.sponsor.isHidden()
    assert screen.sponsor.nobody.isHidden()


def test_a_late_promise_between_members_proposes_none(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    screen, stage, _ = page(qtbot, library, community)
    promise(library, stage, community, giver="community", taker="community")
    settle()
    assert screen.sponsor.isHidden()


def test_what_is_known_is_exported_and_other_ways_are_near(qtbot: QtBot, library: Library) -> None:
    community = found(library)
    screen, _, asked = page(qtbot, library, community)
    click(screen.export_button)
    assert asked.exported == [("renewal-brief", community.id)]
    for agenda in ("core-prepares-renewal", "ending-well", "splitting-or-merging"):
        click(button(screen, f"instead {agenda}"))
    assert asked.planned == [
        ("preparation", "core-prepares-renewal"),
        ("closing", "ending-well"),
        ("closing", "splitting-or-merging"),
    ]


def test_a_reason_half_typed_is_given_back(qtbot: QtBot, library: Library) -> None:
    """Whoever looks something up in between finds it again."""
    community = found(library)
    screen, _, _ = page(qtbot, library, community)
    field = screen.why.form.field_widget("reason")
    field.setFocus()
    QTest.keyClicks(field, "The trial is over")
    qtbot.waitUntil(lambda: library.reader.number("SELECT count(*) FROM draft") == 1)
    again, _, _ = page(qtbot, library, community)
    assert again.why.reason == "The trial is over"
