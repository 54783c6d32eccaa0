"""Run as a program: settles the books of a worked day as the demo does, one fen planted in one.

Arguments: whose book ("till" or "central"), then those of `posapp`. The day itself is not
worked again; everything else is the command's own way.
"""

import sys

from posapp.cli import main
from posapp.demo import day


def plant(name):
    honest = getattr(day, name)

    def one_fen_more(*arguments):
        books = honest(*arguments)
        books["sales"][0]["tenders"][0]["amount"] += 1
        return books

    setattr(day, name, one_fen_more)


if __name__ == "__main__":
    whose, *arguments = sys.argv[1:]
    day.work_day = lambda *_: None
    plant(f"{whose}_books")
    sys.exit(main(arguments))
