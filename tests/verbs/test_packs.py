"""What an operator types about packs that companies buy."""

import json

from posapp.central import commands
from posapp.cli import Exit, main
from posapp.domain.pack_codes import checked_pack_code


def test_a_company_gets_its_codes_once_and_the_list_counts_them(tmp_path, capsys):
    commands.init(tmp_path / "c", sample=False)

    def say(action, *words):
        code = main(["central", action, *words, "--data", str(tmp_path / "c"), "--json"])
        return code, json.loads(capsys.readouterr().out or "{}")

    _, issued = say("pack", "蓝天公司", "--title", "员工福利", "--count", "3", "--tier", "silver")
    assert len({checked_pack_code(code) for code in issued["codes"]}) == 3
    _, listed = say("packs")
    (pack,) = listed["packs"]
    assert (pack["id"], pack["size"], pack["used"]) == (issued["pack"], 3, 0)
    assert "codes" not in pack
    wrong = ("pack", "x", "--title", "y", "--count", "1", "--coupon", "NONE")
    assert say(*wrong)[0] == Exit.REFUSED
