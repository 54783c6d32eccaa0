"""The page 扫码测试: every read with its gaps, what to do, and the setting to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.scanner_test.presenter import KEPT
from posapp.ui.scanner_test.words import (
    advice_text,
    code_text,
    ending_text,
    gaps_text,
    mode_text,
    setting_text,
)
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look
    from posapp.ui.scanner_test.presenter import ScannerTestPresenter, TestState
    from posapp.ui.scanner_test.trace import Trace
    from posapp.ui.surface import KeyHeard, Scan


class ScannerTestScreen(Page):
    """Nothing that is scanned here is sold, looked up or kept."""

    hears_keys = True

    def __init__(
        self, look: Look, presenter: ScannerTestPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "scanner_test", tr("扫码测试"), parent)
        self._presenter = presenter
        self.remark.setText(tr("这里扫的码不会加入订单"))
        self.body.addWidget(self._conclusion())
        self.body.addWidget(self._reads(), 1)
        self.add_back_action(tr("返回"))
        self.save = self.add_primary(tr("保存这个设置"), key=self.cap(Action.SAVE))
        self.save.clicked.connect(presenter.save)
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def enter(self, payload: object) -> None:
        self._presenter.enter()

    def first_focus(self) -> QWidget | None:
        return self.back

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Esc", tr("返回")), Hint(self.cap(Action.SAVE), tr("保存")))

    def hear(self, key: KeyHeard) -> bool:
        return self._presenter.hear(key)

    def take_scan(self, scan: Scan) -> bool:
        return self._presenter.take_scan(scan)

    def take_action(self, action: Action) -> bool:
        if action is Action.SAVE:
            self._presenter.save()
            return True
        return super().take_action(action)

    @Slot(object)
    def show_state(self, state: TestState) -> None:
        proposal = state.proposal
        self.mode.setText(mode_text(proposal.mode))
        self.advice.setText("\n".join(advice_text(each) for each in proposal.advice))
        self.setting.setText(setting_text(proposal.setting))
        for place, row in enumerate(self._rows):
            known = place < len(state.traces)
            row.show_trace(state.traces[-1 - place] if known else None)
        self.save.refuse(_why_not(state))

    def _conclusion(self) -> Card:
        look = self.look
        card = Card(look, padding=16, name="scanner_test.conclusion")
        self.mode = Label(look, size="h1", bold=True, wrap=True, name="scanner_test.mode")
        self.advice = Label(look, wrap=True, name="scanner_test.advice")
        self.setting = Label(look, tone="text2", wrap=True, name="scanner_test.setting")
        for part in (self.mode, self.advice, self.setting):
            card.rows.addWidget(part)
        return card

    def _reads(self) -> Card:
        look = self.look
        card = Card(look, padding=16, name="scanner_test.reads")
        card.rows.addWidget(Label(look, tr("最近收到的"), bold=True))
        self._rows = [_Read(look, place) for place in range(KEPT)]
        for row in self._rows:
            card.rows.addWidget(row)
        card.rows.addStretch(1)
        return card


class _Read(Card):
    """One read: the code, its length, its gaps and its end."""

    def __init__(self, look: Look, place: int) -> None:
        name = f"scanner_test.read.{place}"
        super().__init__(look, edge="", radius=0, padding=4, horizontal=True, name=name)
        self.code = ElidedLabel(look, bold=True, name=f"{name}.code")
        self.figures = ElidedLabel(look, tone="text2", name=f"{name}.figures")
        self.rows.addWidget(self.code, 1)
        self.rows.addWidget(self.figures, 1)

    def show_trace(self, trace: Trace | None) -> None:
        if trace is None:
            self.code.setText("")
            self.figures.setText("")
            return
        self.code.setText(code_text(trace.text))
        length = tr("{n} 个字符", n=len(trace.text))
        parts = (length, gaps_text(trace), ending_text(trace.ending))
        self.figures.setText("   ".join(parts))


def _why_not(state: TestState) -> str:
    if state.is_saved:
        return tr("已保存")
    return "" if state.proposal.setting is not None else tr("先扫三次")
