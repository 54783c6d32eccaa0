"""The page of the drawers: one card for each, with what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.format import local_time, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.domain.shift import OpenDrawer
    from posapp.ui.look import Look
    from posapp.ui.shift.drawers_presenter import DrawersPresenter, DrawersState


@dataclass(frozen=True, slots=True)
class Deed:
    """A button of a drawer: `why_not` is empty where it may be pressed."""

    name: str
    text: str
    act: Callable[[], None]
    why_not: str = ""


class DrawersScreen(Page):
    """Tab goes through the actions of each drawer; Esc goes back to the order."""

    key_context = "list"

    def __init__(
        self, look: Look, presenter: DrawersPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "drawers", tr("钱箱与交接班"), parent)
        self._presenter = presenter
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(8))
        self._list.addStretch(1)
        self.body.addWidget(Scroller(inner), 1)
        note = tr("换人不必交班：接用别人的钱箱会记入审计日志，谁卖的仍记在谁名下")
        self.body.addWidget(Label(look, note, size="small", tone="text2", wrap=True))
        self.leave = self.add_back_action(tr("返回"))
        self.foot.addStretch(1)
        self._first: TouchButton | None = None
        self._cards: list[Card] = []
        self._shown: object = None
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def enter(self, payload: object) -> None:
        self._presenter.load()

    def first_focus(self) -> QWidget | None:
        return self._first or self.leave

    def go_back(self) -> None:
        self._presenter.back()

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Tab", tr("选择")), Hint("Enter", tr("确认")), Hint("Esc", tr("返回")))

    # -- showing

    @Slot(object)
    def show_state(self, state: DrawersState) -> None:
        staff, shift = self._presenter.staff, self._presenter.shift
        news = (state.known, staff, shift)
        if state.known is None or news == self._shown:
            return
        self._shown = news
        self._clear()
        for drawer in sorted(state.known.open, key=lambda each: each.shift.drawer):
            self._add(self._open_card(drawer, in_use=drawer == state.known.in_use))
        for name in state.known.free:
            self._add(self._free_card(name))

    def _clear(self) -> None:
        self._first = None
        for card in self._cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._cards = []

    def _add(self, card: Card) -> None:
        self._cards.append(card)
        self._list.insertWidget(self._list.count() - 1, card)

    def _open_card(self, drawer: OpenDrawer, *, in_use: bool) -> Card:
        opened = local_time(time_from_ms(drawer.shift.opened_ms))
        waits = drawer.put_aside_ms is not None
        words = tr("暂停待点") if waits else (tr("使用中") if in_use else tr("未使用"))
        who = tr("{name}，{time} 开班", name=drawer.holder_name, time=opened)
        card, row = self._card(
            drawer.shift.drawer, tr("，").join((who, words)), "warn" if waits else "text2"
        )
        for deed in self._deeds(drawer):
            self._button(row, drawer.shift.drawer, deed)
        return card

    def _deeds(self, drawer: OpenDrawer) -> tuple[Deed, ...]:
        """What can be done with an open drawer, each with why not."""
        presenter, shift = self._presenter, drawer.shift
        staff, waits = presenter.staff, drawer.put_aside_ms is not None
        is_hers = staff is not None and staff.id == drawer.holder_id
        only = "" if presenter.may_count(drawer.holder_id) else tr("只有本人或店长可以清点")
        current = presenter.shift is not None and presenter.shift.id == shift.id
        why_not = only if waits else (tr("正在使用") if current and is_hers else "")
        use = tr("继续用这只钱箱") if is_hers else tr("接用这只钱箱")
        aside = Deed("aside", tr("暂停待点"), partial(presenter.put_aside, shift.id), only)
        return (
            Deed("use", use, partial(presenter.use, shift.id), why_not),
            *(() if waits else (aside,)),
            Deed("x", tr("X 报表"), partial(presenter.report, shift.id)),
            Deed(
                "count", tr("清点交班"), partial(presenter.count, shift.id), only if waits else ""
            ),
        )

    def _free_card(self, name: str) -> Card:
        card, row = self._card(name, tr("空闲"), "text2")
        self._button(row, name, Deed("open", tr("开班"), partial(self._presenter.open, name)))
        return card

    def _card(self, name: str, said: str, tone: str) -> tuple[Card, QHBoxLayout]:
        look = self.look
        card = Card(look, padding=12, name=f"drawers.{name}")
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(IconLabel(look, "drawer", size=24, tone=tone))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(look, tr("钱箱 {name}", name=name), bold=True))
        who = ElidedLabel(look, said, size="small", tone=tone, name=f"drawers.{name}.who")
        texts.addWidget(who)
        row.addLayout(texts, 1)
        card.rows.addLayout(row)
        return card, row

    def _button(self, row: QHBoxLayout, drawer: str, deed: Deed) -> None:
        name = f"drawers.{drawer}.{deed.name}"
        button = TouchButton(self.look, name, deed.text, kind=Kind.SECONDARY, height=56)
        button.clicked.connect(lambda _checked=False: deed.act())
        button.refuse(deed.why_not)
        row.addWidget(button)
        if self._first is None and not deed.why_not:
            self._first = button
