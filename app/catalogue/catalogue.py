"""The catalogue as everybody is handed it: ordered tables and look-ups by id."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

import msgspec

from app.catalogue.agenda_entries import Agenda, Interlude
from app.catalogue.entries import AgreementRule, Concept, Role, Section, Stage
from app.catalogue.errors import UnknownEntry
from app.catalogue.exercise_entries import Exercise
from app.catalogue.reading_entries import Essay, Instrument, Paradox, Signal, Template, Term
from app.catalogue.register_shapes import Register


class _Named(Protocol):
    @property
    def id(self) -> str: ...


E = TypeVar("E", bound=_Named)


class Catalogue(msgspec.Struct, frozen=True, kw_only=True):
    """All written knowledge, in its order.

    ``exercise(id)`` and its sisters raise :class:`UnknownEntry`; ``find_exercise(id)`` and its
    sisters give None, for ids read from rows, which may come from a later or another catalogue.
    """

    concepts: tuple[Concept, ...]
    stages: tuple[Stage, ...]
    roles: tuple[Role, ...]
    sections: tuple[Section, ...]
    exercises: Sequence[Exercise]
    agendas: tuple[Agenda, ...]
    registers: tuple[Register, ...]
    interludes: tuple[Interlude, ...]
    essays: Sequence[Essay]
    terms: tuple[Term, ...]
    paradoxes: tuple[Paradox, ...]
    instruments: tuple[Instrument, ...]
    templates: Sequence[Template]
    signals: tuple[Signal, ...]
    agreement_rules: tuple[AgreementRule, ...]

    def find_concept(self, concept_id: str) -> Concept | None:
        """The concept of that id, or None."""
        return _find(self.concepts, concept_id)

    def find_stage(self, stage_id: str) -> Stage | None:
        """The stage of that id, or None."""
        return _find(self.stages, stage_id)

    def find_role(self, role_id: str) -> Role | None:
        """The role of that id, or None."""
        return _find(self.roles, role_id)

    def find_section(self, section_id: str) -> Section | None:
        """The charter section of that id, or None."""
        return _find(self.sections, section_id)

    def find_exercise(self, exercise_id: str) -> Exercise | None:
        """The exercise of that id, or None."""
        return _find(self.exercises, exercise_id)

    def find_agenda(self, agenda_id: str) -> Agenda | None:
        """The agenda of that id, or None."""
        return _find(self.agendas, agenda_id)

    def find_register(self, register_id: str) -> Register | None:
        """The register of that id, or None."""
        return _find(self.registers, register_id)

    def find_interlude(self, interlude_id: str) -> Interlude | None:
        """The interlude of that id, or None."""
        return _find(self.interludes, interlude_id)

    def find_template(self, template_id: str) -> Template | None:
        """The template of that id, or None."""
        return _find(self.templates, template_id)

    def find_agreement_rule(self, rule_id: str) -> AgreementRule | None:
        """The rule of agreement of that id, or None."""
        return _find(self.agreement_rules, rule_id)

    def concept(self, concept_id: str) -> Concept:
        """The concept of that id; raises UnknownEntry."""
        return _known("concepts", self.find_concept(concept_id), concept_id)

    def stage(self, stage_id: str) -> Stage:
        """The stage of that id; raises UnknownEntry."""
        return _known("stages", self.find_stage(stage_id), stage_id)

    def role(self, role_id: str) -> Role:
        """The role of that id; raises UnknownEntry."""
        return _known("roles", self.find_role(role_id), role_id)

    def section(self, section_id: str) -> Section:
        """The charter section of that id; raises UnknownEntry."""
        return _known("sections", self.find_section(section_id), section_id)

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise of that id; raises UnknownEntry."""
        return _known("exercises", self.find_exercise(exercise_id), exercise_id)

    def agenda(self, agenda_id: str) -> Agenda:
        """The agenda of that id; raises UnknownEntry."""
        return _known("agendas", self.find_agenda(agenda_id), agenda_id)

    def register(self, register_id: str) -> Register:
        """The register of that id; raises UnknownEntry."""
        return _known("registers", self.find_register(register_id), register_id)

    def interlude(self, interlude_id: str) -> Interlude:
        """The interlude of that id; raises UnknownEntry."""
        return _known("interludes", self.find_interlude(interlude_id), interlude_id)


def _find(entries: Sequence[E], entry_id: str) -> E | None:
    return next((entry for entry in entries if entry.id == entry_id), None)


def _known(table: str, entry: E | None, entry_id: str) -> E:
    if entry is None:
        raise UnknownEntry(table, entry_id)
    return entry
