"""What central writes into a file is what its reports say."""

import pytest

from posapp.central import report_files, reports
from posapp.central.report_files import Form, Report, take_report
from posapp.central.report_sheets import Asked, sales_sheet
from posapp.central.reports import Filter
from posapp.central.seeding import only_tenant
from posapp.wire.facts import SaleData
from tests.central.goods import A, cart, cash, sale
from tests.sheets.reopened import Reopened, fen


@pytest.fixture
def three(park):
    """Three sales for cash of one till."""
    ids, till = park.till.ids, park.till
    sold = [sale(ids, cart(A), cash(ids, 20_000, 20_000)) for _ in range(3)]
    for each in sold:
        assert till.tell(SaleData(sale=each)) == ["applied"]
    return sold


def taken(park, monkeypatch, tmp_path, report, **of):
    monkeypatch.setattr(report_files, "central_of", lambda _data: park.central)
    to = tmp_path / "out.xlsx"
    answer = take_report(
        tmp_path,
        report=report,
        which=Filter(tenant_id="", **of),
        to=to,
        form=Form.XLSX,
        note="月结",
        language="zh_CN",
    )
    return answer, Reopened(to)


def test_every_sale_is_in_the_file_however_small_the_pages(park, three, monkeypatch):
    monkeypatch.setattr(reports, "MOST_SALES", 2)
    with park.central.database.read() as connection:
        tenant = only_tenant(park.central)
        asked = Asked(
            connection=connection,
            tenant=tenant,
            which=Filter(tenant_id=tenant.id),
            language="zh_CN",
        )
        rows = list(sales_sheet(asked).rows)
    assert [row.values[0] for row in rows] == [each.receipt_number for each in three]


def test_the_day_adds_up_and_taking_it_is_written_down(park, three, monkeypatch, tmp_path):
    _, again = taken(park, monkeypatch, tmp_path, Report.DAY)
    net = sum(each.net for each in three)
    assert fen(again.named("day_net")) == fen(again.named("tenders_total_net")) == net
    assert again.named("day_sale_count") == 3
    acts = park.rows("SELECT act, subject_id, note FROM operator_act")
    assert acts == [("take_report", "day", "月结")]
