"""Bindings as values: presets, one key given another task, and the text that a setting keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused
from posapp.ui.keymap import STANDARD, Action

if TYPE_CHECKING:
    from collections.abc import Mapping

Bindings = dict[str, dict[str, Action]]

LONGEST_CHANGES: Final = 500
FIXED: Final = (Action.HELP, Action.BACK, Action.CONFIRM)
"""What keeps its key everywhere: whoever is lost finds the way."""

_PRESETS: Final[dict[str, dict[str, Action]]] = {
    "standard": {},
    "pospal": {"F2": Action.PAY, "F9": Action.MEMBER},
    "supermarket": {"F6": Action.HOLD, "Shift+F6": Action.HOLD, "F4": Action.DISCOUNT},
}
PRESETS: Final = tuple(_PRESETS)

_CHANGE: Final = re.compile(r"([a-z_]+):(\S+)=([a-z_0-9]+)")
_SIGNS: Final = "+-*/"
_TAKEN: Final = frozenset(
    {"Esc", "F1", "Return", "Enter", "Tab", "Backtab", "Shift+Backtab", "Backspace", "Space"}
    | {"Left", "Right", "Home", "End", "Ins", "CapsLock", "NumLock", "Ctrl+Return", "Ctrl+Enter"}
    | {f"Ctrl+{letter}" for letter in "ACVX"}
    | {"Alt+F4", "Alt+Tab", "Alt+Space", "Ctrl+Esc", "Ctrl+Alt+Del", "Meta"}
)


def preset(name: str) -> Bindings:
    """The whole map of a preset. Raises Refused("keys.no_such_preset")."""
    changes = _PRESETS.get(name)
    if changes is None:
        raise Refused("keys.no_such_preset", name=name)
    bindings = {context: dict(keys) for context, keys in STANDARD.items()}
    bindings["sell"].update(changes)
    return bindings


def bindings_of(name: str, changes: str) -> Bindings:
    """A preset with the changes of this till.

    Raises Refused("settings.not_valid") for changes that cannot be read.
    """
    bindings = preset(name)
    for context, key, action in parse_changes(changes):
        keys = bindings[context]
        if action is None:
            keys.pop(key, None)
        else:
            keys[key] = action
    return bindings


def parse_changes(text: str) -> tuple[tuple[str, str, Action | None], ...]:
    """`sell:F9=member sell:F2=none`. Raises Refused("settings.not_valid", name)."""
    return tuple(_change(part) for part in text.split())


def changes_text(name: str, bindings: Mapping[str, Mapping[str, Action]]) -> str:
    """What differs from the preset, as `bindings_of` reads it. Raises Refused("keys.too_many")."""
    parts: list[str] = []
    for context, before in preset(name).items():
        after = bindings[context]
        for key in sorted({*before, *after}):
            if before.get(key) is not after.get(key):
                action = after.get(key)
                parts.append(f"{context}:{key}={'none' if action is None else action.value}")
    text = " ".join(parts)
    if len(text) > LONGEST_CHANGES:
        raise Refused("keys.too_many")
    return text


def check_key(context: str, key: str) -> None:
    """Raises Refused("keys.not_free") for keys that write, confirm, leave, or are the system's."""
    writes = len(key) == 1 and key not in _SIGNS
    amount = len(key) == 1 and context != "sell"
    if not key or writes or amount or key in _TAKEN or key.startswith(("Meta+", "Alt+Shift+")):
        raise Refused("keys.not_free", shown=key)
    if key.startswith("Shift+") and len(key.removeprefix("Shift+")) == 1:
        raise Refused("keys.not_free", shown=key)


def conflict(bindings: Mapping[str, Mapping[str, Action]], context: str, key: str) -> Action | None:
    """What the key does there now."""
    return bindings.get(context, {}).get(key)


def assigned(
    bindings: Mapping[str, Mapping[str, Action]], context: str, action: Action, key: str
) -> Bindings:
    """The action moves to the key; what stood there takes over the action's old key, so that
    nothing is left without one.

    Raises Refused("keys.not_free") and Refused("keys.fixed") for tasks that keep their key.
    """
    check_key(context, key)
    out = {each: dict(keys) for each, keys in bindings.items()}
    keys = out[context]
    other = keys.get(key)
    if other is action:
        return out
    if action in FIXED or other in FIXED:
        raise Refused("keys.fixed")
    old = next((each for each, bound in keys.items() if bound is action), None)
    renewed = {(key if each == old else each): bound for each, bound in keys.items() if each != key}
    if old is None:
        renewed[key] = action
    if other is not None and other not in renewed.values() and old is not None:
        renewed[old] = other
    out[context] = renewed
    return out


def _change(part: str) -> tuple[str, str, Action | None]:
    match = _CHANGE.fullmatch(part)
    known = {each.value: each for each in Action}
    if match is None or match[1] not in STANDARD or match[3] not in {*known, "none"}:
        raise Refused("settings.not_valid", name=part)
    return match[1], match[2], known.get(match[3])
