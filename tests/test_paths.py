"""Shipped files are found from source and in a frozen build."""

import sys
from pathlib import Path

from posapp import paths


def test_the_fonts_of_the_source_tree_are_found() -> None:
    assert paths.resource(paths.REGULAR_FONT).is_file()
    assert paths.resource(paths.BOLD_FONT).is_file()
    assert paths.resource("fonts/OFL.txt").is_file()


def test_a_frozen_build_looks_into_its_bundle(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("x/y.txt") == tmp_path / "resources" / "x" / "y.txt"


def test_data_has_a_folder_of_its_own_outside_the_program() -> None:
    folder = paths.default_data_folder()
    assert folder.name == "posapp"
    assert paths.root() not in folder.parents
