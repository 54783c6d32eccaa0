"""The page 键位: choose a preset, choose a task, press its new key; print the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action, action_texts, cap_text
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.keys.presenter import KeysPresenter, KeysState
    from posapp.ui.look import Look
    from posapp.ui.surface import KeyHeard


class KeysScreen(Page):
    """While a task waits for its key every key is that key, but Esc."""

    hears_keys = True

    def __init__(self, look: Look, presenter: KeysPresenter, parent: QWidget | None = None) -> None:
        super().__init__(look, "keys", tr("键位"), parent)
        self._presenter = presenter
        self._rows: dict[Action, ChoiceRow] = {}
        self.presets = ChoiceGroup(
            look,
            "keys.preset",
            (
                ("standard", tr("标准")),
                ("pospal", tr("银豹习惯")),
                ("supermarket", tr("超市习惯")),
            ),
            height=48,
        )
        self.contexts = ChoiceGroup(
            look,
            "keys.context",
            (
                ("sell", tr("收银")),
                ("pay", tr("收款")),
                ("member", tr("会员")),
                ("list", tr("列表和表格")),
                ("page", tr("其他页面")),
            ),
            height=48,
        )
        for choices in (self.presets, self.contexts):
            self.body.addWidget(choices)
        self.body.addWidget(self._asking())
        self.body.addWidget(self._list(), 1)
        self._make_foot()
        self._wire()
        self.show_state(presenter.state)

    def enter(self, payload: object) -> None:
        self._presenter.enter()

    def first_focus(self) -> QWidget | None:
        return self.back

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Esc", tr("返回")), Hint(self.cap(Action.SAVE), tr("保存")))

    def hear(self, key: KeyHeard) -> bool:
        if not self._presenter.is_waiting or key.name == "Esc":
            return False
        self._presenter.press(key.name)
        return True

    def take_action(self, action: Action) -> bool:
        match action:
            case Action.SAVE:
                self._presenter.save()
            case Action.BACK:
                if not self._presenter.cancel():
                    self.go_back()
            case _:
                return super().take_action(action)
        return True

    @Slot(object)
    def show_state(self, state: KeysState) -> None:
        self.presets.choose(state.preset)
        self.contexts.choose(state.context)
        self.question.setText(_question(state))
        self.swap.setVisible(state.taken is not None)
        self.cancel.setVisible(state.chosen is not None)
        self._show_rows(state)
        self.save.refuse("" if state.is_changed else tr("没有改动"))

    def _show_rows(self, state: KeysState) -> None:
        texts = action_texts()
        rows = dict(state.rows)
        if list(rows) != list(self._rows):
            self._fill(list(rows), texts)
        for action, keys in rows.items():
            row = self._rows[action]
            row.set_value(" ".join(cap_text(key) for key in keys))
            row.setChecked(action is state.chosen)

    def _fill(self, actions: list[Action], texts: dict[Action, str]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        for place, action in enumerate(actions):
            row = ChoiceRow(self.look, f"keys.row.{action.value}", texts[action], height=48)
            row.clicked.connect(lambda _on=False, a=action: self._presenter.choose(a))
            self._rows[action] = row
            self._column.insertWidget(place, row)

    def _asking(self) -> Card:
        look = self.look
        card = Card(look, padding=12, horizontal=True, name="keys.asking")
        self.question = Label(look, bold=True, wrap=True, name="keys.question")
        self.swap = TouchButton(look, "keys.swap", tr("两个键对调"), height=48)
        self.cancel = TouchButton(look, "keys.cancel", tr("不改了"), key="Esc", height=48)
        card.rows.addWidget(self.question, 1)
        card.rows.addWidget(self.swap)
        card.rows.addWidget(self.cancel)
        return card

    def _list(self) -> Card:
        card = Card(self.look, padding=8, name="keys.list")
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.look.px(4))
        self._column.addStretch(1)
        card.rows.addWidget(Scroller(inner))
        return card

    def _make_foot(self) -> None:
        self.add_back_action(tr("返回"))
        row = QHBoxLayout()
        row.setSpacing(self.look.px(8))
        self.print = self._foot_button("print", tr("打印键位卡"), "printer")
        self.pdf = self._foot_button("pdf", tr("存为 PDF"), "receipt")
        for button in (self.print, self.pdf):
            row.addWidget(button)
        self.foot.addLayout(row)
        self.save = self.add_primary(tr("保存键位"), key=self.cap(Action.SAVE))

    def _foot_button(self, name: str, text: str, icon: str) -> TouchButton:
        return TouchButton(self.look, f"keys.{name}", text, icon=icon, height=64)

    def _wire(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        self.presets.chosen.connect(presenter.choose_preset)
        self.contexts.chosen.connect(presenter.choose_context)
        self.swap.clicked.connect(presenter.swap)
        self.cancel.clicked.connect(presenter.cancel)
        self.print.clicked.connect(presenter.print_card)
        self.pdf.clicked.connect(presenter.write_card)
        self.save.clicked.connect(presenter.save)


def _question(state: KeysState) -> str:
    texts = action_texts()
    if state.chosen is None:
        return tr("选一项，再按它的新键")
    if state.taken is None:
        return tr("现在按“{action}”的新键", action=texts[state.chosen])
    return tr(
        "{key} 现在是“{taken}”，要和“{action}”对调吗",
        key=cap_text(state.key),
        taken=texts[state.taken],
        action=texts[state.chosen],
    )
