"""A draft of the key map: a preset, one key after another, saved as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import PosError, Refused, Unavailable
from posapp.lanes import STORE, device_lane
from posapp.settings import with_values
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.keys.bindings import (
    FIXED,
    Bindings,
    assigned,
    bindings_of,
    changes_text,
    check_key,
    conflict,
    preset,
)
from posapp.ui.keys.card import paper, write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from posapp.settings import SettingValue
    from posapp.ui.floor import Floor
    from posapp.ui.keymap import KeyMap
    from posapp.workflows.loose_paper import LoosePaper


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysState:
    """`chosen` waits for its new key; with `taken` the person decides whether two change places."""

    preset: str
    draft: Bindings
    context: str = "sell"
    chosen: Action | None = None
    key: str = ""
    taken: Action | None = None
    is_changed: bool = False

    @property
    def rows(self) -> tuple[tuple[Action, tuple[str, ...]], ...]:
        """What can be given another key on this screen, with the keys of the draft."""
        found: dict[Action, list[str]] = {}
        for key, action in self.draft[self.context].items():
            if action not in FIXED:
                found.setdefault(action, []).append(key)
        return tuple((action, tuple(keys)) for action, keys in found.items())


class KeysPresenter(QObject):
    """`changed` carries a `KeysState`; `rekeyed` tells that other keys hold from now on."""

    changed = Signal(object)
    rekeyed = Signal()

    def __init__(
        self,
        floor: Floor,
        keymap: KeyMap,
        keep: Callable[[Mapping[str, SettingValue]], None],
        printing: LoosePaper,
        *,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._keymap = keymap
        self._keep = keep
        self._printing = printing
        self._folder = folder
        self._state = self._fresh()

    @property
    def state(self) -> KeysState:
        return self._state

    def enter(self) -> None:
        """The page opens: the draft is what holds."""
        self._state = self._fresh()
        self.changed.emit(self._state)

    @Slot(str)
    def choose_preset(self, name: str) -> None:
        self._show(preset=name, draft=preset(name), chosen=None, taken=None, key="")

    @Slot(str)
    def choose_context(self, context: str) -> None:
        self._show(context=context, chosen=None, taken=None, key="")

    def choose(self, action: Action) -> None:
        """The next key is for this."""
        self._show(chosen=action, taken=None, key="")

    @property
    def is_waiting(self) -> bool:
        """The next key pressed is a new key, whatever it did before."""
        return self._state.chosen is not None and self._state.taken is None

    def press(self, key: str) -> None:
        """The new key; one that has a task already asks first."""
        state = self._state
        if state.chosen is None:
            return
        try:
            check_key(state.context, key)
        except Refused as refusal:
            self._floor.messages.show_error(refusal)
            return
        other = conflict(state.draft, state.context, key)
        if other in (None, state.chosen):
            self._assign(state.chosen, key)
        elif other in FIXED:
            self._floor.messages.show_error(Refused("keys.fixed"))
        else:
            self._show(key=key, taken=other)

    @Slot()
    def swap(self) -> None:
        """The two change places."""
        if self._state.chosen is not None and self._state.taken is not None:
            self._assign(self._state.chosen, self._state.key)

    @Slot()
    def cancel(self) -> bool:
        """True when there was something to leave off."""
        if self._state.chosen is None:
            return False
        self._show(chosen=None, taken=None, key="")
        return True

    @Slot()
    def save(self) -> None:
        """The draft holds from now on, here and after a restart."""
        state = self._state
        if not state.is_changed:
            return
        try:
            changes = changes_text(state.preset, state.draft)
        except Refused as refusal:
            self._floor.messages.show_error(refusal)
            return
        values: dict[str, SettingValue] = {"key_preset": state.preset, "key_changes": changes}
        self._floor.desk.use(with_values(self._floor.desk.settings, values))
        self._floor.background.run(STORE, partial(self._keep, values))
        self._keymap.use(state.draft)
        self._floor.messages.show(tr("已保存键位"))
        self.rekeyed.emit()

    @Slot()
    def print_card(self) -> None:
        """The keys that hold, not the draft, on the receipt printer."""
        document = paper(self._keymap, self._note())
        self._floor.background.run(
            device_lane("printer"), partial(self._printing.print_now, document), self._printed
        )

    @Slot()
    def write_card(self) -> None:
        """The keys that hold as a page of PDF in the folder of exports."""
        path = self._folder / f"keys-{self._floor.desk.local_date()}.pdf"
        try:
            write_pdf(path, self._keymap, self._note())
        except OSError:
            self._floor.messages.show_error(Unavailable("settings.not_kept"))
            return
        self._floor.messages.show(tr("键位卡已存到 {path}", path=str(path)))

    def _printed(self, _nothing: None) -> None:
        self._floor.messages.show(tr("键位卡已打印"))

    def _note(self) -> str:
        place = self._floor.desk.place
        till = tr("收银机 {name}", name=place.terminal_label)
        return f"{place.shop_name}  {till}  {self._floor.desk.local_date()}"

    def _assign(self, action: Action, key: str) -> None:
        try:
            draft = assigned(self._state.draft, self._state.context, action, key)
        except PosError as refusal:
            self._floor.messages.show_error(refusal)
            return
        self._show(draft=draft, chosen=None, taken=None, key="")

    def _fresh(self) -> KeysState:
        settings = self._floor.desk.settings
        return KeysState(
            preset=settings.key_preset,
            draft={context: dict(keys) for context, keys in self._keymap.bindings.items()},
        )

    def _show(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        changed = state.draft != self._keymap.bindings
        self._state = replace(state, is_changed=changed)
        self.changed.emit(self._state)


def bindings_in_force(name: str, changes: str) -> Bindings:
    """What the settings say; a text that cannot be read leaves the preset, never no keys at all."""
    try:
        return bindings_of(name, changes)
    except Refused:
        return preset(name)
