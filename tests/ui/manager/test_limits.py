"""The table of limits on the manager's page, as central last sent it."""

from dataclasses import replace

from PySide6.QtCore import Qt

from posapp.domain.allowances import DECLARED, Act, read_row
from posapp.ui.manager.approvals_page import ApprovalsPage
from posapp.ui.manager.limits_model import limit_captions, limit_cells


def test_each_row_says_how_far_each_role_goes():
    discount = read_row(DECLARED[Act.DISCOUNT], "cashier 1000; service 50; own 3000")
    assert limit_cells(discount) == ("打折", "10%", "0.5%", "不限", "30%")
    cash_out = replace(DECLARED[Act.CASH_OUT], own=0)
    assert limit_cells(read_row(cash_out, "cashier 2050")) == (
        "取出现金",
        "¥20.50",
        "要授权",
        "不限",
        "要授权",
    )


def test_the_page_shows_every_row_of_the_table(look, qtbot):
    page = ApprovalsPage(look)
    qtbot.addWidget(page)
    page.show_limits(tuple(DECLARED.values()))
    model = page.limits.model()
    assert model.rowCount() == len(Act)
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(set(shown)) == len(Act)
    horizontal = Qt.Orientation.Horizontal
    heads = [model.headerData(column, horizontal) for column in range(model.columnCount())]
    assert tuple(heads) == limit_captions()
