"""The far side of codes that the shop shows, without central between: an acquirer with a file."""

from pathlib import Path

from posapp.central.gateway.acquirer import OfferOrder
from posapp.central.gateway.simulated import SimulatedAcquirer
from posapp.domain.charges import OFFER_VALID_MS, merchant_number


class FarOffers:
    """Fits where `CentralGateway` does; the customer scans when the test says so."""

    def __init__(self, file: Path | None = None):
        self.acquirer = SimulatedAcquirer(file, scans_after=0)

    def offer(self, attempt_id, amount, currency):
        order = OfferOrder(
            number=merchant_number(attempt_id),
            amount=amount,
            currency=currency,
            left_ms=OFFER_VALID_MS,
        )
        return self.acquirer.precreate(order)

    def query(self, attempt_id):
        return self.acquirer.query(merchant_number(attempt_id))

    def reverse(self, attempt_id):
        return self.acquirer.reverse(merchant_number(attempt_id))

    def scan(self, attempt_id):
        assert self.acquirer.scan(merchant_number(attempt_id))


def beside(till, file: Path | None = None) -> FarOffers:
    """From now on the till's codes are made there."""
    far = FarOffers(file)
    till.charging._gateways._central = far
    return far
