"""Small communities made for a test, and what is exported of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import add_clause, set_heading
from app.charter.versions import agree, propose, record_stances, reserve
from app.community.communities import CommunityFields, create_community
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Cell
from app.library.row import Row
from app.library.rows import (
    Block,
    Clause,
    Community,
    Person,
    RegisterEntry,
    Run,
    Version,
    Workshop,
)
from app.library.writer import Writer
from app.moment import stamp
from app.registers.cells import Values
from app.registers.register_entries import EntryFields, add_entry
from app.resources import resources_folder
from app.words import Words
from app.workshop.notes import add_notes
from app.workshop.planning import WorkshopFields, add_exercise, add_own, plan_workshop, scope_of
from app.workshop.running import Running, enter_block, running_of
from exports.export import make_page, write_page
from exports.kinds.report import KindReports, ReportedRun
from exports.page import Page, Paper, Piece
from exports.registry import DOCUMENTS
from exports.request import ExportRequest
from exports.writers.typeset.font_folder import FontFolder
from ui.kind_tables import make_reports

HALF_PAST_EIGHT = 510


@dataclass
class House:
    """A community and one of its workshops, in a library."""

    library: Library
    catalogue: Catalogue
    community: Community
    workshop: Workshop

    @staticmethod
    def founded(
        library: Library,
        catalogue: Catalogue,
        *,
        name: str = "Lantern Makers",
        languages: tuple[str, ...] = ("en", "fr"),
        purpose: str = "launch",
        agenda: str | None = None,
    ) -> "House":
        """A new community with a workshop planned for 15 January 2026."""
        fields = CommunityFields(name=name, zone="America/Toronto")
        community = create_community(library, fields)
        wish = WorkshopFields(
            community=community.id,
            purpose=purpose,
            title="First evening",
            date="2026-01-15",
            zone="America/Toronto",
            starts=HALF_PAST_EIGHT,
            minutes=240,
            place="The old boathouse",
            languages=languages,
            agenda=agenda,
        )
        return House(library, catalogue, community, plan_workshop(library, catalogue, wish))

    @property
    def reports(self) -> KindReports:
        """What each kind says on paper."""
        return make_reports(self.catalogue)

    @property
    def scope(self) -> Scope:
        """What a change of the community belongs to."""
        return Scope(self.community.id)

    @property
    def in_workshop(self) -> Scope:
        """What a change in the workshop belongs to."""
        return scope_of(self.workshop)

    def current(self, kind: type[Workshop] = Workshop) -> Workshop:
        """The workshop as it now is."""
        return self.library.reader.row(kind, self.workshop.id)

    def plan(self, exercise: str) -> Block:
        """Put an exercise at the end of the agenda."""
        return add_exercise(self.library, self.catalogue, self.workshop, exercise)

    def plan_own(self, title: str, minutes: int = 10) -> Block:
        """Put a block of one's own at the end of the agenda."""
        return add_own(self.library, self.workshop, title, minutes)

    def enter(self, block: Block, *, again: bool = False) -> Running:
        """Go to a block, or through it once more."""
        return enter_block(self.library, self.current(), block, again=again).running

    def now(self, running: Running) -> Running:
        """The same run with everything as it now is."""
        return running_of(self.library.reader, running.run.id)

    def change(self, row: Row, **values: Cell) -> None:
        """Change columns of a row, whatever the program would have to say of it."""
        with self.library.change("edit", self.in_workshop) as writer:
            writer.change(row, **values)

    def put(self, *rows: Row) -> None:
        """Add rows, whatever the program would have to say of them."""
        with self.library.change("add", self.in_workshop) as writer:
            for row in rows:
                writer.add(row)

    def person(self, name: str) -> Person:
        """Somebody new."""
        now = stamp(self.library.moment.now())
        person = Person(id=self.library.moment.new_id(), name=name, created=now)
        self.put(person)
        return person

    def say(self, running: Running, *texts: str, zone: str = "", audience: str = "") -> list[str]:
        """Keep notes; gives their ids."""
        notes = add_notes(self.library, running, zone, texts, audience=audience)
        return [note.id for note in notes]

    def clause(
        self,
        section: str,
        text: str,
        *,
        form: str = "text",
        heading: str = "",
        audience: str = "organization",
        run: str | None = None,
    ) -> Clause:
        """Add a clause to the draft, its text kept as it stands."""
        made = add_clause(self.library, self.scope, section, "x", form="text", run=run)
        if heading:
            made = set_heading(self.library, self.scope, made, heading)
        with self.library.change("clause-edit", self.scope) as writer:
            return _written(writer, made, text=text, form=form, audience=audience)

    def propose(self, day: str = "2026-01-15", reason: str = "", *, here: bool = False) -> Version:
        """Freeze the draft as a version; ``here`` in the workshop."""
        scope = self.in_workshop if here else self.scope
        return propose(self.library, scope, date=day, language="en", reason=reason)

    def agree(
        self,
        version: Version,
        counts: Mapping[str, int],
        reservations: Sequence[str] = (),
        until: str = "2026-09-30",
    ) -> Version:
        """Count stances, keep reservations, and agree to try a version."""
        record_stances(self.library, self.scope, version, counts)
        for text in reservations:
            reserve(self.library, self.scope, version, text)
        return agree(self.library, self.scope, version, until)

    def page(
        self,
        document: str,
        words: Words,
        *,
        audience: str = "community",
        version: int | None = None,
        register: str = "voice",
    ) -> Page:
        """A document as a neutral page."""
        request = self.request(document, audience=audience, version=version, register=register)
        with self.library.snapshot() as reader:
            return make_page(request, reader, self.catalogue, self.reports, words)

    def request(
        self,
        document: str,
        *,
        audience: str = "community",
        version: int | None = None,
        format_: str = "pdf",
        paper: Paper = "letter",
        register: str = "voice",
    ) -> ExportRequest:
        """What asks for a document of this community, or of its workshop."""
        subjects = {
            "community": self.community.id,
            "workshop": self.workshop.id,
            "exercise": "hopes-and-fears",
            "library": self.community.id,
        }
        subject = subjects[DOCUMENTS[document].subject]
        return ExportRequest(
            document=document,
            subject=subject,
            register=register if DOCUMENTS[document].registers else "",
            audience=audience,
            version=version,
            format=format_,
            paper=paper,
        )

    def data(
        self,
        document: str,
        words: Words,
        format_: str = "pdf",
        *,
        audience: str = "community",
        paper: Paper = "letter",
        register: str = "voice",
    ) -> bytes:
        """A document as the bytes of a file."""
        request = self.request(
            document, audience=audience, format_=format_, paper=paper, register=register
        )
        page = self.page(document, words, audience=audience, register=register)
        return write_page(page, request, resources_folder() / "fonts").data

    def entry(
        self,
        values: Values,
        *,
        register: str = "voice",
        state: str = "",
        audience: str = "",
        workshop: str | None = None,
    ) -> RegisterEntry:
        """Write an entry of a register."""
        fields = EntryFields(state=state, audience=audience, workshop=workshop)
        known = self.catalogue.register(register)
        return add_entry(self.library, known, self.community.id, values, fields)

    def reported(
        self, run: Run | Running, words: Words, audience: str = "facilitator"
    ) -> list[Piece]:
        """What is reported of a run."""
        running = running_of(
            self.library.reader, run.run.id if isinstance(run, Running) else run.id
        )
        with self.library.snapshot() as reader:
            one = ReportedRun(reader, self.catalogue, words, audience, running)
            return list(self.reports[running.block.kind].pieces(one))


def house_fonts() -> FontFolder:
    """The house's fonts alone, so that no test depends on the machine's."""
    return FontFolder(resources_folder() / "fonts", machine=())


def _written(writer: Writer, clause: Clause, **values: Cell) -> Clause:
    return writer.change(clause, **values)
