"""What two files of one person agreed to: where they differ, the stricter holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from posapp.central.registration.consents import Statement, agreed, say_now
from posapp.domain.consents import NECESSARY, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from posapp.central.merging.pair import Pair
    from posapp.central.unit import Unit

JOINED: Final = "merge"
PARTED: Final = "merge_undone"


def join_consents(unit: Unit, pair: Pair) -> dict[str, dict[str, Any]]:
    """What the one agreed to and the other did not, she agrees to no more: a statement of its own
    says so. Each file's own statements stay under its id. Returns what an undo gives back.
    """
    hers = agreed(unit.connection, pair.kept["id"])
    others = agreed(unit.connection, pair.gone["id"])
    lost = {
        purpose: said
        for purpose, said in hers.items()
        if purpose not in others and purpose not in NECESSARY
    }
    for purpose, said in lost.items():
        no_more = Statement(
            purpose=purpose,
            given=False,
            policy_version=said.policy_version,
            channel=JOINED,
        )
        say_now(unit, pair.kept["id"], no_more)
    return {
        purpose.value: {
            "policy_version": said.policy_version,
            "by_guardian": said.by_guardian,
        }
        for purpose, said in lost.items()
    }


def part_consents(unit: Unit, kept_id: str, before: Mapping[str, Mapping[str, Any]]) -> None:
    """She agrees again to what she had agreed to, as it was put to her then."""
    for purpose, said in before.items():
        statement = Statement(
            purpose=Purpose(purpose),
            given=True,
            policy_version=said["policy_version"],
            channel=PARTED,
            by_guardian=said["by_guardian"],
        )
        say_now(unit, kept_id, statement)


def agreed_of(unit: Unit, member_ids: Iterable[str]) -> list[list[str]]:
    """What each of them agrees to, and to which version."""
    return [
        [member_id, purpose.value, said.policy_version]
        for member_id in sorted(member_ids)
        for purpose, said in agreed(unit.connection, member_id).items()
    ]
