"""Make ``resources/built`` from the catalogue's and the words' sources.

Run as ``python -m app.build_resources``. A fault in any source stops it and names file and field;
what was built before then stays, and is not used, because its stamp no longer fits.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.built import STAMP, built_folder, pack_stamp, take_stamp
from app.catalogue.catalogue import Catalogue
from app.catalogue.consistency import check_catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.load import FILE, pack_catalogue
from app.catalogue.read import read_unchecked
from app.kinds.setups import setup_faults
from app.kinds.table import make_kinds
from app.kinds.takes import take_faults
from app.resources import resources_folder
from app.signals.signals import signal_faults
from app.words import Words
from app.words_files import WordsError, pack_sentences, read_sentences, words_file


class SourcesError(Exception):
    """Sources that nothing can be built from; ``faults`` are all that were found."""

    def __init__(self, faults: Sequence[CatalogueError]) -> None:
        """Carry every fault."""
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


def build_resources(resources: Path) -> tuple[int, int]:
    """Build, and give how many exercises and sentences there are.

    Raises WordsError or SourcesError and writes nothing then. Each file is written whole, the
    stamp last, as the sources were before they were read.
    """
    stamp = take_stamp(resources)
    sentences = read_sentences(resources)
    try:
        catalogue = read_unchecked(resources)
    except CatalogueError as error:
        raise SourcesError([error]) from error
    faults = list(faults_of(catalogue))
    if faults:
        raise SourcesError(faults)
    made = {words_file(code): pack_sentences(said) for code, said in sentences.items()}
    made[FILE] = pack_catalogue(catalogue)
    made[STAMP] = pack_stamp(stamp)
    folder = built_folder(resources)
    folder.mkdir(exist_ok=True)
    for name, content in made.items():
        half = folder / f"{name}.new"
        half.write_bytes(content)
        os.replace(half, folder / name)
    return len(catalogue.exercises), max(len(said) for said in sentences.values())


def faults_of(catalogue: Catalogue) -> Iterator[CatalogueError]:
    """Every fault between entries, and between exercises and their kinds and one another."""
    yield from check_catalogue(catalogue)
    yield from setup_faults(catalogue, make_kinds(catalogue))
    yield from take_faults(catalogue)
    yield from signal_faults(catalogue)


def main(arguments: Sequence[str]) -> int:
    """The command; an argument names another ``resources`` folder. Gives the exit code."""
    resources = Path(arguments[0]) if arguments else resources_folder()
    try:
        exercises, sentences = build_resources(resources)
        words = Words("en", read_sentences(resources)["en"])
    except WordsError as error:
        print(error, file=sys.stderr)  # without words there is nothing better to say
        return 1
    except SourcesError as error:
        words = Words("en", read_sentences(resources)["en"])
        for fault in error.faults:
            print(f"{fault.file}: {fault.field}: {fault_text(fault, words)}", file=sys.stderr)
        return 1
    print(words("catalogue.built", exercises=exercises, sentences=sentences))
    return 0


def fault_text(fault: CatalogueError, words: Words) -> str:
    """What is wrong, as a sentence."""
    return words(f"catalogue.fault.{fault.code}", **fault.values)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
