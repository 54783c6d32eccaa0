"""A payment in front of a real till: presenter, bank, scripted central."""

import pytest

from posapp.ui.floor import Floor
from posapp.ui.pay.presenter import PayPresenter
from posapp.ui.pay.state import CounterRules, PayRequest, Surroundings
from posapp.workflows.setting_aside import SettingAside
from tests.ui.till_floor import settle
from tests.workflows.counter import WANG, Counter
from tests.workflows.orders import order


class PayDesk:
    """Drives a presenter and waits for its answers."""

    def __init__(self, till: Counter, floor: Floor, qtbot) -> None:
        self.till = till
        self.floor = floor
        self.qtbot = qtbot
        self.terminal_ready = True
        self.lent = ()
        self.counter = CounterRules()
        self.accounts = ()
        aside = SettingAside(till.store.attempts, till.store.outbox, till.desk, till.holding.clock)
        self.presenter = PayPresenter(till.paying, floor, self.surroundings, setting_aside=aside)
        self.presenter.keeping.use(till.topping_up)
        self.sales = []
        self.went = []
        self.presenter.completed.connect(self.sales.append)
        floor.navigation.requested.connect(self.went.append)

    def surroundings(self) -> Surroundings:
        return Surroundings(
            online=self.till.desk.is_online(),
            terminal_ready=self.terminal_ready,
            rules=self.till.cache.point_rules(),
            lent=self.lent,
            counter=self.counter,
            accounts=self.accounts,
        )

    def start(self, member=None, *products):
        payment = order(self.till, *products, member=member)
        self.presenter.enter(PayRequest(payment=payment, member=member))
        return payment

    def start_for_wang(self):
        return self.start(WANG)

    def settle(self) -> None:
        settle(self.qtbot, self.floor)

    @property
    def state(self):
        return self.presenter.state

    @property
    def phase(self):
        return self.presenter.state.phase

    def press(self, minor: int | None = None) -> None:
        """Type an amount, press Enter, wait."""
        if minor is not None:
            self.presenter.type_amount(minor)
        self.presenter.confirm()
        self.settle()


@pytest.fixture
def desk(till, floor, qtbot) -> PayDesk:
    return PayDesk(till, floor, qtbot)
