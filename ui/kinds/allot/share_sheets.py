"""A line from paper for tokens: a number a thing, in their order; first now, then as wanted."""

import re

from app.kinds.allot.kind import fits, tokens_given
from app.kinds.allot.setup import allot_setup, things_of
from app.words import Words
from app.workshop.ballots import Given
from app.workshop.running import Running
from ui.parts.ballot.sheets_dialog import SheetRule


def share_rule(words: Words, running: Running) -> SheetRule:
    """Numbers apart by spaces or commas; those of each profile add up to the tokens of a person."""
    setup = allot_setup(running.recipe)
    number = len(setup.zones) * len(setup.forms)
    key = "allot.sheets-how-both" if len(setup.forms) > 1 else "allot.sheets-how"
    return SheetRule(
        lambda line: read_tokens(line, running),
        words(key, n=number, each=len(setup.zones), tokens=setup.tokens),
        lambda line: words("allot.sheets-unfit", line=line, n=number, tokens=setup.tokens),
    )


def read_tokens(line: str, running: Running) -> Given | None:
    """What a line of numbers gives; None where it does not add up."""
    setup, ids = allot_setup(running.recipe), things_of(running.recipe)
    cells = [cell for cell in re.split(r"[\s,;/|]+", line) if cell]
    if len(cells) != len(ids) * len(setup.forms) or not all(_is_number(cell) for cell in cells):
        return None
    numbers = [int(cell) for cell in cells]
    shared: dict[str, dict[str, int]] = {
        form: dict(zip(ids, numbers[at * len(ids) : (at + 1) * len(ids)], strict=True))
        for at, form in enumerate(setup.forms)
    }
    if not all(fits(setup, one) for one in shared.values()):
        return None
    return tokens_given(running, shared)


def _is_number(cell: str) -> bool:
    return cell.isdecimal() and len(cell) <= len("100")
