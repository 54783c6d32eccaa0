"""What tests of the screen share: the look, a real bridge over real lanes, and a record of messages."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from posapp.lanes import Lanes
from posapp.ui.background import Background
from posapp.ui.fonts import load_fonts
from posapp.ui.look import Look
from posapp.ui.messages import Message, Messages
from posapp.ui.qss import apply_look


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    return load_fonts()


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
