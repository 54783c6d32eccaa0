"""Which key does what: remappable, and the one source of help sheet and key caps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Mapping


class Action(Enum):
    """What a key can ask for."""

    HELP = "help"
    MEMBER = "member"
    SEARCH = "search"
    HOLD = "hold"
    PRICE_CHECK = "price_check"
    DISCOUNT = "discount"
    TOP_UP = "top_up"
    REWARDS = "rewards"
    PAY = "pay"
    REFUND = "refund"
    DRAWER = "drawer"
    SHIFT = "shift"
    QUANTITY = "quantity"
    LESS = "less"
    UP = "up"
    DOWN = "down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    REMOVE = "remove"
    UNDO = "undo"
    REPEAT = "repeat"
    NOTE = "note"
    WHY = "why"
    BACK = "back"
    REPRINT = "reprint"
    LOCK = "lock"
    VOID = "void"
    CONFIRM = "confirm"
    SAVE = "save"
    TOGGLE = "toggle"
    SCANNER_TEST = "scanner_test"
    KEYS = "keys"
    TENDER_1 = "tender_1"
    TENDER_2 = "tender_2"
    TENDER_3 = "tender_3"
    TENDER_4 = "tender_4"
    TENDER_5 = "tender_5"
    TENDER_6 = "tender_6"
    TENDER_7 = "tender_7"
    TENDER_8 = "tender_8"
    TENDER_9 = "tender_9"
    ROUND_OFF = "round_off"
    OPEN_PAYMENT = "open_payment"
    SEEN = "seen"
    MEMBER_FILE = "member_file"


_EVERYWHERE: Final[dict[str, Action]] = {
    "F1": Action.HELP,
    "Esc": Action.BACK,
    "Ctrl+L": Action.LOCK,
    "Ctrl+P": Action.REPRINT,
    "Ctrl+U": Action.OPEN_PAYMENT,
    "Ctrl+G": Action.SEEN,
}

_SELL: Final[dict[str, Action]] = {
    "F2": Action.MEMBER,
    "F3": Action.SEARCH,
    "F4": Action.HOLD,
    "F5": Action.PRICE_CHECK,
    "F6": Action.DISCOUNT,
    "F7": Action.TOP_UP,
    "F8": Action.REWARDS,
    "F9": Action.PAY,
    "+": Action.PAY,
    "F10": Action.REFUND,
    "F11": Action.DRAWER,
    "F12": Action.SHIFT,
    "*": Action.QUANTITY,
    "-": Action.LESS,
    "Up": Action.UP,
    "Down": Action.DOWN,
    "PgUp": Action.PAGE_UP,
    "PgDown": Action.PAGE_DOWN,
    "Del": Action.REMOVE,
    "Ctrl+Z": Action.UNDO,
    "Ctrl+D": Action.REPEAT,
    "Ctrl+N": Action.NOTE,
    "Ctrl+Y": Action.WHY,
    "Ctrl+Shift+V": Action.VOID,
    "Ctrl+T": Action.SCANNER_TEST,
    "Ctrl+K": Action.KEYS,
}

_PAY: Final[dict[str, Action]] = {
    **{f"Alt+{place}": Action(f"tender_{place}") for place in range(1, 10)},
    "Alt+0": Action.ROUND_OFF,
    "Up": Action.UP,
    "Down": Action.DOWN,
    "Return": Action.CONFIRM,
    "Enter": Action.CONFIRM,
    "Del": Action.REMOVE,
    "F2": Action.MEMBER,
    "F7": Action.TOP_UP,
    "F8": Action.REWARDS,
    "Ctrl+Y": Action.WHY,
}

_PAGE: Final[dict[str, Action]] = {
    "Ctrl+Return": Action.SAVE,
    "Ctrl+Enter": Action.SAVE,
    "F7": Action.TOP_UP,
}

_LIST: Final[dict[str, Action]] = {
    "Up": Action.UP,
    "Down": Action.DOWN,
    "Space": Action.TOGGLE,
    "Return": Action.CONFIRM,
    "Enter": Action.CONFIRM,
    "Ctrl+Return": Action.SAVE,
    "Ctrl+Enter": Action.SAVE,
    "Ctrl+Y": Action.WHY,
}

_MEMBER: Final[dict[str, Action]] = {
    "Up": Action.UP,
    "Down": Action.DOWN,
    "Return": Action.CONFIRM,
    "Enter": Action.CONFIRM,
    "F2": Action.MEMBER,
    "F7": Action.TOP_UP,
    "F8": Action.MEMBER_FILE,
}

STANDARD: Final[dict[str, dict[str, Action]]] = {
    "sell": {**_EVERYWHERE, **_SELL},
    "pay": {**_EVERYWHERE, **_PAY},
    "page": {**_EVERYWHERE, **_PAGE},
    "list": {**_EVERYWHERE, **_LIST},
    "member": {**_EVERYWHERE, **_MEMBER},
    "dialog": {"Esc": Action.BACK},
    "why": {"Esc": Action.BACK, "Ctrl+Y": Action.WHY},
    "sign_in": {"F1": Action.HELP, "Esc": Action.BACK},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """One line of the help sheet: the keys and what they do."""

    keys: tuple[str, ...]
    text: str


class KeyMap:
    """Looks actions up by context and key name (`Ctrl+P`, `F9`, `+`)."""

    def __init__(self, bindings: Mapping[str, Mapping[str, Action]] | None = None) -> None:
        chosen = STANDARD if bindings is None else bindings
        self._bindings = {context: dict(keys) for context, keys in chosen.items()}

    def action(self, context: str, key: str) -> Action | None:
        return self._bindings.get(context, {}).get(key)

    def key(self, context: str, action: Action) -> str:
        """The first key of an action, as printed on its button; empty when unmapped."""
        return next(iter(self.keys(context, action)), "")

    def keys(self, context: str, action: Action) -> tuple[str, ...]:
        """All keys of an action, as printed."""
        bound = self._bindings.get(context, {}).items()
        return tuple(cap_text(key) for key, each in bound if each is action)

    def up_and_down(self, context: str) -> str:
        """The two keys that walk a list, as one cap."""
        pair = self.key(context, Action.UP), self.key(context, Action.DOWN)
        return ("" if all(len(key) == 1 for key in pair) else "/").join(pair)

    def tenders(self, most: int) -> str:
        """The keys of the ways to pay as one cap, `Alt+1…7`; empty where they form no row."""
        keys = [self.key("pay", Action(f"tender_{place}")) for place in range(1, most + 1)]
        begin = keys[0][:-1]
        in_a_row = all(key == f"{begin}{place}" for place, key in enumerate(keys, start=1))
        return f"{keys[0]}…{most}" if in_a_row else ""

    @property
    def bindings(self) -> Mapping[str, Mapping[str, Action]]:
        """What holds now, by context and key."""
        return self._bindings

    def use(self, bindings: Mapping[str, Mapping[str, Action]]) -> None:
        """Other keys hold from now on, for everybody who was given this map."""
        self._bindings = {context: dict(keys) for context, keys in bindings.items()}

    def remap(self, context: str, key: str, action: Action) -> None:
        """Bind a key anew; whatever it did before it no longer does."""
        self._bindings.setdefault(context, {})[key] = action

    def help_rows(
        self, context: str, without: frozenset[Action] = frozenset()
    ) -> tuple[HelpRow, ...]:
        """The live key card of a screen, one row for each action that means something there."""
        rows: dict[Action, list[str]] = {}
        for key, action in self._bindings.get(context, {}).items():
            if action in without:
                continue
            caps = rows.setdefault(action, [])
            if cap_text(key) not in caps:
                caps.append(cap_text(key))
        texts = action_texts()
        return tuple(HelpRow(keys=tuple(keys), text=texts[action]) for action, keys in rows.items())


def cap_text(key: str) -> str:
    """The short name on a key cap."""
    return (
        key.replace("Return", "Enter")
        .replace("Space", tr("空格"))
        .replace("PgDown", "PgDn")
        .replace("Up", "↑" if key == "Up" else "Up")
        .replace("Down", "↓" if key == "Down" else "Down")
    )


def action_texts() -> dict[Action, str]:
    """What each action is called on the help sheet."""
    tender = {Action(f"tender_{place}"): tr("第 {n} 种支付方式", n=place) for place in range(1, 10)}
    return tender | {
        Action.HELP: tr("键位"),
        Action.MEMBER: tr("会员"),
        Action.SEARCH: tr("搜索商品"),
        Action.HOLD: tr("挂单/取单"),
        Action.PRICE_CHECK: tr("查价"),
        Action.DISCOUNT: tr("折扣"),
        Action.TOP_UP: tr("充值"),
        Action.ROUND_OFF: tr("抹零"),
        Action.REWARDS: tr("积分/券"),
        Action.PAY: tr("收款"),
        Action.REFUND: tr("退货"),
        Action.DRAWER: tr("钱箱"),
        Action.SHIFT: tr("交接班"),
        Action.QUANTITY: tr("改数量"),
        Action.LESS: tr("数量减一"),
        Action.UP: tr("上一行"),
        Action.DOWN: tr("下一行"),
        Action.PAGE_UP: tr("上一页"),
        Action.PAGE_DOWN: tr("下一页"),
        Action.REMOVE: tr("删行"),
        Action.UNDO: tr("撤销"),
        Action.REPEAT: tr("再来一件"),
        Action.NOTE: tr("备注"),
        Action.WHY: tr("为什么是这个金额"),
        Action.BACK: tr("返回"),
        Action.REPRINT: tr("重打上一单"),
        Action.LOCK: tr("锁屏"),
        Action.VOID: tr("整单作废"),
        Action.CONFIRM: tr("确认"),
        Action.SAVE: tr("保存"),
        Action.TOGGLE: tr("选中或取消"),
        Action.SCANNER_TEST: tr("扫码测试"),
        Action.KEYS: tr("改键位"),
        Action.OPEN_PAYMENT: tr("处理结果未知的支付"),
        Action.SEEN: tr("红色提示已看到"),
        Action.MEMBER_FILE: tr("会员档案"),
    }
