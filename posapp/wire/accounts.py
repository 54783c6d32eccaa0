"""What a till asks of an account before it sells on it, and is told."""

from __future__ import annotations

import msgspec

from posapp.domain.accounts import CreditAccount


class AccountAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How does this account stand now?"""

    code: str


class AccountReply(msgspec.Struct, frozen=True, kw_only=True):
    """Limit and what is owed, minor units, with everything that has arrived."""

    request_id: str
    account: CreditAccount
