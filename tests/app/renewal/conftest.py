"""The shipped catalogue: agendas are proposed out of it."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.resources import resources_folder


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped one."""
    return load_catalogue(resources_folder())
