"""Every table of central, and what becomes of a person's traces in it when she is forgotten.

A package that brings a table names it here; a test compares this list with the tables that are
there, so that none is forgotten. What has to be done for it is a line of `sweeping.SWEEPS`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Fate(StrEnum):
    """`key`: readable with her key alone, which is destroyed. `deleted`: her rows go. `emptied`:
    the row stays, what was about her goes out of it. `ids`: her id, amounts and words of lists,
    which the law has kept and nobody can trace to her. `nobody`: nothing about a member.
    """

    KEY = "key"
    DELETED = "deleted"
    EMPTIED = "emptied"
    IDS = "ids"
    NOBODY = "nobody"


_KEY: Final = ("complaint_step", "member_event", "subject_key")
_DELETED: Final = (
    "family_member",
    "invite",
    "look_up",
    "member_card",
    "member_pair",
    "member_purchase",
    "member_token",
    "one_time_code",
    "page_session",
    "phone_turn",
    "sealed_subject",
    "snapshot",
    "snapshot_chunk",
    "tag_reason",
    "wrong_tries",
)
_EMPTIED: Final = ("dead_letter", "fork", "inbox", "member", "member_request", "referral")
_IDS: Final = (
    "account",
    "alloc",
    "compensation",
    "complaint",
    "consent_entry",
    "coupon_use",
    "data_access",
    "data_glance",
    "destroyed_subject",
    "entry",
    "erasure",
    "family",
    "family_move",
    "held_order",
    "hold",
    "idem",
    "lease",
    "loss",
    "lot",
    "member_alias",
    "member_merge",
    "member_merge_lot",
    "member_tag",
    "note",
    "open_case",
    "operator_act",
    "pack_code",
    "pay_attempt",
    "pay_difference",
    "posting",
    "recorded_payment",
    "referral_gift",
    "refund",
    "refund_give",
    "refund_line",
    "sale",
    "sale_claim",
    "sale_tender",
    "till_number",
    "top_up",
    "top_up_quote",
)
_NOBODY: Final = (
    "account_payment",
    "barcode",
    "branch",
    "category",
    "change",
    "company_pack",
    "correction",
    "counter",
    "credit_account",
    "enrol_code",
    "feed_head",
    "feed_mark",
    "former_key",
    "import_mapping",
    "import_run",
    "incarnation",
    "key_escrow",
    "key_release",
    "lease_awaited",
    "lease_policy",
    "lease_terminal",
    "look_up_rate",
    "member_day",
    "meta",
    "next_key",
    "nonce",
    "offer",
    "pay_bill",
    "pay_step",
    "point_rules",
    "policy_text",
    "product",
    "referral_rule",
    "setting",
    "shift",
    "shop",
    "staff",
    "tag",
    "tenant",
    "terminal",
    "terminal_head",
)

PLACES: Final[dict[str, Fate]] = {
    **dict.fromkeys(_KEY, Fate.KEY),
    **dict.fromkeys(_DELETED, Fate.DELETED),
    **dict.fromkeys(_EMPTIED, Fate.EMPTIED),
    **dict.fromkeys(_IDS, Fate.IDS),
    **dict.fromkeys(_NOBODY, Fate.NOBODY),
}
