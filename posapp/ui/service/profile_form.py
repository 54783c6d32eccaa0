"""The fields of what is known of her: what is typed replaces, what is ticked takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from posapp.domain.member import LONGEST_NAME
from posapp.ui.i18n import tr
from posapp.ui.service.extra_form import ExtraForm
from posapp.ui.service.forms import NO_GENDER
from posapp.ui.service.guardian_fields import GuardianFields
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.scroll import Scroller

if TYPE_CHECKING:
    from posapp.domain.extra_fields import ExtraField
    from posapp.ui.look import Look
    from posapp.wire.service_desk import MemberFile


_ROW: Final = 84


class ProfileForm(QWidget):
    """Only what stands in her file can be taken away. A birthday that makes her a child asks for
    her guardian, unless one stands there.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        file: MemberFile | None,
        declared: tuple[ExtraField, ...] = (),
        asked_ms: int = 0,
    ) -> None:
        super().__init__()
        self._look = look
        self._boxes: dict[str, CheckBox] = {}
        known = () if file is None else file.sections
        self._knows_guardian = any(each.kind == "guardian" for each in known)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self._fields = {"name": self._field("name", tr("姓名"), LONGEST_NAME)}
        if file is not None and file.name:
            self._box("name", tr("清除姓名"))
        self._fields["birthday"] = self._field("birthday", tr("生日"), 10, "1990-03-08")
        if file is not None and file.birthday:
            self._box("birthday", tr("清除生日"))
        self._guardian = GuardianFields(look, asked_ms)
        self._guardian.changed.connect(self.changed)
        self._fields["birthday"].edit.textChanged.connect(self._guardian.follow)
        self._column.addWidget(self._guardian)
        genders = [("", tr("不改", "gender")), ("female", tr("女")), ("male", tr("男"))]
        if file is not None and file.gender:
            genders.append((NO_GENDER, tr("清除", "gender")))
        self._gender = ChoiceGroup(look, "service_act.gender", tuple(genders), height=44, fill=True)
        self._gender.choose("")
        self._gender.chosen.connect(self._on_change)
        self._column.addWidget(self._gender)
        self._extra = ExtraForm(look, declared, () if file is None else file.extra)
        self._extra.changed.connect(self._on_change)
        if declared:
            # Eight fields are higher than a small screen: they scroll, two rows are in sight.
            scroller = Scroller(self._extra)
            scroller.setFixedHeight(look.px(_ROW * min(2, -(-len(declared) // 2))))
            self._column.addWidget(scroller)

    def _field(self, name: str, label: str, longest: int, example: str = "") -> FormField:
        field = FormField(
            self._look,
            f"service_act.{name}",
            label,
            code=bool(example),
            placeholder=example,
            edit=None if example else QLineEdit(),
            height=44,
        )
        field.edit.setMaxLength(longest)
        field.edit.textChanged.connect(self._on_change)
        self._column.addWidget(field)
        return field

    def _box(self, name: str, text: str) -> None:
        box = CheckBox(self._look, f"service_act.clear_{name}", text)
        box.toggled.connect(self._on_change)
        self._boxes[name] = box
        self._column.addWidget(box)

    def first(self) -> QWidget | None:
        return self._fields["name"].edit

    @property
    def fields(self) -> dict[str, str]:
        found = {name: field.text for name, field in self._fields.items()}
        found |= {f"clear_{name}": "1" for name, box in self._boxes.items() if box.isChecked()}
        return {
            **found,
            **self._guardian.fields,
            **self._extra.fields,
            "gender": self._gender.value,
        }

    @property
    def missing(self) -> str:
        if not (any(self.fields.values()) or self._extra.fields):
            return tr("先写要改的项")
        return "" if self._knows_guardian else self._guardian.missing

    def _on_change(self, _value: object = None) -> None:
        """What is taken away needs no text."""
        for name, box in self._boxes.items():
            self._fields[name].setEnabled(not box.isChecked())
        self.changed.emit()
