"""Reading the sources: strict, and every fault named with its file and its field."""

from pathlib import Path

import pytest

from app.build_resources import SourcesError, build_resources, fault_text
from app.catalogue.errors import CatalogueError
from app.catalogue.read import read_catalogue
from app.resources import resources_folder
from app.words import LANGUAGES
from app.words_files import load_words
from tests.app.catalogue.sources import change, copy_of_sources

FEARS = "catalogue/exercises/hopes-and-fears.toml"
WORD = "catalogue/exercises/our-word.toml"
TENDS = "catalogue/exercises/who-tends-what.toml"
CARE = "catalogue/exercises/what-we-take-care-of.toml"
ROLES = "catalogue/roles.toml"
STAGES = "catalogue/stages.toml"
SECTIONS = "catalogue/sections.toml"
AGENDA = "catalogue/agendas/launch-whole-charter.toml"
VOICE = "catalogue/registers/voice.toml"
GIVES = "catalogue/registers/gives-and-asks.toml"

# file, what it says, what it shall say instead, the field named, the code
SPOILED = (
    # the shape of one file
    (FEARS, 'kind = "board"', 'kind = "bord"', "kind", "unknown-id"),
    (FEARS, "short = 30", 'short = "20"', "minutes.short", "shape"),
    (FEARS, "short = 30, ", "", "minutes.short", "shape"),
    (FEARS, 'audience = "room"', 'audiance = "room"', "audiance", "shape"),
    (FEARS, 'colour = "green"', 'colour = "teal"', "setup.zones[0].colour", "unknown-id"),
    (FEARS, 'does = "vote"', 'does = "sing"', "steps[3].does", "shape"),
    (FEARS, '[words.en]\nname = "', '[words.en]\nnom = "', "words.en.nom", "shape"),
    (FEARS, '[words.fr.steps.alone]\ntitle = "', '[words.fr.steps.alone]\ntitle = 1 #"',
        "words.fr.steps.alone.title", "shape"),
    (FEARS, 'question = "', 'question = "Now, before anything else is said, ',
        "words.en.question", "shape"),
    (FEARS, 'kind = "board"', 'id = "fears"\nkind = "board"', "id", "named-twice"),
    (FEARS, 'kind = "board"', "kind = board", "", "not-toml"),
    (STAGES, 'colour = "grow"', 'colour = "growing"', "grow.colour", "shape"),
    (STAGES, "[discover]", 'tone = "warm"\n[discover]', "tone", "shape"),
    (ROLES, "term_months = 12", "term_months = 1.5", "coordinator.term_months", "shape"),
    (ROLES, "[sponsor]", "[Sponsor]", "Sponsor.id", "shape"),
    (AGENDA, 'starts = "09:00"', 'starts = "9:00"', "starts", "shape"),
    (AGENDA, "minutes = 450", "minutes = -1", "minutes", "shape"),
    # what holds between languages
    (ROLES, "[mentor.words.fr]", "[mentor.words.es]", "mentor.words.fr", "language-missing"),
    (FEARS, "[words.fr.setup.zones]\nhopes", "[words.fr.setup.zones]\nhope",
        "words.en.setup.zones.hope", "words-missing"),
    (STAGES, '    "What must not change?",\n', "", "renew.words.en.questions[3]", "words-missing"),
    (FEARS, 'room = "', 'room = " ', "words.en.room", "blank"),
    # what holds between a file and the others
    (FEARS, 'stages = ["discover"', 'stages = ["dream"', "stages[0]", "unknown-id"),
    (FEARS, '"hopes-fears"', '"hope"', "concepts[0]", "unknown-id"),
    (FEARS, 'sections = ["why-now", ', 'sections = ["why-not", ', "sections[0]", "unknown-id"),
    (FEARS, 'sections = ["why-now", "norms"]', 'sections = ["norms", "norms"]',
        "sections[1]", "named-twice"),
    (TENDS, '"coordinator", ', '"co", ', "setup.roles[0]", "unknown-id"),
    (SECTIONS, 'parent = "domain"', 'parent = "value"', "in-scope.parent", "unknown-id"),
    (SECTIONS, '"what", "how-often"', '"who", "how-often"',
        "rhythm.words.en.columns.who", "words-missing"),
    (SECTIONS, '[rhythm]\nform = "table"', '[rhythm]\nform = "list"',
        "rhythm.columns", "columns-and-form"),
    (AGENDA, '"opening-round"', '"closing-round"', "blocks[1].exercise", "unknown-id"),
    # time and numbers
    (FEARS, "short = 30", "short = 45", "minutes", "not-in-order"),
    (FEARS, "usual = 40", "usual = 41", "steps", "minutes-differ"),
    (FEARS, "short = 30", "short = 4", "minutes.short", "too-short"),
    (FEARS, "least = 4", "least = 41", "people", "not-in-order"),
    (FEARS, "cap = 2", "cap = 4", "setup.dots.cap", "not-in-order"),
    (FEARS, "minutes = 4", "minutes = 0", "steps[0].minutes", "no-time"),
    (AGENDA, "minutes = 450", "minutes = 440", "blocks", "nothing-to-spare"),
    (AGENDA, 'interlude = "lunch"', 'interlude = "welcome"', "blocks[6]", "no-break"),
    (AGENDA, "minutes = 25\n", "minutes = 9\n", "blocks[1].minutes", "out-of-range"),
    (AGENDA, "minutes = 25\n", "minutes = 11\n", "blocks[1].minutes", "turns-too-long"),
    (AGENDA, 'interlude = "lunch"', 'interlude = "supper"', "blocks[6].interlude", "unknown-id"),
    (AGENDA, '"lunch"\n', '"lunch"\nstarts = "09:30"\n', "blocks[6].starts", "starts-too-soon"),
    (AGENDA, "minutes = 30\n", 'minutes = 30\nsteps = ["name"]\n', "blocks", "parts-differ"),
    (AGENDA, 'makes = ["why-now"', 'makes = ["voice"', "makes[0]", "never-fed"),
    (AGENDA, "least = 7", "least = 19", "people", "not-in-order"),
    (AGENDA, 'purpose = "launch"', 'purpose = "closing"', "blocks[2].exercise", "other-purpose"),
    (AGENDA, 'interlude = "break"\n', "", "blocks[3]", "exercise-or-interlude"),
    # what goes with a kind
    (FEARS, 'kind = "board"', 'kind = "roles"', "setup.dots", "part-in-vain"),
    (TENDS, "[setup]", "[set_up]", "set_up", "shape"),
    (TENDS, "roles = [", "rolls = [", "setup.rolls", "part-in-vain"),
    (TENDS, "roles = [", "roles = [] # [", "setup.roles", "part-missing"),
    (FEARS, "[[setup.zones]]", "[[setup.zone]]", "setup.zone", "part-in-vain"),
    (FEARS, 'colour = "green"', 'tone = "green"', "setup.zones[0].tone", "part-in-vain"),
    (FEARS, 'id = "fears"', 'id = "hopes"', "setup.zones[1]", "named-twice"),
    (FEARS, "each = 3", "each = 0", "setup.dots.each", "shape"),
    (FEARS, 'fears = "Worries"', 'fears = 3', "words.en.setup.zones.fears", "shape"),
    (WORD, "agreement = true", "agreement = 1", "setup.agreement", "shape"),
    (WORD, "agreement = true", "dots = 1", "setup.dots", "part-in-vain"),
    (FEARS, 'does = "vote"', 'does = "write"', "setup.dots", "dots-without-vote"),
    # registers
    (VOICE, 'type = "yes-no"', 'type = "perhaps"', "columns[2].type", "shape"),
    (VOICE, 'audience = "community"', 'audience = "everybody"', "audience", "shape"),
    (VOICE, 'sources = ["desk"', 'sources = ["air"', "sources[0]", "shape"),
    (VOICE, '[words.fr]\nname = "Voix"\n', "[words.fr]\n", "words.fr.name", "shape"),
    (VOICE, '"asked-first"', '"asked-last"', "concepts[0]", "unknown-id"),
    (VOICE, 'id = "date"\n', 'id = "decision"\n', "columns[1]", "named-twice"),
    (VOICE, 'id = "answered"\n', 'id = "heard"\n', "states[2]", "named-twice"),
    (VOICE, 'type = "text"\nrequired = true', 'type = "text"', "columns[0]", "first-column"),
    (VOICE, 'type = "yes-no"', 'type = "choice"', "columns[2].options", "column-lacks"),
    (GIVES, 'type = "hours"', 'type = "hours"\nlong = true', "columns[4].long", "column-in-vain"),
    (VOICE, 'id = "date"\ntype = "date"', 'id = "date"\ntype = "date"\ndue = true',
        "columns[3].due", "named-twice"),
    (GIVES, '"sponsor"]', '"community"]', "columns[1].parties[2]", "named-twice"),
    (VOICE, 'asked = "Were we asked?"\n', "", "words.en.columns.asked", "words-missing"),
    (VOICE, 'closed = "Closed"\n', "", "words.en.states.closed", "words-missing"),
    (VOICE, '[words.en.hints]\n', '[words.en.hints]\nweather = "Fine"\n',
        "words.fr.hints.weather", "words-missing"),
)  # fmt: skip


def test_what_is_shipped_is_sound() -> None:
    """The sources in the tree read without a fault."""
    read_catalogue(resources_folder())


@pytest.mark.parametrize(("file", "old", "new", "field", "code"), SPOILED)
def test_a_fault_is_named(
    tmp_path: Path, file: str, old: str, new: str, field: str, code: str
) -> None:
    """Its file, its field and its code; and there is a sentence for it in both languages."""
    resources = copy_of_sources(tmp_path)
    change(resources, file, old, new)
    with pytest.raises(SourcesError) as caught:
        build_resources(resources)
    faults = caught.value.faults
    assert (file, field, code) in {(one.file, one.field, one.code) for one in faults}
    for language in LANGUAGES:
        words = load_words(resources_folder(), language)
        assert not [one for one in faults if "{" in fault_text(one, words)]


def test_the_order_is_that_of_the_files(tmp_path: Path) -> None:
    """Exercises come as the agendas meet them, then by id; the rest as written."""
    resources = copy_of_sources(tmp_path)
    catalogue = read_catalogue(resources)
    blocks = [block for agenda in catalogue.agendas for block in agenda.blocks]
    met = list(dict.fromkeys(block.exercise for block in blocks if block.exercise is not None))
    ids = [exercise.id for exercise in catalogue.exercises]
    assert ids[: len(met)] == met
    assert ids[len(met) :] == sorted(ids[len(met) :])


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(b'name = "\xff"'), "not-utf-8"),
        (lambda path: path.unlink(), "unreadable"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, spoil: object, code: str) -> None:
    """A file in another encoding, or none at all."""
    resources = copy_of_sources(tmp_path)
    assert callable(spoil)
    spoil(resources / ROLES)
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(resources)
    assert (caught.value.file, caught.value.code) == (ROLES, code)
