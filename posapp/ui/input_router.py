"""Every key on its way: scans to the top surface, mapped keys to actions, typing to the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QKeyCombination, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from posapp.ui.scan_text import normalise
from posapp.ui.shield import Shield
from posapp.ui.surface import KeyHeard, Scan, Surface
from posapp.ui.wedge import Scanned, ScanTooLong, Typed, WedgeAssembler, WedgeSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.keymap import Action, KeyMap

KEY_EVENTS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
TAPS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
)
TERMINATORS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
LINE_FEED: Final = "\n"
"""Some scanners end with it; its key has no name."""
BLOCKED_SLACK_MS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRecord:
    """A key event that may have to be delivered later."""

    type: QEvent.Type
    key: int
    modifiers: Qt.KeyboardModifier
    text: str
    repeat: bool


class InputRouter(QObject):
    """The application's event filter for keys.

    `top` names the surface in charge, `common` carries out the actions that it leaves alone.
    `shield` is told of a surface that came by itself: presses meant for another do nothing.
    `refused` tells that a scan came where none is taken, `too_long` that a burst was no code,
    `input_method` that an input method writes codes: what it commits is taken as keys.
    Scanners that are no keyboards hand their scans to `deliver`, on the UI thread.
    """

    scanned = Signal(object)
    refused = Signal(object)
    too_long = Signal(int)
    input_method = Signal()

    def __init__(
        self,
        app: QApplication,
        keymap: KeyMap,
        top: Callable[[], Surface | None],
        *,
        common: Callable[[Action], bool] | None = None,
        settings: WedgeSettings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._keymap = keymap
        self._top = top
        self._common = common
        self._wedge: WedgeAssembler[KeyRecord] = WedgeAssembler(settings)
        self._swallowed: set[int] = set()
        self._arrived: list[Scan] = []
        self._shield = Shield()
        self._delivering = False
        self._is_mangled = False
        self._since_key = QElapsedTimer()
        self._key_ms = 0
        self._due_ms = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_due)
        app.installEventFilter(self)

    @property
    def is_holding(self) -> bool:
        """Keys wait for the decision whether they are a scan."""
        return self._wedge.is_holding

    @property
    def is_shielding(self) -> bool:
        """What is on top came by itself just now: a press does nothing yet."""
        return self._shield.covers(self._top())

    @Slot(object)
    def shield(self, surface: Surface) -> None:
        """A surface came to the top that nobody asked for."""
        self._shield.raise_over(surface)

    def close(self) -> None:
        self._timer.stop()
        self._app.removeEventFilter(self)

    def arrive(self, scan: Scan) -> None:
        """A scan from a device of its own; keys that were pressed before it go first."""
        if self.is_holding:
            self._arrived.append(scan)
        else:
            self.deliver(scan)

    def deliver(self, scan: Scan) -> None:
        """Hand a scan to the surface in charge, or refuse it."""
        self.scanned.emit(scan)
        surface = self._top()
        if surface is None or not surface.take_scan(scan):
            self.refused.emit(scan)

    def use_wedge(self, settings: WedgeSettings) -> None:
        """How the scanner types was set anew; what is held is decided by it."""
        self._wedge.settings = settings

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The class is asked first: it costs nothing, and input methods write to the focused widget.
        if event.__class__ is QInputMethodEvent and isinstance(event, QInputMethodEvent):
            return self._on_commit(watched, event)
        # Only the window's own event counts: widgets see the same one again while it travels.
        # Asked first, for it costs a tenth of the type, and thousands of events build a screen.
        if not watched.isWindowType() or self._delivering:
            return False
        if event.type() in TAPS:
            return self._is_early_tap(watched)
        if event.type() not in KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        record = KeyRecord(
            type=event.type(),
            key=event.key(),
            modifiers=event.modifiers(),
            text=event.text(),
            repeat=event.isAutoRepeat(),
        )
        if record.type == QEvent.Type.KeyRelease:
            self._shield.key_released(record.key, repeat=record.repeat)
            self._on_release(record)
        else:
            self._shield.key_pressed(record.key, repeat=record.repeat)
            self._on_press(record, event.timestamp())
        self._arm()
        return True

    def _is_early_tap(self, watched: QObject) -> bool:
        """Another window, the customer's, has nothing to do with it."""
        surface = self._top()
        if surface is None or not self._shield.covers(surface):
            return False
        return surface.window().windowHandle() == watched

    # -- keys coming in

    def _on_press(self, record: KeyRecord, at_ms: int) -> None:
        self._key_ms = at_ms
        self._since_key.start()
        if self._is_heard(record, at_ms, source="keys"):
            self._swallowed.add(record.key)
            return
        if _is_bare_modifier(record) or _is_alt_numpad(record):
            # Some scanners type Alt+numpad codes: no shortcut, the composed letter follows.
            if _is_lost_chord(record):
                self._swallowed.add(record.key)
            else:
                self._send(record)
        elif self._is_terminator(record):
            self._carry_out(self._wedge.terminate(at_ms, record))
        elif self._types(record):
            self._carry_out(self._wedge.press(record.text, at_ms, record, repeat=record.repeat))
        else:
            self._carry_out(self._wedge.interrupt(at_ms))
            self._type(record)

    def _on_release(self, record: KeyRecord) -> None:
        if record.key in self._swallowed and not record.repeat:
            self._swallowed.discard(record.key)
        elif _is_bare_modifier(record) or not self._wedge.release(record):
            self._send(record)

    def _is_heard(self, record: KeyRecord, at_ms: int, source: str) -> bool:
        """Some surfaces want the keys themselves: to measure a scanner, or to give a key a task."""
        surface = self._top()
        if surface is None or not surface.hears_keys or _is_bare_modifier(record):
            return False
        heard = KeyHeard(
            name=key_name(record),
            text=record.text,
            at_ms=at_ms,
            ends=self._is_terminator(record),
            source=source,
            repeat=record.repeat,
        )
        return surface.hear(heard)

    # -- an input method

    def _on_commit(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """True when the text was taken as keys. Full-width digits are what a scanner types through
        an input method; other words are a person's and go where they were meant to go.
        """
        text = event.commitString()
        enabled = isinstance(watched, QWidget) and watched.testAttribute(
            Qt.WidgetAttribute.WA_InputMethodEnabled
        )
        plain = normalise(text)
        if not enabled and (text or event.preeditString()):
            self.input_method.emit()
        if self._delivering or not _types_a_code(plain) or (enabled and len(plain) > 1):
            return False
        at_ms = self._key_ms + self._since_key.elapsed() if self._since_key.isValid() else 0
        self._key_ms = at_ms
        self._since_key.start()
        for mark in plain:
            record = _as_key(mark)
            if not self._is_heard(record, at_ms, source="input_method"):
                self._carry_out(self._wedge.press(mark, at_ms, record))
        # In a field for words one plain letter is no reason to warn; a scan that came so is.
        self._is_mangled = enabled
        self._arm()
        return True

    def _is_terminator(self, record: KeyRecord) -> bool:
        ends = record.key in TERMINATORS or record.text == LINE_FEED
        return ends and not record.modifiers & COMMANDS and not record.repeat

    def _types(self, record: KeyRecord) -> bool:
        if len(record.text) != 1:
            return False
        if record.text.isprintable() and not record.modifiers & COMMANDS:
            return True
        if not record.modifiers & COMMANDS and not self._wedge.is_holding:
            return False
        # A control character (GS, STX) belongs to a scan only inside one, or as its set prefix.
        return self._wedge.is_holding or record.text == self._wedge.settings.prefix

    # -- decisions going out

    def _carry_out(self, decisions: list[Typed[KeyRecord] | Scanned | ScanTooLong]) -> None:
        for decision in decisions:
            match decision:
                case Typed(keys=keys):
                    for record in keys:
                        self._type(record)
                case Scanned(text=text):
                    if self._is_mangled:
                        self.input_method.emit()
                    self.deliver(Scan(text=text))
                case ScanTooLong(length=length):
                    self.too_long.emit(length)
            self._is_mangled = False

    def _type(self, record: KeyRecord) -> None:
        """A release that was held behind its press goes where the press went."""
        if record.type == QEvent.Type.KeyRelease:
            self._release(record)
        elif (
            self._shield.turns_away(self._top(), record.key)
            or self._act(record)
            or _is_lost_chord(record)
        ):
            self._swallowed.add(record.key)
        else:
            self._send(record)

    def _release(self, record: KeyRecord) -> None:
        if record.key in self._swallowed and not record.repeat:
            self._swallowed.discard(record.key)
        else:
            self._send(record)

    def _act(self, record: KeyRecord) -> bool:
        surface = self._top()
        if surface is None:
            return False
        action = self._keymap.action(surface.key_context, key_name(record))
        if action is None:
            return False
        return surface.take_action(action) or (self._common is not None and self._common(action))

    def _send(self, record: KeyRecord) -> None:
        popup = QApplication.activePopupWidget()
        target = popup or QApplication.focusWidget() or QApplication.activeWindow() or self._top()
        if target is None:
            return
        event = QKeyEvent(record.type, record.key, record.modifiers, record.text, record.repeat)
        self._delivering = True
        try:
            QGuiApplication.sendEvent(target, event)
        finally:
            self._delivering = False

    # -- time

    def _arm(self) -> None:
        deadline = self._wedge.deadline_ms
        if deadline is None:
            self._timer.stop()
            arrived, self._arrived = self._arrived, []
            for scan in arrived:
                self.deliver(scan)
            return
        self._due_ms = deadline
        self._timer.start(max(1, deadline - self._key_ms - self._since_key.elapsed()))

    @Slot()
    def _on_due(self) -> None:
        now_ms = self._key_ms + self._since_key.elapsed()
        if now_ms > self._due_ms + BLOCKED_SLACK_MS and self._timer.interval() != 1:
            # The program was busy: keys that came in time may still wait behind this timer.
            self._timer.start(1)
            return
        self._carry_out(self._wedge.elapse(max(now_ms, self._due_ms)))
        self._arm()


def key_name(record: KeyRecord) -> str:
    """`Ctrl+P`, `F9`, `+`: the modifiers that choose a command, and the key or its character."""
    if (
        len(record.text) == 1
        and record.text.isprintable()
        and not record.text.isspace()
        and not record.modifiers & COMMANDS
    ):
        return record.text.upper() if record.text.isalpha() else record.text
    modifiers = record.modifiers & ~Qt.KeyboardModifier.KeypadModifier
    combination = QKeyCombination(modifiers, Qt.Key(record.key))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)


def _types_a_code(text: str) -> bool:
    return bool(text) and text.isascii() and text.isprintable()


def _as_key(mark: str) -> KeyRecord:
    """The key that types a character, whatever an input method made of it."""
    return KeyRecord(
        type=QEvent.Type.KeyPress,
        key=ord(mark.upper()),
        modifiers=Qt.KeyboardModifier.NoModifier,
        text=mark,
        repeat=False,
    )


def _is_bare_modifier(record: KeyRecord) -> bool:
    return record.key in (
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    )


def _is_alt_numpad(record: KeyRecord) -> bool:
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    return record.modifiers & both == both


def _is_lost_chord(record: KeyRecord) -> bool:
    """Alt and a letter or digit that means nothing here: a field would take it as typed."""
    is_alt = record.modifiers & COMMANDS == Qt.KeyboardModifier.AltModifier
    return is_alt and record.text.isascii() and record.text.isalnum()
