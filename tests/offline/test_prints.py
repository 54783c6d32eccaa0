import pytest

from posapp.domain.receipt import (
    Align,
    Band,
    Cell,
    Columns,
    CopyMark,
    Feed,
    ItemRow,
    Pair,
    Qr,
    Receipt,
    ReceiptKind,
    Rule,
    RuleKind,
    Style,
    Text,
    as_copy,
)
from posapp.errors import Refused
from posapp.offline.entries import PrintRequest, PrintState
from posapp.offline.papers import paper_from_bytes, paper_to_bytes
from posapp.wire.facts import AuditData

EVERY_BLOCK = Receipt(
    kind=ReceiptKind.SALE,
    number="A03-1-000001",
    blocks=(
        Text(text="东门店 𠮷", align=Align.CENTER, style=Style.TITLE),
        Pair(left="合计", right="12.00", style=Style.TOTAL, indent=1),
        ItemRow(name="水", measure="1", amount="2.00", heading=True),
        Columns(cells=(Cell(text="a"), Cell(text="b", align=Align.LEFT)), shares=(1, 2)),
        Rule(kind=RuleKind.SOLID),
        Band(text="Z"),
        Qr(data="PR1X", caption="退货", notes=("n",)),
        Feed(rows=3),
    ),
    open_drawer=True,
)


@pytest.mark.parametrize(
    "paper", [EVERY_BLOCK, as_copy(EVERY_BLOCK, CopyMark(words="补打", at="now", by="王"))]
)
def test_a_paper_comes_back_from_its_bytes_as_it_was(paper):
    assert paper_from_bytes(paper_to_bytes(paper)) == paper


def test_papers_wait_in_the_order_of_their_sales_until_they_are_printed(till):
    first, second = till.sell(100), till.sell(200)
    jobs = till.store.prints.pending()
    assert [job.receipt_number for job in jobs] == [first.receipt_number, second.receipt_number]
    assert jobs[0].open_drawer
    assert jobs[0].document.number == first.receipt_number
    till.store.prints.mark_printing(jobs[0].id)
    till.store.prints.mark_printed(jobs[0].id)
    assert [job.id for job in till.store.prints.pending()] == [jobs[1].id]
    assert till.store.prints.get(jobs[0].id).state is PrintState.PRINTED


def test_what_failed_stays_due_with_its_reason(till):
    till.sell(100)
    job = till.store.prints.pending()[0]
    till.store.prints.mark_printing(job.id)
    till.store.prints.mark_failed(job.id, "printer.no_paper")
    due = till.store.prints.pending()[0]
    assert (due.state, due.error_key) == (PrintState.FAILED, "printer.no_paper")


def test_a_print_cut_short_is_asked_about_after_the_restart(till):
    till.sell(100)
    till.sell(200)
    first, second = till.store.prints.pending()
    till.store.prints.mark_printing(first.id)
    till.store.prints.mark_printing(second.id)
    till.reopen()
    assert till.store.prints.pending() == ()
    assert [job.id for job in till.store.prints.asked()] == [first.id, second.id]
    till.store.prints.answer(first.id, did_print=True)
    till.store.prints.answer(second.id, did_print=False)
    assert till.store.prints.asked() == ()
    assert [job.id for job in till.store.prints.pending()] == [second.id]


def test_a_copy_is_journalled_with_its_paper(till):
    sale = till.sell(100)
    original = till.store.prints.of_receipt(sale.receipt_number)
    mark = CopyMark(words="补打", at="10:00", by="王芳")
    request = PrintRequest(
        kind="sale",
        document=as_copy(original.document, mark),
        copy_of=sale.receipt_number,
    )
    copy = till.store.prints.enqueue_copy(till.entry(AuditData(action="reprint")), request)
    assert (copy.copy_of, copy.document.copy, copy.open_drawer) == (
        sale.receipt_number,
        mark,
        False,
    )
    assert till.store.journal.head()[1] == 2
    assert till.store.prints.of_receipt(sale.receipt_number).id == original.id
    assert till.store.prints.last().id == original.id


def test_the_last_paper_of_a_kind(till):
    assert till.store.prints.last() is None
    sale = till.sell(100)
    refund = till.refund(sale, {1: 1_000})
    assert till.store.prints.last().receipt_number == refund.receipt_number
    assert till.store.prints.last("sale").receipt_number == sale.receipt_number
    assert till.store.prints.of_receipt("none") is None


def test_a_job_that_is_gone_is_refused(till):
    with pytest.raises(Refused, match=r"print.gone"):
        till.store.prints.mark_printing("1-1-1")
    with pytest.raises(Refused, match=r"print.gone"):
        till.store.prints.get("1-1-1")
