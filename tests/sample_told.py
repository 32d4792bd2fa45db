"""All that is told in the sample: the launch, every later workshop, the years."""

from collections.abc import Iterator

import msgspec

from app.exchange.renewal_script import read_renewal
from app.exchange.sample_script import read_script
from app.exchange.years_script import read_years
from app.resources import resources_folder


def sample_told(language: str) -> Iterator[object]:
    """Each script in a language, as plain data."""
    resources = resources_folder()
    years = read_years(resources, language)
    yield msgspec.to_builtins(read_script(resources, language))
    yield msgspec.to_builtins(years)
    for name in ("renewal", *years.workshops):
        yield msgspec.to_builtins(read_renewal(resources, language, name))
