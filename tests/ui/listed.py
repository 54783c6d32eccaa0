"""What central answers to a manager's lists, each text as long as it gets."""

from posapp.domain.accounts import CreditAccount
from posapp.wire.bills import BillShown, BillsListed, DifferenceShown
from posapp.wire.case_work import CaseRow, CasesListed, CaseTold, FactTold
from posapp.wire.complaints import (
    ComplaintRow,
    ComplaintsListed,
    ComplaintStepTold,
    ComplaintTold,
)
from posapp.wire.recorded import RecordedListed, RecordedRow

ACCOUNTS = tuple(
    CreditAccount(id=f"a{n}", code=f"LX{n:02}", name="星河国际旅行社有限公司", limit=99_999_900)
    for n in range(7)
)


def cases(central):
    """Four facts that wait, and the first of them whole."""
    body = '{"head":{"event_id":"e"},"data":{"kind":"sale.v1"}}'
    row = CaseRow(
        kind="sale.lease_not_usable",
        at_ms=1,
        case_id="c",
        event_id="e",
        terminal="A03",
        fact_kind="lease_release.v1",
    )
    fact = FactTold(
        event_id="e",
        terminal="A03",
        incarnation=1,
        seq=123_456,
        kind="lease_release.v1",
        received_ms=1,
        body=body,
        is_held=True,
        code="sync.fork",
    )
    told = CaseTold(request_id="r", kind=row.kind, at_ms=1, case_id="c", terminal="A03", fact=fact)
    listed = CasesListed(request_id="r", rows=(row,) * 4, total=99, oldest_ms=1, next="1.c")
    central.will("cases", listed)
    central.will("case", told)


def complaints(central):
    """Four that wait, the first of them late, with long words."""
    row = ComplaintRow(
        id="c",
        about="stored_value",
        way="message",
        state="open",
        opened_ms=1,
        due_ms=2,
        is_late=True,
        owner="张敏 (1024)",
        shop="星河乐园 1号店",
        member_id="m",
        number="88001234567890",
    )
    step = ComplaintStepTold(
        step="called", at_ms=1, who="张敏 (1024)", outcome="not_content", words="说了很久 " * 30
    )
    listed = ComplaintsListed(request_id="r", rows=(row,) * 4, waiting=99, late=9, next="1.c")
    central.will("complaints", listed)
    central.will("complaint", ComplaintTold(request_id="r", row=row, steps=(step,) * 3))


def bills(central, folder):
    """Two bills with differences, and two files that could be read."""
    folder.mkdir()
    for name in ("2026-11-20.csv", "2026-11-21.csv"):
        (folder / name).write_text("x", "utf-8")
    difference = DifferenceShown(
        finding="amount_differs",
        number="0199f3b1000070008000000000000001",
        reference="4200001",
        here=1_234_500,
        there=1_234_501,
        case_id="c",
        open=True,
    )
    bill = BillShown(
        id="b",
        acquirer="lakala",
        day="2026-11-21",
        file_name="2026-11-21.csv",
        rows=1_234,
        matched=1_231,
        at_ms=1_795_219_200_000,
        who="周店长 (9001)",
        differences=(difference,) * 3,
    )
    listed = BillsListed(request_id="r", bills=(bill, bill), acquirers=("lakala", "unionpay"))
    central.will("bills", listed)


def recorded(central):
    """Four payments that were taken elsewhere."""
    row = RecordedRow(
        id="p",
        terminal="A03",
        taken_by="handheld",
        reference="4200001234567890123456789012345",
        amount=1_234_500,
        at_ms=1_795_219_200_000,
        staff="小王",
        receipt="A03-000123",
        who="周店长 (9001)",
        note="商户平台没有这一笔",
    )
    listed = RecordedListed(request_id="r", rows=(row,) * 4, total=104, amount=128_388_000)
    central.will("recorded", listed)
