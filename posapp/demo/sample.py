"""The sample park's folders and names; everything in it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

SHOP_CODE: Final = "1"
TILL_CODE: Final = "A03"
TILL_LABEL: Final = "03"
MEMBER_PHONE: Final = "13812345678"
WEIGHED: Final = "00017"
WEIGHT_LABEL: Final = "2100017005321"
"""What the sample's scale prints on 532 g of it."""

SAMPLE_PASSPHRASE: Final = "the sample park keeps no secrets"  # noqa: S105  # sample data only
"""Opens the key file of demo and replay data, which holds no real person and no real money.

A real till asks for its own passphrase or uses the keyring (docs/decisions/0004-keys.md).
"""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where one demo keeps its things."""

    root: Path

    @property
    def central(self) -> Path:
        return self.root / "central"

    @property
    def till(self) -> Path:
        return self.root / "till"

    @property
    def keys(self) -> Path:
        return self.root / "till-keys"

    @property
    def sms_spool(self) -> Path:
        return self.root / "sms.jsonl"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody of the sample park, as resources/sample_store/store.json has her."""

    number: str
    name: str
    role: str
    pin: str


SIGN_INS: Final = (
    SignIn("1024", "张敏", "cashier", "135790"),
    SignIn("2001", "李强", "service", "246800"),
    SignIn("9001", "陈店长", "manager", "864200"),
)
