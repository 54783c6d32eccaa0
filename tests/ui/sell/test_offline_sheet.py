"""What the sheet promises while central is away is what this till can do, and nothing else."""

from posapp.domain.ids import MemberId
from posapp.ui.pay.state import Surroundings
from posapp.ui.sell.offline_sheet import _can, _cannot
from posapp.wire.requests import HoldLedger
from posapp.workflows.lease_shelf import Lent


def lent(ledger):
    return Lent(member_id=MemberId("m"), amount=1, granted_ms=0, ledger=ledger)


def test_without_anything_lent_stored_value_and_rewards_wait():
    assert {"储值支付和充值", "积分兑换和优惠券"} <= set(_cannot(Surroundings()))


def test_what_was_lent_can_be_spent_and_the_rest_cannot():
    around = Surroundings(lent=(lent(HoldLedger.STORED_VALUE), lent(HoldLedger.COUPON)))
    assert {"用预留给本机的储值", "用预留给本机的积分和券"} <= set(_can(around))
    assert {"充值，未预留的储值", "未预留的积分和券"} <= set(_cannot(around))
    assert "储值支付和充值" not in _cannot(around)


def test_codes_that_go_through_central_are_not_promised():
    through_central = Surroundings(codes_by_central=True)
    assert "终端自带网络时，可刷卡和扫码" in _can(Surroundings())
    assert "终端自带网络时，可刷卡" in _can(through_central)
    assert "终端自带网络时，可刷卡和扫码" not in _can(through_central)
    assert "扫付款码、出示收款码" in _cannot(through_central)
