"""Walks over what a window shows and says what a finger, an eye or a screen reader would miss."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QTableView,
    QWidget,
)

from posapp.ui.size_class import SizeClass
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.touch_button import TouchButton

SLACK_PX = 1


def problems(window, look, glass=None) -> list[str]:
    """All that is wrong with what is visible now; empty when all is well.

    With a `glass` millimetres are those of its ppi, otherwise those of the design.
    """
    QApplication.sendPostedEvents()
    controls = [w for w in window.findChildren(QWidget) if _is_control(w) and w.isVisible()]
    found = [f"window of its own: {w}" for w in _strangers(window)]
    if glass is not None and window.height() > glass.height:
        found.append(f"the window grew to {window.height()}, the screen has {glass.height}")
    for control in controls:
        found += [
            f"{control.objectName() or control}: {p}" for p in _of_control(control, look, glass)
        ]
    for one, other in combinations([c for c in controls if not _is_under_panel(c, window)], 2):
        if _shown(one, window).intersects(_shown(other, window)):
            found.append(f"{one.objectName()} lies on {other.objectName()}")
    for table in window.findChildren(QTableView):
        if table.isVisible() and hasattr(table, "row_class"):
            found += _low_rows(table, look, glass)
    for label in window.findChildren(Label):
        if label.isVisible() and not _in_scroll_area(label) and _is_cut(label):
            found.append(f"text cut: {label.text()!r} {label.width()} < {label.sizeHint().width()}")
    return found


def _is_control(widget) -> bool:
    is_known = isinstance(widget, (QAbstractButton, QLineEdit, DigitField))
    return is_known or hasattr(widget, "size_class")


def _of_control(control, look, glass):
    if not control.objectName().isascii() or not control.objectName():
        yield "has no stable name"
    if not control.accessibleName():
        yield "has no name to speak"
    wanted = _class_of(control)
    wide, high = (_px(mm, look, glass) for mm in (wanted.width_mm, wanted.height_mm))
    if control.height() < high or (control.width() < wide and not isinstance(control, QLineEdit)):
        yield f"too small for a finger: {control.width()}x{control.height()}, {wide}x{high} needed"
    if not _in_scroll_area(control) and _hidden_part(control):
        yield "is clipped"
    fits = getattr(control, "fits", None)
    if fits is not None and not fits():
        yield f"text does not fit: {control.text()!r} in {control.width()}"


def _class_of(control) -> SizeClass:
    if isinstance(control, TouchButton) and ".pad." in control.objectName():
        return SizeClass.PAD_KEY
    return getattr(control, "size_class", SizeClass.FINGER)


def _px(millimetres, look, glass) -> int:
    wanted = look.mm(millimetres) if glass is None else round(millimetres / 25.4 * glass.ppi)
    return wanted - SLACK_PX


def _low_rows(table, look, glass):
    """Rows of a table that a finger chooses from."""
    least = _px(table.row_class.height_mm, look, glass)
    for row in range(table.model().rowCount()):
        if table.rowHeight(row) < least:
            yield f"{table.objectName()}: row {row} is {table.rowHeight(row)}, {least} needed"


def _hidden_part(control) -> bool:
    window = control.window()
    corner = control.mapTo(window, QPoint(0, 0))
    return not window.rect().contains(QRect(corner, control.size()))


def _in_scroll_area(widget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _is_under_panel(control, window) -> bool:
    """Covered by something that lies over it on purpose."""
    centre = control.mapTo(window, control.rect().center())
    top = window.childAt(centre)
    while top is not None:
        if top is control:
            return False
        top = top.parentWidget()
    return True


def _shown(control, window) -> QRect:
    """Where it is painted: what a list has scrolled away lies on nothing."""
    area = _area(control, window)
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            area &= _area(parent.viewport(), window)
        parent = parent.parentWidget()
    return area


def _area(widget, window) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _is_cut(label) -> bool:
    if isinstance(label, ElidedLabel) or not label.text():
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + SLACK_PX
    return label.sizeHint().width() > label.width() + SLACK_PX


def _strangers(window):
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
