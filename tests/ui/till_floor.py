"""The presenters' surroundings over a real till: stores, workflows, lanes; central is scripted."""

from pytestqt.qtbot import QtBot

from posapp.domain.permissions import Staff
from posapp.ui.background import Background
from posapp.ui.duty import Duty
from posapp.ui.floor import Floor
from posapp.ui.messages import Messages
from posapp.ui.navigation import Navigation
from posapp.ui.sounds import Sounds
from tests.workflows.counter import CASHIER, Counter


def floor_at(
    till: Counter, background: Background, messages: Messages, staff: Staff = CASHIER
) -> Floor:
    """Somebody is signed in; a shift is used only when one is open."""
    duty = Duty()
    duty.sign_in(staff)
    duty.use_shift(till.shifts.current())
    return Floor(
        background=background,
        messages=messages,
        navigation=Navigation(),
        duty=duty,
        sounds=Sounds(enabled=False),
        desk=till.desk,
    )


def settle(qtbot: QtBot, floor: Floor) -> None:
    """Wait until every answer has come back to the screen."""
    qtbot.waitUntil(lambda: floor.background.is_idle)
