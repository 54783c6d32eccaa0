"""The member panel: over the find side, the order stays in sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from posapp.domain.member import Member, masked_name, masked_phone
from posapp.domain.member_numbers import is_provisional, is_sound
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.member.card_view import MemberCard
from posapp.ui.navigation import Hint
from posapp.ui.pay.header import tier_title
from posapp.ui.widgets.card import Divider
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scan_field import ScanField
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.sheet import Panel
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.member.presenter import MemberPresenter
    from posapp.ui.member.state import MemberState
    from posapp.ui.surface import Scan


class MemberPanel(Panel):
    """Enter looks up what was typed, then gives her the order; F7 tops up."""

    key_context = "member"

    def __init__(self, frame: Frame, presenter: MemberPresenter) -> None:
        super().__init__(frame.look, "member", tr("会员"), frame.host, scrim=False)
        self._frame = frame
        self._presenter = presenter
        look = self.look
        rows = self.card.rows
        rows.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(16))
        rows.setSpacing(look.px(12))
        self.field = ScanField(
            look,
            "member.search",
            tr("查找会员"),
            placeholder=tr("手机号 / 后 4 位 / 会员码 / 卡号 / 姓名拼音"),
        )
        rows.addWidget(self.field)
        rows.addLayout(self._head())
        rows.addWidget(Divider(look))
        self._several = QVBoxLayout()
        self._several.setSpacing(look.px(8))
        self.member_card = MemberCard(look)
        self._empty = EmptyState(look, "user", "", "", name="member.empty")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nobody_page())
        self._pages.addWidget(self._found_page())
        rows.addWidget(self._pages, 1)
        self.by_conditions = TouchButton(look, "member.by_conditions", tr("按条件查找"), height=48)
        self.by_conditions.clicked.connect(lambda: presenter.by_conditions(self.field.text))
        rows.addWidget(self.by_conditions)
        rows.addLayout(self._buttons())
        self._shown: tuple[tuple[Member, ...], bool] = ((), False)
        self._shown_recent: tuple[Member, ...] | None = None
        self.field.submitted.connect(presenter.search)
        self.field.typed.connect(presenter.type)
        self.member_card.reveal_asked.connect(presenter.reveal)
        presenter.cleared.connect(self.field.edit.clear)
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def _nobody_page(self) -> QWidget:
        """What to do; and the sale that was just paid, where it names nobody."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty, 1)
        key = self.look.keymap.key(self.key_context, Action.MEMBER)
        self.join = TouchButton(
            self.look, "member.join", tr("登记会员并积分"), key=key, kind=Kind.OUTLINE, height=56
        )
        self.join.clicked.connect(self._presenter.join)
        column.addWidget(self.join)
        return page

    def _found_page(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(12))
        column.addLayout(self._several)
        column.addWidget(self.member_card)
        column.addStretch(1)
        return Scroller(inner)

    def _head(self) -> QHBoxLayout:
        """Whoever was served a moment ago, and the way out."""
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self._recent = QHBoxLayout()
        self._recent.setSpacing(look.px(8))
        back = TouchButton(look, "member.back", tr("收起"), kind=Kind.GHOST, key="Esc", height=40)
        back.clicked.connect(self._presenter.back)
        row.addLayout(self._recent, 1)
        row.addWidget(back)
        return row

    def _buttons(self) -> QVBoxLayout:
        """What a cashier needs; the acts of the service desk are behind her file."""
        look, presenter = self.look, self._presenter
        self.top_up = self._key("member.top_up", tr("充值"), Action.TOP_UP)
        self.file = self._key("member.file", tr("档案"), Action.MEMBER_FILE)
        self.register = TouchButton(look, "member.register", tr("登记新会员"), height=60)
        self.attach = TouchButton(
            look, "member.attach", tr("绑定到本单"), kind=Kind.PRIMARY, key="Enter", height=60
        )
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        for shares in (
            ((self.top_up, 1), (self.file, 1)),
            ((self.register, 1), (self.attach, 2)),
        ):
            row = QHBoxLayout()
            row.setSpacing(look.px(8))
            for button, share in shares:
                row.addWidget(button, share)
            column.addLayout(row)
        self.top_up.clicked.connect(presenter.top_up)
        self.file.clicked.connect(presenter.open_file)
        self.register.clicked.connect(presenter.register)
        self.attach.clicked.connect(presenter.attach)
        self.member_card.family.clicked.connect(presenter.show_family)
        return column

    def _key(self, name: str, text: str, action: Action) -> TouchButton:
        key = self.look.keymap.key(self.key_context, action)
        return TouchButton(self.look, name, text, key=key, height=48)

    # -- the surface

    def enter(self, payload: object) -> None:
        text = payload if isinstance(payload, str) else ""
        self.field.show_code(text)
        self._presenter.enter(payload if isinstance(payload, Member) else text)

    def area(self) -> QRect:
        return self._frame.find_side()

    def first_focus(self) -> QWidget | None:
        return self.field.edit

    def take_scan(self, scan: Scan) -> bool:
        return self._presenter.take_scan(scan)

    def take_action(self, action: Action) -> bool:
        presenter = self._presenter
        match action:
            case Action.BACK:
                presenter.back()
            case Action.UP:
                presenter.select_next(-1)
            case Action.DOWN:
                presenter.select_next(1)
            case Action.MEMBER:
                presenter.join()
            case Action.TOP_UP:
                presenter.top_up()
            case Action.MEMBER_FILE:
                presenter.open_file()
            case Action.CONFIRM if self._is_new and not presenter.state.picked:
                presenter.search(self.field.text)
            case Action.CONFIRM:
                presenter.confirm()
            case _:
                return False
        return True

    @property
    def _is_new(self) -> bool:
        """Central was not asked yet for what stands in the field."""
        return bool(self.field.text) and self.field.text != self._presenter.state.searched

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(self.look.keymap.up_and_down(self.key_context), tr("选择")),
            Hint("Enter", tr("绑定")),
            Hint(self.look.keymap.key(self.key_context, Action.TOP_UP), tr("充值")),
            Hint(self.look.keymap.key(self.key_context, Action.MEMBER_FILE), tr("档案")),
            Hint("Esc", tr("返回")),
        )

    # -- showing

    @Slot(object)
    def show_state(self, state: MemberState) -> None:
        self._show_recent(state)
        self._show_several(state)
        member = state.member
        self._pages.setCurrentIndex(0 if member is None else 1)
        if member is None:
            self._show_nobody(state)
        else:
            self.member_card.show_member(member, state)
        # Whoever is found needs no further search, and the room is hers.
        self.by_conditions.setVisible(state.more or member is None)
        self.attach.set_busy(state.busy)
        self.attach.refuse("" if state.busy or member is not None else tr("先查找会员"))
        offline = "" if state.online else tr("离线，充值暂停")
        self.by_conditions.refuse("" if state.online else tr("离线，查找要连上总部"))
        self.top_up.refuse(tr("先查找会员") if member is None else offline)
        no_file = "" if state.online else tr("离线，档案在总部")
        self.file.refuse(tr("先查找会员") if member is None else no_file)

    def _show_nobody(self, state: MemberState) -> None:
        self.join.setVisible(state.paid is not None)
        if state.paid is not None:
            number, net = state.paid.receipt_number, money(state.paid.net)
            last = tr("上一单 {number}，{amount}", number=number, amount=net)
            self.join.set_text(tr("登记会员并积分"), last)
        if state.busy:
            texts = tr("正在查找"), ""
        elif state.is_unknown:
            who = masked_phone(state.searched) if _is_figures(state.searched) else state.searched
            hint = tr("会员号可能抄错了，请核对每一位") if _is_mistyped(who) else ""
            texts = tr("没有找到会员 {who}", who=who), hint or tr("按 Enter 登记新会员")
        else:
            texts = tr("还没有选会员"), tr("扫会员码，或输入手机号后按 Enter")
        self._empty.text.setText(texts[0])
        self._empty.hint.setText(texts[1])
        self._empty.hint.setVisible(bool(texts[1]))

    def _show_several(self, state: MemberState) -> None:
        if (state.found, state.more) != self._shown:
            self._shown = (state.found, state.more)
            _empty(self._several)
            several = state.found if len(state.found) > 1 else ()
            for place, member in enumerate(several):
                self._several.addWidget(self._row(place, member))
            if state.more:
                text = tr("还有更多，请再多输几位")
                self._several.addWidget(
                    Label(self.look, text, size="small", tone="text2", name="member.more")
                )
        for place in range(self._several.count()):
            item = self._several.itemAt(place)
            row = None if item is None else item.widget()
            if isinstance(row, ChoiceRow):
                row.setChecked(place == state.place)

    def _row(self, place: int, member: Member) -> ChoiceRow:
        name = masked_name(member.name) or member.number
        sub = f"{masked_phone(member.phone)}  {tier_title(member.tier)}"
        row = ChoiceRow(self.look, f"member.found.{place}", name, sub, icon="user", height=56)
        row.clicked.connect(partial(self._presenter.select, place))
        return row

    def _show_recent(self, state: MemberState) -> None:
        if state.recent == self._shown_recent:
            return
        self._shown_recent = state.recent
        _empty(self._recent)
        if state.recent:
            self._recent.addWidget(Label(self.look, tr("最近"), size="small", tone="text2"))
        for place, member in enumerate(state.recent):
            text = masked_name(member.name) or member.number
            chip = TouchButton(self.look, f"member.recent.{place}", text, height=40)
            chip.clicked.connect(partial(self._presenter.show_recent, member))
            self._recent.addWidget(chip)
        self._recent.addStretch(1)


def _is_mistyped(text: str) -> bool:
    """A number of a till whose check character does not hold."""
    number = text.upper()
    return is_provisional(number) and not is_sound(number)


def _is_figures(text: str) -> bool:
    return text.removeprefix("+").replace(" ", "").replace("-", "").isdigit()


def _empty(layout: QHBoxLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
