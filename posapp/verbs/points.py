"""What an operator asks of members' points, under `posapp central`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_points_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    words = "book the points that have expired; central does it by itself at midnight"
    central_action(actions, common, "expire-points", _expire, words)


def _expire(options: argparse.Namespace) -> Answer:
    from posapp.central import points_commands

    return points_commands.expire(options.data)
