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


@pytest.fixture(scope="session")
def open_park_shop(seed, qapp, tmp_path_factory):
    """One window for all flows that leave it whole."""
    with open_shop(copy_of(seed, tmp_path_factory.mktemp("shop") / "park")) as shop:
        yield shop


@pytest.fixture
def shop(open_park_shop):
    """Somebody is signed in, the shift is open, the order is empty."""
    open_park_shop.clear()
    return open_park_shop
