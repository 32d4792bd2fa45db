"""Sources that are read again and again with one of them spoiled are parsed once each."""

import tomllib
from typing import Any

import pytest


@pytest.fixture(scope="session")
def parsed() -> dict[str, dict[str, Any]]:
    """What was parsed in this run, by the text itself."""
    return {}


@pytest.fixture(autouse=True)
def parsed_once(monkeypatch: pytest.MonkeyPatch, parsed: dict[str, dict[str, Any]]) -> None:
    """A text of TOML that was parsed before is not parsed again: nobody changes what came of it."""
    loads = tomllib.loads

    def remembered(text: str) -> dict[str, Any]:
        if text not in parsed:
            parsed[text] = loads(text)
        return parsed[text]

    monkeypatch.setattr(tomllib, "loads", remembered)
