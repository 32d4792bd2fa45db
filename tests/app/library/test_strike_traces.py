"""What striking has to walk besides the rows: names copied earlier, drafts, reports, logs."""

import msgspec
import pytest

from app.library.journal import Scope
from app.library.library import Library
from app.library.log import log_file
from app.library.rows import Draft, Note, Outcome, Person
from app.library.strike import strike, strike_effects
from app.moment import stamp
from tests.app.library.household import ID, SAID
from tests.app.library.struck import holding

WORKSHOP = Scope(ID["community"], ID["workshop"])


def test_a_name_copied_before_it_was_corrected_goes(full: Library) -> None:
    """An action keeps its owner's name as it was when it was given to them."""
    owner = full.reader.row(Outcome, ID["outcome"]).owner
    assert owner == ID["person"]
    with full.change("outcome-edit", WORKSHOP) as writer:
        writer.change(writer.row(Outcome, ID["outcome"]), owner_name="Aminata Dialo")
    strike(full, [("person", ID["person"])])
    assert full.reader.row(Outcome, ID["outcome"]).owner_name == ""
    assert holding(full, "Aminata Dialo") == []


def test_every_name_a_person_had_is_struck(full: Library) -> None:
    with full.change("person-edit", WORKSHOP) as writer:
        writer.change(writer.row(Person, ID["person"]), name="Aminata Dialo")
    with full.change("person-edit", WORKSHOP) as writer:
        writer.change(writer.row(Person, ID["person"]), name="Somebody Else")
        writer.put(Draft(place="line", text="as Aminata Dialo said, then", at="now"))
    strike(full, [("person", ID["person"])])
    assert holding(full, "Aminata Dialo") == []


@pytest.mark.parametrize("typed", ["a sentence half", "a sentence half typed by somebody"])
def test_a_draft_in_which_a_struck_text_was_begun_goes(full: Library, typed: str) -> None:
    new = full.moment.new_id()
    with full.change("note-edit", WORKSHOP) as writer:
        now = writer.row(Note, ID["note"])
        text = "a sentence half typed by somebody"
        writer.add(msgspec.structs.replace(now, id=new, text=text))
        writer.put(Draft(place="line", text=typed, at="now"))
    strike(full, [("note", new)])
    assert full.reader.find(Draft, "line") is None


def test_drafts_that_may_mean_somebody_are_counted(full: Library) -> None:
    person = full.moment.new_id()
    with full.change("person-add", WORKSHOP) as writer:
        writer.add(Person(id=person, name="Ann Lee", created=stamp(full.moment.now())))
        writer.put(Draft(place="line", text="ask Ann Lee, then go on", at="now"))
    assert strike_effects(full, [("person", person)]).drafts == 1
    strike(full, [("person", person)])
    assert full.reader.find(Draft, "line") is not None


def test_reports_and_logs_set_aside_that_quote_it_go(full: Library) -> None:
    folder = full.path.parent
    report = folder / "hearth report 2026-01-15 140509.txt"
    report.write_text(f"ValueError: {SAID!r}", encoding="utf-8")
    log = folder / "library log set aside 2026-01-15T140509.wal"
    log.write_bytes(SAID.encode())
    other = folder / "hearth report 2026-01-15 140510.txt"
    other.write_text("ValueError: nothing of the kind", encoding="utf-8")
    effects = strike(full, [("note", ID["note"])])
    assert set(effects.files) == {report, log}
    assert not report.exists()
    assert not log.exists()
    assert other.exists()


def test_where_somebody_reads_the_log_stays_and_goes_later(full: Library) -> None:
    log = log_file(full.path)
    with full.snapshot():
        strike(full, [("note", ID["note"])])
        assert not full.folded, "which is said"
        assert log.stat().st_size > 0
    assert full.fold()
    assert log.stat().st_size == 0
    assert holding(full, SAID) == []
