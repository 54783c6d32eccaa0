"""Puts the policy before the customer on the clerk's own screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.member.consent_side import ConsentSide
    from posapp.ui.navigation import Navigation

Hear = Callable[[bool, frozenset[str]], None]


def turn_to(frame: Frame, navigation: Navigation, side: ConsentSide, hear: Hear) -> None:
    """`hear` is told her answer; the clerk's Esc takes it away without one."""
    # Imported only where there is somebody to see it: a start without it is shorter.
    from posapp.ui.customer_display.turned import TurnedPolicy

    panel = TurnedPolicy(frame, side.question(), side.language)
    panel.answered.connect(hear)
    navigation.lay(panel)
