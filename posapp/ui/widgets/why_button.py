"""「为什么」: the button beside an amount that tells how it came about, its key printed on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look


def why_button(look: Look, name: str, context: str = "list", *, height: int = 48) -> TouchButton:
    """`context` is that of the screen it stands on; `height` in design pixels."""
    key = look.keymap.key(context, Action.WHY)
    size = "small" if height < 56 else "body"
    return TouchButton(look, name, tr("为什么"), kind=Kind.GHOST, key=key, height=height, size=size)
