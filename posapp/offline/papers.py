"""Receipt documents as bytes for the print queue: the name of each block beside its fields."""

from __future__ import annotations

from typing import Any, Final, get_args

import msgspec

from posapp.domain.receipt import Block, CopyMark, Receipt, ReceiptKind
from posapp.wire.canonical import decoder_of

_BLOCKS: Final = {block.__name__: block for block in get_args(Block)}
_ENCODER: Final = msgspec.json.Encoder()
_BLOCK_DECODERS: Final = {name: decoder_of(block) for name, block in _BLOCKS.items()}


class _Paper(msgspec.Struct, frozen=True):
    kind: ReceiptKind
    number: str
    blocks: list[tuple[str, msgspec.Raw]]
    copy: CopyMark | None = None
    open_drawer: bool = False
    drawer: str = ""


_DECODER: Final = decoder_of(_Paper)


def paper_to_bytes(paper: Receipt) -> bytes:
    return _ENCODER.encode(
        {
            "kind": paper.kind,
            "number": paper.number,
            "blocks": [(type(block).__name__, block) for block in paper.blocks],
            "copy": paper.copy,
            "open_drawer": paper.open_drawer,
            "drawer": paper.drawer,
        }
    )


def paper_from_bytes(data: bytes) -> Receipt:
    """Raises msgspec.DecodeError or KeyError for the bytes of a program with other blocks."""
    paper = _DECODER.decode(data)
    return Receipt(
        kind=paper.kind,
        number=paper.number,
        blocks=tuple(_block(name, raw) for name, raw in paper.blocks),
        copy=paper.copy,
        open_drawer=paper.open_drawer,
        drawer=paper.drawer,
    )


def _block(name: str, raw: msgspec.Raw) -> Any:
    return _BLOCK_DECODERS[name].decode(raw)
