"""The left half of the sign-in screen: shop, badge, people, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import LANGUAGES, OWN_NAMES, tr
from posapp.ui.login.staff_tile import StaffTile
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.icon_label import Disc, IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.link_button import LinkButton
from posapp.ui.widgets.scroll import Scroller

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from posapp.domain.permissions import Staff
    from posapp.ui.login.presenter import SignInState
    from posapp.ui.look import Look
    from posapp.ui.shell import Till


class PeopleSide(QWidget):
    """`chosen` carries the `Staff` of a tile, `language_chosen` a language.

    `comfort_asked` wishes for the page of themes, sizes and sounds.
    """

    chosen = Signal(object)
    language_chosen = Signal(str)
    comfort_asked = Signal()

    def __init__(self, look: Look, till: Till) -> None:
        super().__init__()
        self._look = look
        self._people: tuple[Staff, ...] = ()
        self._tiles: list[StaffTile] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(8))
        self.comfort = LinkButton(look, "sign_in.comfort", tr("显示与声音"), size="small")
        self.comfort.clicked.connect(self.comfort_asked)
        self.version = Label(look, size="status", tone="text2")
        self.version.setText(tr("版本 {v}", v=till.version) if till.version else "")
        self.languages = ChoiceGroup(
            look, "sign_in.language", tuple((each, OWN_NAMES[each]) for each in LANGUAGES)
        )
        self.languages.choose(look.language)
        self.languages.chosen.connect(self.language_chosen)
        column = QVBoxLayout(self)
        side = look.px(48)
        column.setContentsMargins(side, look.px(32), side, look.px(24))
        column.setSpacing(look.px(24))
        column.addLayout(self._make_head(till))
        column.addWidget(self._make_badge())
        column.addWidget(Label(look, tr("选择姓名"), size="small", tone="text2"))
        column.addWidget(self._make_people(), 1)
        column.addWidget(self.languages)
        low = QHBoxLayout()
        low.addWidget(self.version)
        low.addStretch(1)
        low.addWidget(self.comfort)
        column.addLayout(low)

    def show_state(self, state: SignInState) -> None:
        if state.people != self._people:
            self._people = state.people
            self._fill()
        number = "" if state.chosen is None else state.chosen.number
        for tile in self._tiles:
            tile.setChecked(tile.staff.number == number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.color("divider"))
        painter.end()

    def _make_head(self, till: Till) -> QHBoxLayout:
        look = self._look
        head = QHBoxLayout()
        head.setSpacing(look.px(20))
        mark = (till.brand or till.shop)[:1]
        head.addWidget(
            Disc(look, text=mark, back="primary", tone="on_primary", size=64, square=True)
        )
        words = _lines(look)
        words.addWidget(Label(look, till.title, size="h1", bold=True, name="sign_in.shop"))
        words.addWidget(Label(look, till.words, tone="text2", name="sign_in.till"))
        words.addStretch(1)
        head.addLayout(words, 1)
        return head

    def _make_badge(self) -> Card:
        look = self._look
        card = Card(look, back="primary_weak", edge="", horizontal=True)
        card.rows.setSpacing(look.px(24))
        card.rows.addWidget(IconLabel(look, "badge", tone="primary", size=40))
        words = _lines(look)
        words.addWidget(Label(look, tr("扫工牌选人"), size="h2", bold=True))
        words.addWidget(
            Label(look, tr("随时可扫，或选择姓名，再输入 PIN"), tone="text2", wrap=True)
        )
        words.addStretch(1)
        card.rows.addLayout(words, 1)
        return card

    def _make_people(self) -> Scroller:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        return Scroller(inner)

    def _fill(self) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = []
        for place, staff in enumerate(self._people):
            tile = StaffTile(self._look, staff)
            tile.clicked.connect(lambda _checked=False, each=staff: self.chosen.emit(each))
            self._tiles.append(tile)
            self._grid.addWidget(tile, place // 2, place % 2)


def _lines(look: Look) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(look.px(4))
    lines.addStretch(1)
    return lines
