"""What tests of the screen share: the look, a real bridge over real lanes, and a record of messages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from posapp.lanes import Lanes
from posapp.ui.background import Background
from posapp.ui.floor import Floor
from posapp.ui.fonts import load_fonts
from posapp.ui.garbage import CollectorOnUiThread
from posapp.ui.look import Look
from posapp.ui.messages import Message, Messages
from posapp.ui.qss import apply_look
from tests.ui.till_floor import floor_at
from tests.windows_swept import swept
from tests.workflows.counter import Counter, counter

__all__ = ["swept"]


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    return load_fonts()


@pytest.fixture(autouse=True)
def collect_here(qapp: QApplication) -> Iterator[None]:
    """As in the program: no lane collects the widgets of this test or of an earlier one."""
    with CollectorOnUiThread():
        yield


@pytest.fixture
def make_look(qapp: QApplication, fonts: tuple[str, ...]) -> Callable[..., Look]:
    def make(**wishes) -> Look:
        look = Look(**wishes)
        apply_look(qapp, look)
        return look

    return make


@pytest.fixture
def look(make_look: Callable[..., Look]) -> Look:
    return make_look()


@pytest.fixture
def messages() -> Messages:
    return Messages()


@pytest.fixture
def shown(messages: Messages) -> list[Message]:
    """Everything that was told to the person, in order."""
    record: list[Message] = []
    messages.shown.connect(record.append)
    return record


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    lanes = Lanes()
    yield lanes
    lanes.close()


@pytest.fixture
def background(qapp: QApplication, lanes: Lanes, messages: Messages) -> Iterator[Background]:
    bridge = Background(lanes, messages)
    yield bridge
    bridge.close()


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Counter]:
    """A till with goods, members, staff and a bank; central says what it is told."""
    yield from counter(tmp_path)


@pytest.fixture
def floor(till: Counter, background: Background, messages: Messages) -> Floor:
    """A cashier on duty at that till, her shift open."""
    till.open_shift()
    return floor_at(till, background, messages)
