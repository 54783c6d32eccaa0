"""What central tells about a member at the service desk, each text as long as it gets."""

from dataclasses import replace

from posapp.domain.consents import Purpose
from posapp.domain.member import MemberStatus
from posapp.wire.consents import ConsentShown, ConsentsTold
from posapp.wire.families import FamilyMember, FamilyTold
from posapp.wire.member_search import MemberRow, MembersFound
from posapp.wire.merging import (
    AlikeMember,
    AlikeReply,
    MergeKnown,
    MergeShown,
    MergeSide,
    PairShown,
    PairsListed,
)
from posapp.wire.privacy import ErasureShown, Obstacle
from posapp.wire.redress import ComplaintWaiting, CouponOffered
from posapp.wire.service_desk import CardShown, ConsentStanding, Happened, MemberFile, TimelinePage
from posapp.wire.tags import TagOffered, TagShown
from tests.workflows.counter import WANG

LATE_MS = 1_795_219_200_000
CORRECTION = Happened(
    id="c",
    at_ms=LATE_MS,
    kind="correction",
    who="张敏 (1024)",
    approved_by="周店长 (9001)",
    terminal="A03",
    principal=-1_234_500,
    note="商户平台没有这一笔",
    can_reverse=True,
)
SALE = Happened(
    id="s",
    at_ms=LATE_MS,
    kind="sale",
    terminal="A03",
    receipt="A03-000123",
    amount=123_456_700,
    points=1_234_567,
)
LOOKED = Happened(
    id="a",
    at_ms=LATE_MS,
    kind="access",
    who="张敏 (1024)",
    detail={"what": "phone"},
    terminal="A03",
)


def file_of(**changed):
    """Her file at central, with figures as wide as they become."""
    values = {
        "request_id": "r",
        "id": WANG.id,
        "number": WANG.number,
        "version": 1,
        "tier": "gold",
        "status": MemberStatus.FROZEN,
        "registered_ms": LATE_MS,
        "name": "王*芳",
        "phone": "138****5678",
        "phone_verified": True,
        "principal": 123_456_700,
        "bonus": 1_234_500,
        "points": 1_234_567,
        "cards": (
            CardShown(tail="****0123", state="active", at_ms=LATE_MS),
            CardShown(tail="****0122", state="lost", at_ms=LATE_MS),
        ),
        "consents": tuple(
            ConsentStanding(purpose=each.value, given=True, policy_version="v3") for each in Purpose
        ),
        "timeline": (CORRECTION, SALE, LOOKED) * 2,
        "next": "1.c",
        "tags": (TagShown(code="t0", kind="value", name="偏好文创玩具", by_rule=True),) * 6,
        "tags_offered": tuple(
            TagOffered(code=f"t{n}", kind="basic", name=f"偏好文创玩具{n}") for n in range(12)
        ),
        "coupons_offered": (CouponOffered(code="SAVE20", label="满200减20"),),
        "complaints": (
            ComplaintWaiting(id="c", about="stored_value", state="open", opened_ms=1, due_ms=2),
        ),
    }
    return MemberFile(**{**values, **changed})


def empty_page():
    return TimelinePage(request_id="r", rows=())


def in_the_way(central):
    """Everything that can stand before an erasure, and what is lost by it."""
    kinds = ("value", "held", "hold", "lent", "debt", "case", "children", "family")
    central.will(
        "erasure",
        ErasureShown(
            request_id="r",
            obstacles=tuple(Obstacle(kind=kind, amount=1_000, count=2) for kind in kinds),
            keep_until_ms=10**13,
            points=5,
        ),
    )


def sought(central, *then):
    """A page of members found by conditions, and more; after it whatever is given."""
    row = MemberRow(
        id=WANG.id,
        number="6000000018",
        name="欧*娜",
        phone="+886 9****5678",
        tier="gold",
        status=MemberStatus.BLACKLISTED,
        registered_ms=1,
        last_sale_ms=1_790_000_000_000,
    )
    found = MembersFound(request_id="r", rows=(row,) * 12, next=WANG.id)
    central.will("members_sought", found, *then)


def consents(central, *, needs_guardian=True):
    """Each purpose was asked, and all but one were agreed to."""
    said = tuple(
        ConsentShown(
            purpose=each.value,
            given=each is not Purpose.PARTNERS,
            policy_version="v3",
            channel="display",
            at_ms=LATE_MS,
        )
        for each in Purpose
    )
    told = ConsentsTold(
        request_id="r",
        member_id=WANG.id,
        states=said,
        entries=said,
        needs_guardian=needs_guardian,
    )
    central.will("consents", told)


def family(central, *, children=1):
    """She holds the card; her children are around it."""
    people = [FamilyMember(member=WANG, role="parent", since_ms=1)]
    for place in range(children):
        child = replace(WANG, id=f"kid{place}", name="王小宝", phone="", number=f"M100{place}")
        people.append(FamilyMember(member=child, role="child", since_ms=2, guardian_id=WANG.id))
    told = FamilyTold(request_id="r", holder_id=WANG.id, members=tuple(people))
    central.will("family", told)


def no_family(central):
    central.will("family", FamilyTold(request_id="r"))


HER = AlikeMember(
    member_id=WANG.id,
    number=WANG.number,
    name="王*芳",
    phone="138****5678",
    card="****0123",
    reasons=("phone", "birthday"),
)
OTHER = AlikeMember(
    member_id="m9",
    number="6000000023",
    name="王*方",
    phone="+886 9****5678",
    card="****0999",
    reasons=("sound",),
)


def alike():
    return AlikeReply(request_id="r", members=(HER, OTHER))


def pairs():
    """Four pairs that wait, and two merges: one that can be taken back and one that cannot."""
    known = MergeKnown(
        merge_id="g1",
        gone_number="6000000031",
        reason="card_and_phone",
        who="周店长 (9001)",
        at_ms=LATE_MS,
        state="merged",
        may_undo=True,
    )
    moved = MergeKnown(
        merge_id="g2",
        gone_number="6000000049",
        reason="imported_twice",
        who="周店长 (9001)",
        at_ms=LATE_MS,
        state="merged",
        may_undo=False,
    )
    pair = PairShown(first=HER, second=OTHER, reason="sound")
    listed = (pair, PairShown(first=HER, second=OTHER, reason="birthday")) * 2
    return PairsListed(request_id="r", pairs=listed, merges=(known, moved), next="m9 m8")


def no_pairs():
    return PairsListed(request_id="r", pairs=())


def side(who, **changed):
    values = {
        "member_id": who.member_id,
        "number": who.number,
        "name": who.name,
        "phone": who.phone,
        "card": who.card,
        "birth_year": "1990",
        "tier": "gold",
        "status": "normal",
        "registered_ms": LATE_MS,
        "principal": 123_456_700,
        "bonus": 1_234_500,
        "points": 1_234_567,
        "points_pending": 213,
        "debt": 0,
        "growth": 12_345,
        "lots": 3,
        "coupons": ("C20",),
        "orders": 12,
        "top_ups": 2,
        "marketing": True,
    }
    return MergeSide(**{**values, **changed})


def pair(**changed):
    """Side by side, with figures as wide as they become."""
    values = {
        "request_id": "r",
        "kept": side(HER),
        "gone": side(OTHER, tier="silver", marketing=False),
        "status": "normal",
        "coupons_lost": ("C20",),
    }
    return MergeShown(**{**values, **changed})
