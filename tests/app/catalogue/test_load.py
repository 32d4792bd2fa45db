"""What was built is loaded, fast and without the TOML reader, as long as it is current."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from app import resources as place
from app.build_resources import build_resources, main
from app.built import built_folder, is_current
from app.catalogue.errors import CatalogueError, UnknownEntry
from app.catalogue.load import FILE, catalogue_json, load_catalogue
from app.catalogue.read import read_catalogue
from app.resources import resources_folder
from app.words_files import WordsError, load_words, words_file
from tests.app.catalogue.sources import change, copy_of_sources

ROLES = "catalogue/roles.toml"
NAME = 'name = "Coordinator"'


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """A copy of the sources, built."""
    copy_of_sources(tmp_path)
    build_resources(tmp_path)
    return tmp_path


def test_what_is_built_says_what_the_sources_say(resources: Path) -> None:
    """Both ways give equal catalogues and equal words."""
    assert load_catalogue(resources) == read_catalogue(resources)
    built = load_words(resources, "fr")("catalogue.built", exercises=2, sentences=3)
    shutil.rmtree(built_folder(resources))
    assert load_words(resources, "fr")("catalogue.built", exercises=2, sentences=3) == built


def test_a_changed_source_is_read_at_once(resources: Path) -> None:
    """An edited role, a new room of words, a removed exercise: none waits for the build step."""
    assert is_current(resources)
    change(resources, ROLES, NAME, 'name = "Keeper"')
    assert not is_current(resources)
    assert load_catalogue(resources).role("coordinator").in_language("en").name == "Keeper"
    build_resources(resources)
    assert is_current(resources)
    (resources / "words/newroom.toml").write_text('[hello]\nen = "Hello"\nfr = "Bonjour"\n')
    assert load_words(resources, "fr")("newroom.hello") == "Bonjour"
    (resources / "words/newroom.toml").unlink()
    assert is_current(resources)
    (resources / "catalogue/agendas/launch-whole-charter.toml").unlink()
    assert load_catalogue(resources).find_agenda("launch-whole-charter") is None


def test_a_source_of_the_same_size_is_noticed(resources: Path) -> None:
    """The time of change counts, not only the size."""
    change(resources, ROLES, NAME, 'name = "Coordinater"')
    assert not is_current(resources)


def test_in_a_bundle_there_are_no_sources(resources: Path) -> None:
    """Then what was built is all there is, and it is enough."""
    whole = read_catalogue(resources)
    shutil.rmtree(resources / "catalogue")
    shutil.rmtree(resources / "words")
    assert load_catalogue(resources) == whole
    assert load_words(resources, "en").knows("catalogue.built")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"a":1}'])
def test_damage_is_got_over_where_it_can_be(resources: Path, content: bytes) -> None:
    """A damaged built file is passed over for the sources, and named where there are none."""
    (built_folder(resources) / FILE).write_bytes(content)
    (built_folder(resources) / words_file("en")).write_bytes(content)
    assert load_catalogue(resources).find_role("coordinator")
    assert load_words(resources, "en").knows("catalogue.built")
    shutil.rmtree(resources / "catalogue")
    shutil.rmtree(resources / "words")
    with pytest.raises(CatalogueError, match="damaged"):
        load_catalogue(resources)
    with pytest.raises(WordsError, match="damaged"):
        load_words(resources, "en")


def test_what_another_program_built_is_not_read(resources: Path) -> None:
    """A built catalogue carries the shape of the types it was made with."""
    path = built_folder(resources) / FILE
    built = msgspec.json.decode(path.read_bytes())
    built["shape"] += ",later"
    built["rest"]["roles"] = []
    path.write_bytes(msgspec.json.encode(built))
    assert load_catalogue(resources).roles != ()


def test_loading_what_was_built_needs_no_toml(resources: Path) -> None:
    """In a fresh process: no tomllib, and none of the checks."""
    script = """
import sys
from pathlib import Path
from app.catalogue.load import load_catalogue
from app.words_files import load_words
resources = Path(sys.argv[1])
load_catalogue(resources); load_words(resources, "fr")
for name in ("tomllib", "babel", "app.catalogue.read", "app.catalogue.consistency"):
    assert name not in sys.modules, name
"""
    root = Path(place.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script, str(resources)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_build_step_names_every_fault_and_leaves_what_was(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, a line a fault, and nothing half written."""
    before = {path.name: path.read_bytes() for path in built_folder(resources).iterdir()}
    change(resources, ROLES, NAME, 'name = ""')
    assert main([str(resources)]) == 1
    assert "catalogue/roles.toml: coordinator.words.en.name: " in capsys.readouterr().err
    change(resources, ROLES, 'name = ""', NAME)
    change(resources, ROLES, "[mentor.words.fr]", "[mentor.words.es]")
    change(resources, "catalogue/exercises/our-word.toml", '"agreement"', '"handshake"')
    assert main([str(resources)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert any(line.startswith("catalogue/roles.toml: mentor.words.fr: ") for line in said)
    assert any(line.startswith("catalogue/exercises/our-word.toml: sections[0]") for line in said)
    assert {path.name: path.read_bytes() for path in built_folder(resources).iterdir()} == before


def test_the_build_step_says_what_it_built(
    resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 0 and one sentence; a fault in the words is named too."""
    assert main([str(resources)]) == 0
    assert capsys.readouterr().out.startswith("Built ")
    (resources / "words/odd.toml").write_text('[hello]\nen = "Hello"\n')
    assert main([str(resources)]) == 1
    assert "odd.toml: odd.hello: languages" in capsys.readouterr().err


def test_unknown_ids() -> None:
    """Look-ups raise, and the forgiving ones give None."""
    catalogue = load_catalogue(resources_folder())
    assert catalogue.find_exercise("gone") is None
    with pytest.raises(UnknownEntry) as caught:
        catalogue.exercise("gone")
    assert (caught.value.table, caught.value.entry) == ("exercises", "gone")
    for look_up in (
        catalogue.concept,
        catalogue.stage,
        catalogue.role,
        catalogue.section,
        catalogue.agenda,
    ):
        with pytest.raises(UnknownEntry):
            look_up("gone")


def test_the_whole_catalogue_as_json() -> None:
    """Both languages, readable by any other program, and by ours."""
    catalogue = load_catalogue(resources_folder())
    whole = msgspec.json.decode(catalogue_json(catalogue))
    assert whole["exercises"][0]["words"].keys() == {"en", "fr"}
    assert catalogue_json(msgspec.convert(whole, type(catalogue))) == catalogue_json(catalogue)


def test_the_resources_are_beside_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In the source tree, and in a bundle where PyInstaller says."""
    root = Path(os.path.abspath(place.__file__)).parent.parent
    assert resources_folder() == root / "resources"
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_folder() == tmp_path / "resources"
