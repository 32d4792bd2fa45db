"""Runs every benchmark in a process of its own, and prints them beside their goals.

    python -m benchmarks [NAME ...]

A benchmark is a module of this folder with a function ``measure() -> Iterator[Measure]``. A
process of its own, because one that measures a window or memory must not find what another has left
behind.
Windows are drawn off the screen, on every machine alike.
Exit code 1 when a goal is missed or a benchmark breaks.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Measure

HERE = Path(__file__).parent
_MARK = "measured "
_CODE = (
    "from benchmarks.{name} import measure\n"
    "for one in measure(): print('" + _MARK + "' + one.to_json(), flush=True)"
)


def names() -> list[str]:
    """The benchmarks there are: modules that define ``measure``."""
    return [path.stem for path in sorted(HERE.glob("*.py")) if _measures(path)]


def run(name: str) -> tuple[Measure, ...] | str:
    """What one benchmark measured; what it said last where it broke."""
    done = subprocess.run(
        [sys.executable, "-c", _CODE.format(name=name)],
        cwd=HERE.parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    found = [line for line in done.stdout.splitlines() if line.startswith(_MARK)]
    if found and done.returncode == 0:
        return tuple(Measure.from_json(line.removeprefix(_MARK)) for line in found)
    said = (done.stderr or done.stdout).strip().splitlines()
    return said[-1] if said else f"ended with {done.returncode}"


def table(found: Sequence[tuple[str, Measure | str]]) -> str:
    """The figures beside their goals, aligned."""
    rows = [("", "measured", "goal", "", "")]
    for name, one in found:
        if isinstance(one, str):
            rows.append((name, "-", "-", "BROKE", one))
        else:
            verdict = "met" if one.met else "MISSED"
            goal = f"at most {_figure(one.goal)} {one.unit}"
            rows.append((one.name, f"{_figure(one.value)} {one.unit}", goal, verdict, one.note))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join(
            [*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]
        ).rstrip()
        for row in rows
    )


def main(wanted: Sequence[str]) -> int:
    """Run all, or those wanted."""
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(names())}.")
        return 1
    found: list[tuple[str, Measure | str]] = []
    for name in wanted or names():
        print(f"-- {name}", file=sys.stderr, flush=True)
        measured = run(name)
        each = (measured,) if isinstance(measured, str) else measured
        found += [(name, one) for one in each]
    print(table(found))
    return 0 if all(isinstance(one, Measure) and one.met for _, one in found) else 1


def _measures(path: Path) -> bool:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return any(isinstance(node, ast.FunctionDef) and node.name == "measure" for node in body)


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
