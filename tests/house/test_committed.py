"""What is committed: it leads nowhere it must not, and pins what it installs."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.house.tree import ROOT

# Written so that these lines do not match themselves.
INDEXES = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|yarnpkg[.]com|deb[.]debian[.]org"
    r"|--(?:extra-)?index[-]url|--find[-]links|--trusted[-]host"
)
MACHINE = re.compile(r"(?<![\w.~$}-])/(?:work|home|Users|tmp|root)/\w|[.][.]/shared\b")

PIN = re.compile(r"[a-z0-9-]+==[\w.]+(?: ; [\w .='!<>]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def committed(root: Path) -> Sequence[Path]:
    """The files that git keeps, or would keep once they are added."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return [root / name for name in names.split("\0") if name and (root / name).is_file()]


def matches(files: Sequence[Path], pattern: re.Pattern[str]) -> Iterator[str]:
    """Each place in the texts among the files where a pattern is found."""
    for path in files:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            if found := pattern.search(line):
                yield f"{path.name}:{number} {found[0]}"


def unpinned(lock: str) -> Iterator[str]:
    """The lines of a lock file that are neither a name with its exact version nor a hash."""
    for line in lock.splitlines():
        if not PIN.fullmatch(line) and not HASH.fullmatch(line):
            yield line


def test_no_file_names_an_index_of_packages() -> None:
    """Where packages come from is the machine's affair."""
    assert list(matches(committed(ROOT), INDEXES)) == []


def test_no_file_names_a_place_on_one_machine() -> None:
    """Nothing refers to a folder that only one machine has, or to one beside the repository."""
    assert list(matches(committed(ROOT), MACHINE)) == []


@pytest.mark.parametrize(
    "line",
    ["see https://" + "pypi" + ".org/project", "--extra-index" + "-url x", "--find" + "-links y"],
)
def test_an_index_is_found(tmp_path: Path, line: str) -> None:
    """An address, or an option that takes one, is seen."""
    offender = tmp_path / "notes.md"
    offender.write_text(line)
    assert len(list(matches([offender], INDEXES))) == 1


@pytest.mark.parametrize("line", ["/home" + "/ada/hearth", "(/tmp" + "/x)", ".." + "/shared/a"])
def test_a_place_is_found(tmp_path: Path, line: str) -> None:
    """A path that starts at a machine's root is seen; one that starts elsewhere is none."""
    offender = tmp_path / "notes.md"
    offender.write_text(f"{line}\n~/home/x ui/home/window.py\n")
    assert len(list(matches([offender], MACHINE))) == 1


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_holds_names_versions_and_hashes_only(name: str) -> None:
    """Every line of both lock files is one or the other, and every package has its hashes."""
    lock = (ROOT / name).read_text()
    assert list(unpinned(lock)) == []
    assert not re.search(r"\\\n(?!    --hash)", lock)


@pytest.mark.parametrize("line", ["reportlab>=5", "--hash=md5:00", "# via hearth", "a @ file:b"])
def test_a_line_that_pins_nothing_is_found(line: str) -> None:
    """Anything else in a lock file is seen."""
    assert list(unpinned(f"reportlab==5.1.0 \\\n{line}\n")) == [line]


def test_what_is_tested_is_what_runs() -> None:
    """The lock for testing pins everything the lock for running does, at the same version."""
    run, test = (
        set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert run <= test
