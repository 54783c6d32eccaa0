"""The tags of a catalogue as a file: what goes out comes back, and no spreadsheet works it out."""

from __future__ import annotations

import csv
import io

from posapp.central.tagging.catalogue_file import as_csv, read_tags

ROW = {
    "code": "vip",
    "kind": "basic",
    "name": "+1+1",
    "name_zh_tw": "＠甲",
    "name_en": "-gold",
    "rule": "",
    "amount": 0,
    "count": 0,
    "days": 0,
    "category": "+小吃",
    "at_till": 1,
    "active": 1,
}


def test_no_name_and_no_category_is_worked_out_and_all_come_back_as_they_were(tmp_path):
    text = as_csv([ROW])
    (cells,) = csv.DictReader(io.StringIO(text))
    for name in ("name", "name_zh_tw", "name_en", "category"):
        assert cells[name] == f"'{ROW[name]}"
    file = tmp_path / "tags.csv"
    file.write_text(text, "utf-8-sig")
    (back,) = read_tags(file)
    for name in ("name", "name_zh_tw", "name_en", "category"):
        assert getattr(back, name) == ROW[name]
