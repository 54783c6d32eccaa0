"""One thing whole: why it waits, the bytes that came, an editor with the difference, the acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from posapp.ui.cases.state import View
from posapp.ui.cases.words import act_line, told_body, told_reason, told_sub, told_title
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.touch_button import TouchButton
from posapp.workflows.case_work import Change

if TYPE_CHECKING:
    from posapp.ui.cases.presenter import CasesPresenter
    from posapp.ui.cases.state import CasesState
    from posapp.ui.look import Look
    from posapp.workflows.case_work import DiffLine

_VIEWS: Final = tuple(View)
_MARKS: Final = {
    Change.SAME: "  ",
    Change.GONE: "- ",
    Change.NEW: "+ ",
    Change.SKIPPED: "…",
}


class DetailCard(Card):
    """Shows nothing of its own making: the bytes stand as they came."""

    def __init__(self, look: Look, presenter: CasesPresenter) -> None:
        super().__init__(look, padding=16, name="cases.detail")
        self._look = look
        self._presenter = presenter
        self.rows.setSpacing(look.px(8))
        self._title = ElidedLabel(look, size="h2", bold=True, name="cases.title")
        self._sub = ElidedLabel(look, size="small", tone="text2", name="cases.sub")
        self._reason = Label(look, tone="warn", wrap=True, name="cases.reason")
        views = (
            (View.RAW.value, tr("原文")),
            (View.EDIT.value, tr("更正")),
            (View.ACTS.value, tr("经过")),
        )
        self.views = ChoiceGroup(look, "cases.view", views, height=44)
        self.views.choose(View.RAW.value)
        self.views.chosen.connect(presenter.choose_view)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._stack = QStackedWidget()
        for page in (self._raw_page(), self._edit_page(), self._acts_page()):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(look.px(16))
        head.addWidget(self._title, 1)
        head.addWidget(self.views)
        column.addLayout(head)
        for part in (self._sub, self._reason):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        keys = look.keymap.up_and_down("list")
        how = tr("在左边点一行，或按 {keys} 选择", keys=keys)
        self._empty = EmptyState(look, "report", tr("选一件事，这里看全部内容"), how)
        self.rows.addWidget(self._body, 1)
        self.rows.addWidget(self._empty, 1)

    def _raw_page(self) -> QWidget:
        self.raw = _text(self._look, "cases.raw", tr("收到的原文"), read_only=True)
        return self.raw

    def _edit_page(self) -> QWidget:
        look = self._look
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self.editor = _text(look, "cases.editor", tr("更正的内容"))
        self.editor.textChanged.connect(self._on_typed)
        self.verdict = Label(look, size="small", tone="text2", wrap=True, name="cases.verdict")
        self.changes = _text(look, "cases.changes", tr("与原文的差别"), read_only=True)
        self.undo = TouchButton(look, "cases.undo", tr("恢复原文"), icon="undo", height=44)
        self.undo.clicked.connect(self._presenter.take_back)
        between = QHBoxLayout()
        between.setSpacing(look.px(16))
        between.addWidget(self.verdict, 1)
        between.addWidget(self.undo)
        column.addWidget(self.editor, 3)
        column.addLayout(between)
        column.addWidget(self.changes, 2)
        return page

    def _acts_page(self) -> QWidget:
        self.acts = _text(self._look, "cases.acts", tr("经过"), read_only=True)
        return self.acts

    @Slot(object)
    def show_state(self, state: CasesState) -> None:
        told = state.told
        self._body.setVisible(told is not None)
        self._empty.setVisible(told is None)
        if told is None:
            return
        self._title.setText(told_title(told))
        self._sub.setText(told_sub(told))
        self._reason.setText(told_reason(told))
        self._reason.setVisible(bool(told_reason(told)))
        self.views.choose(state.view.value)
        self.views.button(View.EDIT.value).setEnabled(state.is_held)
        self._stack.setCurrentIndex(_VIEWS.index(state.view))
        said = "" if state.told is None else told_body(state.told)
        _put(self.raw, state.raw or said or tr("这件事没有流水原文，请看编号和数字"))
        _put(self.editor, state.text)
        _put(self.changes, "\n".join(_line(each) for each in state.changes))
        self.changes.setVisible(bool(state.changes))
        self.undo.setEnabled(state.is_changed)
        self._show_verdict(state)
        acts = "\n\n".join(act_line(act) for act in told.acts)
        _put(self.acts, acts or tr("还没有人处理过"))

    def _show_verdict(self, state: CasesState) -> None:
        if state.wrong is not None:
            self.verdict.set_tone("danger")
            self.verdict.setText(text_for(state.wrong))
            return
        self.verdict.set_tone("text2")
        changed = tr("- 是原来的，+ 是更正的，编号不变")
        self.verdict.setText(changed if state.changes else tr("还没有改动"))

    @Slot()
    def _on_typed(self) -> None:
        self._presenter.edit(self.editor.toPlainText())


def _text(look: Look, name: str, label: str, *, read_only: bool = False) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    name_control(edit, name, label)
    edit.setReadOnly(read_only)
    edit.setTabChangesFocus(True)
    edit.setFont(_fixed(look))
    edit.setMinimumHeight(look.px(56))
    if read_only:
        # Read by keyboard and screen reader, too.
        edit.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
    return edit


def _fixed(look: Look) -> QFont:
    """Digits under each other; Chinese falls back to the font of the program."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    base = look.font("small")
    font.setPixelSize(base.pixelSize())
    font.setFamilies([font.family(), base.family()])
    return font


def _put(edit: QPlainTextEdit, text: str) -> None:
    """Without moving the cursor of somebody who types."""
    if edit.toPlainText() != text:
        edit.setPlainText(text)


def _line(line: DiffLine) -> str:
    return _MARKS[line.change] + line.text
