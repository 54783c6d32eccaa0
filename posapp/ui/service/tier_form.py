"""The fields of a tier by hand: which, and until what day; or the end of the one that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from posapp.domain.tiers import TIERS
from posapp.ui.i18n import tr
from posapp.ui.pay.header import tier_title
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.wire.service_desk import MemberFile

HAND_TIER: Final = "hand_tier"
_END: Final = "end"
_LONGEST: Final = 10


class TierForm(QWidget):
    """Only a tier by hand that stands can be ended."""

    changed = Signal()

    def __init__(self, look: Look, file: MemberFile) -> None:
        super().__init__()
        choices = [(tier, tier_title(tier)) for tier in TIERS]
        if any(each.kind == HAND_TIER for each in file.sections):
            choices.append((_END, tr("取消", "tier")))
        self.tier = ChoiceGroup(look, "service_act.tier", tuple(choices), height=44, fill=True)
        self.until = FormField(
            look,
            "service_act.until",
            tr("到哪一天为止 (含当天)"),
            code=True,
            placeholder="2026-12-31",
            height=44,
        )
        self.until.edit.setMaxLength(_LONGEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.tier)
        column.addWidget(self.until)
        self.tier.chosen.connect(self._on_change)
        self.until.edit.textChanged.connect(self._on_change)

    def first(self) -> QWidget | None:
        return self.until.edit

    @property
    def fields(self) -> dict[str, str]:
        tier = self.tier.value
        return {"tier": "" if tier == _END else tier, "until": self.until.text}

    @property
    def missing(self) -> str:
        if not self.tier.value:
            return tr("先选一个等级")
        needs_day = self.tier.value != _END
        return tr("先写到哪一天为止") if needs_day and not self.until.text else ""

    def _on_change(self, _value: object = None) -> None:
        """What ends now needs no day."""
        self.until.setEnabled(self.tier.value != _END)
        self.changed.emit()
