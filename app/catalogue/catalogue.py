"""The catalogue as everybody is handed it: ordered tables and look-ups by id."""

from typing import Protocol, TypeVar

import msgspec

from app.catalogue.entries import Agenda, Concept, Exercise, Register, Role, Section, Stage
from app.catalogue.errors import UnknownEntry


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
    exercises: tuple[Exercise, ...]
    agendas: tuple[Agenda, ...]
    registers: tuple[Register, ...]

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


def _find(entries: tuple[E, ...], entry_id: str) -> E | None:
    return next((entry for entry in entries if entry.id == entry_id), None)


def _known(table: str, entry: E | None, entry_id: str) -> E:
    if entry is None:
        raise UnknownEntry(table, entry_id)
    return entry
