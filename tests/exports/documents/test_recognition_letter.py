"""A letter for somebody's file: what they did and held, for whom they want it, never how often
they came."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.community.gatherings import GatheringFields, plan_gathering
from app.community.holdings import HoldingFields, give_role
from app.community.memberships import join
from app.library.rows import Outcome
from app.registers.cells import Party, Value
from app.words import Words
from exports.documents.template_document import RECOGNITION_LETTER, TemplateDocument
from exports.export import file_name, make_page
from exports.facts.person_facts import DoneThing, HeldRole, person_facts
from exports.page import Page
from exports.request import ExportRequest
from exports.template_words import BLANK
from tests.exports.making import House
from tests.exports.telling import items, texts

NOW = datetime(2026, 5, 20, 15, tzinfo=UTC)
TODAY = date(2026, 5, 20)


def member(house: House, name: str, joined: date = date(2025, 3, 9)) -> str:
    """Somebody who joined; gives their id."""
    person = house.person(name).id
    join(house.library, house.community.id, person, joined=joined)
    return person


def did(house: House, person: str, text: str, *, state: str = "done", audience: str = "community",
        settled: date | None = None) -> None:  # fmt: skip
    """An action of somebody's."""
    row = Outcome(
        id=house.library.moment.new_id(), community=house.community.id, workshop=house.workshop.id,
        form="action", text=text, state=state, audience=audience, position=1000, owner=person,
        made="2026-01-15T19:00:00Z", settled=settled.isoformat() if settled else None,
    )  # fmt: skip
    house.put(row)


def asked(house: House, person: str, audience: str = "community") -> ExportRequest:
    """What asks for the letter."""
    return ExportRequest(
        document="template", subject=house.community.id, template=RECOGNITION_LETTER,
        person=person, audience=audience, now=NOW,
    )  # fmt: skip


def letter(house: House, words: Words, person: str, audience: str = "community") -> Page:
    """The letter."""
    with house.library.snapshot() as reader:
        request = asked(house, person, audience)
        return make_page(request, reader, house.catalogue, house.reports, words)


def test_it_tells_what_was_done_and_held(house: House, words: Words) -> None:
    """Of this person, with months and hours; a role to come is not told."""
    ada, idris = member(house, "Ada Roy"), member(house, "Idris Osei")
    did(house, ada, "Wrote the field guide", settled=date(2026, 2, 3))
    did(house, ada, "Will call", state="open")
    did(house, idris, "Printed flags")
    promise: dict[str, Value] = {
        "promise": "Two mornings of advice",
        "from": Party(id=ada),
        "to": Party(party="community"),
    }
    house.entry(promise, register="gives-and-asks", state="kept")
    for role, first, last in (
        ("coordinator", date(2025, 4, 1), date(2026, 3, 31)),
        ("core-group", date(2026, 4, 1), None),
        ("sponsor", TODAY + timedelta(days=30), None),
    ):
        fields = HoldingFields(role=role, person=ada, starts=first, ends=last, hours=6)
        give_role(house.library, house.community.id, fields)
    page = letter(house, words, ada)
    said = "\n".join(texts(list(page.pieces)))
    month = words.day(date(2026, 2, 3), "month")
    done = words("recognition.done-in", what="Wrote the field guide", month=month)
    assert done in items(list(page.pieces))
    assert "Two mornings of advice" in items(list(page.pieces))
    for text in ("Will call", "Printed flags", "Idris"):
        assert text not in said
    coordinator = house.catalogue.role("coordinator").in_language(words.language).name
    sponsor = house.catalogue.role("sponsor").in_language(words.language).name
    held = [one for one in items(list(page.pieces)) if words("roles.hours", n=6) in one]
    assert len(held) == 2
    assert held[0].startswith(coordinator)
    assert words.day(date(2026, 3, 31), "month") in held[0]
    assert not any(one.startswith(sponsor) for one in items(list(page.pieces)))
    assert words.day(date(2025, 3, 9), "month") in said
    assert "Ada Roy" in file_name(page, "pdf")
    assert words("paper.for-community") not in page.foot, "it goes where the person takes it"


def test_forms_of_recognition_in_use_are_named(house: House, words: Words) -> None:
    """Not those that were only wished for."""
    ada = member(house, "Ada Roy")
    kept: dict[str, Value] = {"way": "A line in the plan", "door": "development"}
    house.entry(kept, register="recognition", state="in-use")
    house.entry({"way": "A medal"}, register="recognition", state="wished-for")
    found = items(list(letter(house, words, ada).pieces))
    register = house.catalogue.register("recognition").in_language(words.language)
    assert any(
        "A line in the plan" in one and register.options["door"]["development"] in one
        for one in found
    )
    assert not any("A medal" in one for one in found)


def test_a_contribution_is_told_as_far_as_the_person_wishes(house: House, words: Words) -> None:
    """Of this person; what nobody said how far to tell stays with the facilitator."""
    ada, idris = member(house, "Ada Roy"), member(house, "Idris Osei")
    for text, giver, consent in (
        ("Showed us the forms", ada, "community"),
        ("Sat with a newcomer", ada, ""),
        ("Lent a projector", idris, "community"),
    ):
        given: dict[str, Value] = {"contribution": text, "by": Party(id=giver)}
        given |= {"consent": consent} if consent else {}
        house.entry(given, register="contributions", state="noted")
    found = items(list(letter(house, words, ada).pieces))
    assert "Showed us the forms" in found
    assert "Sat with a newcomer" not in found
    assert "Lent a projector" not in found
    assert "Sat with a newcomer" in items(list(letter(house, words, ada, "facilitator").pieces))


def test_how_often_somebody_came_is_never_told(house: House, words: Words) -> None:
    ada = member(house, "Ada Roy")
    for month in range(1, 6):
        fields = GatheringFields(
            date=date(2026, month, 3), title="Case clinic", held=True, people=(ada,)
        )
        plan_gathering(house.library, house.community.id, fields)
    assert "Case clinic" not in "\n".join(texts(list(letter(house, words, ada).pieces)))


def test_what_is_not_for_its_readers_is_left_out_and_counted(house: House, words: Words) -> None:
    ada = member(house, "Ada Roy")
    did(house, ada, "Spoke with the sponsor", audience="facilitator")
    document = TemplateDocument()
    for audience, told in (("facilitator", True), ("community", False)):
        said = texts(list(letter(house, words, ada, audience).pieces))
        assert any("Spoke with the sponsor" in one for one in said) == told
        reader = house.library.reader
        (left,) = document.left_out(reader, house.catalogue, words, asked(house, ada, audience))
        assert (left.what, left.number) == ("actions", 0 if told else 1)


def test_what_is_not_known_is_left_to_be_written(house: House, words: Words) -> None:
    """For somebody who only joined, and for nobody yet."""
    ada = member(house, "Ada Roy")
    assert BLANK in items(list(letter(house, words, ada).pieces))
    empty = "\n".join(texts(list(letter(house, words, "").pieces)))
    assert BLANK in empty
    assert "{" not in empty


def test_it_is_only_of_those_who_belong_or_belonged(house: House, words: Words) -> None:
    stranger = house.person("Nobody Here").id
    with pytest.raises(KeyError):
        letter(house, words, stranger)


def test_facts_are_typed(house: House) -> None:
    ada = member(house, "Ada Roy")
    did(house, ada, "Wrote the field guide", settled=date(2026, 2, 3))
    fields = HoldingFields(role="core-group", person=ada, starts=date(2026, 4, 1))
    give_role(house.library, house.community.id, fields)
    reader = house.library.reader
    found = person_facts(reader, house.catalogue, house.community.id, ada, "community", TODAY)
    assert found["done"] == (DoneThing("Wrote the field guide", date(2026, 2, 3)),)
    assert found["held"] == (HeldRole("core-group", "", date(2026, 4, 1), None, 0),)
