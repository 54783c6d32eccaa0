"""The paper of a Z, dot for dot as it was looked at and found right, on both widths."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from posapp.devices.paper import raster_paper
from posapp.devices.printer_profile import profile_named
from posapp.domain.receipt_z import x_receipt, z_receipt
from tests.domain.test_z_content import PAPER, rich
from tests.papers import samples

GOLDENS = Path(__file__).parent.parent / "papers" / "goldens"
PROFILES = {"80": "generic-80-raster", "58": "generic-58-raster"}
WIDTHS = {"80": 576, "58": 384}


def papers():
    blind = replace(rich(), number=0)
    return {
        "z": z_receipt(rich(), samples.head(), PAPER),
        "z-en": z_receipt(rich(), samples.head("en"), PAPER),
        "x-blind": x_receipt(blind, samples.head(), PAPER, blind=True),
    }


@pytest.mark.parametrize("paper", ["z", "z-en", "x-blind"])
@pytest.mark.parametrize("width", ["80", "58"])
def test_the_paper_is_the_one_that_was_looked_at(paper, width, tmp_path):
    """Where a change is meant, look at the new picture and put it in the old one's place."""
    dots = raster_paper(profile_named(PROFILES[width])).picture(papers()[paper])
    picture = ImageOps.invert(dots.convert("L")).convert("1")
    assert picture.width == WIDTHS[width]
    new = tmp_path / f"{paper}-{width}.png"
    picture.save(new)
    with Image.open(GOLDENS / new.name) as golden:
        assert picture.size == golden.size, new
        assert ImageChops.logical_xor(picture, golden).getbbox() is None, new
