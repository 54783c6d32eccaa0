"""What every presenter at the counter needs: lanes, messages, navigation, who is on duty."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.ui.background import Background
from posapp.ui.duty import Duty
from posapp.ui.messages import Messages
from posapp.ui.navigation import Navigation
from posapp.ui.sounds import Sounds
from posapp.workflows.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """Built once by the composition root and handed to presenters; for the UI thread."""

    background: Background
    messages: Messages
    navigation: Navigation
    duty: Duty
    sounds: Sounds
    desk: Desk
