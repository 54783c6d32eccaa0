"""A page with a list that ↑↓ walk and one deed that Ctrl+Enter does to what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look


class Walked(Protocol):
    """The presenter of a list."""

    def load(self) -> None: ...

    def step(self, by: int, /) -> None: ...

    def back(self) -> None: ...


class ListPage(Page):
    """The keys, their hints and 刷新 of such a page; `set_deed` names what Ctrl+Enter does."""

    key_context = "list"

    def __init__(
        self, look: Look, name: str, title: str, walked: Walked, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, title, parent)
        self._walked = walked
        self._deed: tuple[str, Callable[[], None]] | None = None
        self.reload = TouchButton(look, f"{name}.reload", tr("刷新"), icon="sync", height=48)
        self.reload.clicked.connect(walked.load)

    def set_deed(self, text: str, do: Callable[[], None]) -> None:
        self._deed = (text, do)

    def go_back(self) -> None:
        self._walked.back()

    def hints(self) -> tuple[Hint, ...]:
        deed = () if self._deed is None else (Hint(self.cap(Action.SAVE), self._deed[0]),)
        walk = Hint(self.look.keymap.up_and_down(self.key_context), tr("选择"))
        return (walk, *deed, Hint("Esc", tr("返回")))

    def take_action(self, action: Action) -> bool:
        match action:
            case Action.SAVE if self._deed is not None:
                self._deed[1]()
            case Action.UP | Action.DOWN:
                self._walked.step(-1 if action is Action.UP else 1)
            case _:
                return super().take_action(action)
        return True
