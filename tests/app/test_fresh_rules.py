"""A limit that the operator changes counts at the till as soon as the feed has brought it."""

import json

import pytest

from posapp.app.fresh_rules import FreshRules
from posapp.app.stores import Stores
from posapp.domain.allowances import Act
from posapp.offline.setting_store import SettingRow
from tests.workflows.counter import CASHIER, counter


@pytest.fixture
def till(tmp_path):
    yield from counter(tmp_path)


@pytest.fixture
def fresh(till):
    stores = Stores(folder=till.folder, till=till.store, cache=till.cache)
    return FreshRules(stores, till.desk, {})


def bring(till, version: int, **values) -> None:
    rows = [SettingRow(key=k, value=json.dumps(v), version=version) for k, v in values.items()]
    till.store.settings.apply(rows)


def test_a_limit_counts_once_it_has_come(till, fresh):
    assert not fresh.refresh()
    bring(till, 2, allow_discount="cashier 1000", language="en")
    assert not till.desk.allowing.allows(Act.DISCOUNT, 1_000, CASHIER)
    assert fresh.refresh()
    assert till.desk.allowing.allows(Act.DISCOUNT, 1_000, CASHIER)
    assert till.desk.settings.language == "zh_CN"
    assert not fresh.refresh()


def test_what_does_not_read_changes_nothing(till, fresh):
    bring(till, 2, allow_discount="cashier 1000", refund_approval_above="much")
    assert not fresh.refresh()
    assert not till.desk.allowing.allows(Act.DISCOUNT, 1_000, CASHIER)
