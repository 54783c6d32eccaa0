"""A till at a real central: its entries leave 35 days after central's verified backup has them."""

from contextlib import ExitStack

from posapp.app.devices import simulated_specs
from posapp.app.till import TillConfig, open_till
from posapp.central.backup import back_up
from posapp.offline.keys import new_keys
from tests.app.test_drill_broken_till import at_central, enrol, machine, sell
from tests.workflows.site import running, seeded_folder

DAY_MS = 86_400_000


def entries(till) -> int:
    return till.stores.till.outbox.counts().entries


def test_entries_leave_after_the_backup_and_35_days_and_not_before(tmp_path):
    seeded = seeded_folder(tmp_path / "seeded")
    with running(tmp_path / "seeded", seeded, tmp_path / "central") as site, ExitStack() as closing:
        keys, folder = new_keys(), tmp_path / "till"
        enrol(site, folder, keys, "A03")
        with machine(site, folder, keys) as selling:
            numbers = sell(selling, 3)
        config = TillConfig(
            folder=folder,
            keys=keys,
            clock=site.clock,
            central_url=site.url,
            specs=lambda _settings: simulated_specs(folder),
        )
        till = open_till(config, closing)
        made = entries(till)

        def days_pass(days: int) -> None:
            site.clock.advance_ms(days * DAY_MS)
            till.sync.run_until_idle()
            till.care.round(idle=True)

        days_pass(0)
        assert at_central(site, "A03") == numbers
        days_pass(36)
        assert entries(till) == made
        back_up(site.central, tmp_path / "central.db")
        days_pass(1)
        assert entries(till) == 1
        assert till.stores.till.journal.verify().holds
        assert till.stores.till.sales.by_receipt(numbers[0]) is not None
