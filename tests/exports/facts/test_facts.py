"""Facts before pages: days are dates, minutes are numbers, people have their ids."""

from datetime import date

import msgspec
import pytest

from app.library.rows import Holding, Outcome, Person
from app.words import Words
from exports.facts.charter_document import DRAFT, read_charter
from exports.facts.run_sheet import read_run_sheet
from exports.facts.summary import read_summary
from exports.registry import DOCUMENTS
from tests.exports.making import House


def test_a_summary_knows_its_days_and_owners(sample: House) -> None:
    facts = read_summary(sample.library.reader, sample.workshop.id, "facilitator")
    assert facts.workshop.day == date.fromisoformat(sample.workshop.date)
    rows = sample.library.reader.rows(Outcome, order="position", workshop=sample.workshop.id)
    actions = [one for one in rows if one.form == "action"]
    assert [one.text for one in facts.actions] == [one.text for one in actions]
    assert [one.due and one.due.isoformat() for one in facts.actions] == [
        one.due for one in actions
    ]
    assert facts.next is not None
    assert facts.next.day > facts.workshop.day
    for run in facts.runs:
        assert run.began.tzinfo == facts.workshop.zone
        assert run.ended is None or run.ended >= run.began


def test_decisions_stand_with_the_run_they_were_taken_in(sample: House) -> None:
    facts = read_summary(sample.library.reader, sample.workshop.id, "facilitator")
    taken = [one.text for run in facts.runs for one in run.decisions]
    assert taken
    assert set(taken) <= {one.text for one in facts.decisions}


def test_an_agenda_adds_up(sample: House) -> None:
    facts = read_run_sheet(sample.library.reader, sample.workshop.id, "facilitator")
    assert facts.whole
    for day in facts.days:
        assert day.ends > day.starts
        ends = [slot.starts + slot.minutes for slot in day.slots]
        assert [slot.starts for slot in day.slots[1:]] == ends[:-1]
    assert not read_run_sheet(sample.library.reader, sample.workshop.id, "room").whole


def test_a_charter_knows_who_holds_what_until_when(sample: House) -> None:
    reader = sample.library.reader
    facts = read_charter(reader, sample.catalogue, sample.community.id, None, "community")
    assert facts.version is not None
    assert facts.version.day == date.fromisoformat(sample.workshop.date)
    held = {(one.role, one.person, one.ends) for one in reader.rows(Holding)}
    assert {
        (one.role, one.person.id, one.until.isoformat() if one.until else None)
        for one in facts.holders
        if one.person is not None
    } == held
    named = {one.id: one.name for one in reader.rows(Person)}
    assert all(one.person and named[one.person.id] == one.person.name for one in facts.holders)


def test_the_draft_and_a_version_there_is_not(sample: House) -> None:
    reader, community = sample.library.reader, sample.community.id
    assert read_charter(reader, sample.catalogue, community, DRAFT, "room").version is None
    with pytest.raises(KeyError):
        read_charter(reader, sample.catalogue, community, 99, "room")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_is_in_its_subjects_language(sample: House, document: str) -> None:
    """An exercise is at home in all."""
    expected = "" if DOCUMENTS[document].subject == "exercise" else "en"
    request = sample.request(document)
    with sample.library.snapshot() as reader:
        assert DOCUMENTS[document].load().language(reader, request) == expected


def test_narrower_readers_are_told_what_is_left_out(sample: House, words: Words) -> None:
    request = msgspec.structs.replace(sample.request("summary"), audience="organization")
    with sample.library.snapshot() as reader:
        found = DOCUMENTS["summary"].load().left_out(reader, sample.catalogue, words, request)
    facts = read_summary(sample.library.reader, sample.workshop.id, "facilitator")
    numbers = {one.what: one.number for one in found}
    assert numbers["decisions"] == len(facts.decisions)
    assert numbers["actions"] == len(facts.actions)
