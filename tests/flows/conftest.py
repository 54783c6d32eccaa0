"""One park is seeded and enrolled for all flows; who breaks things works on a copy of it."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from posapp.demo.park import open_park
from posapp.demo.sample import Folders
from tests.flows.shop import copy_of, open_shop


@pytest.fixture(scope="session")
def seed(tmp_path_factory):
    """A park that was opened once: central has its sample, the till its identity and goods."""
    root = tmp_path_factory.mktemp("seed") / "park"
    root.mkdir()
    with ExitStack() as closing:
        open_park(Folders(root), {"language": "zh_CN"}, closing)
    return root


class Street:
    """At most one window is open: two would share the keyboard."""

    def __init__(self, seed, folders) -> None:
        self._seed, self._folders = seed, folders
        self._closing = ExitStack()
        self._shop = None

    def shop(self):
        """The shop that all flows share which leave it whole."""
        if self._shop is None:
            root = copy_of(self._seed, self._folders.mktemp("shop") / "park")
            self._shop = self._closing.enter_context(open_shop(root))
        return self._shop

    def close(self) -> None:
        self._closing.close()
        self._shop = None


@pytest.fixture(scope="session")
def street(seed, qapp, tmp_path_factory):
    street = Street(seed, tmp_path_factory)
    yield street
    street.close()


@pytest.fixture
def shop(street):
    """Somebody is signed in, the shift is open, the order is empty."""
    shop = street.shop()
    shop.clear()
    return shop


@pytest.fixture
def own_park(street, seed, tmp_path):
    """The folder of a park for one test alone; every other window is closed."""
    street.close()
    return copy_of(seed, tmp_path / "park")
