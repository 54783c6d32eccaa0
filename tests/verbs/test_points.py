"""What an operator types about members' points."""

import json

from posapp.central import commands
from posapp.cli import Exit, main


def test_points_are_booked_as_expired_by_hand_too(tmp_path, capsys):
    commands.init(tmp_path / "c", sample=True)
    words = ["central", "expire-points", "--data", str(tmp_path / "c"), "--json"]
    assert main(words) == Exit.OK
    assert json.loads(capsys.readouterr().out) == {"lots": 0, "points": 0, "waiting": 0}
