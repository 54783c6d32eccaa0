"""Tests of the composition share what tests of the screen share, and one central among them."""

import pytest

from tests.windows_swept import swept
from tests.workflows.site import running, seeded_folder

__all__ = ["swept"]


@pytest.fixture(scope="session")
def shared_site(tmp_path_factory):
    """Each test enrols a till of a name of its own here."""
    folder = tmp_path_factory.mktemp("site")
    seeded = seeded_folder(folder / "seeded")
    with running(folder / "seeded", seeded, folder / "central") as made:
        yield made
