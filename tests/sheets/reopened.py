"""A workbook as another program reads it."""

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape


class Reopened:
    """`sheets`: title -> rows of values, heads first. No cell of it is a formula."""

    def __init__(self, path):
        self.book = load_workbook(path)
        for page in self.book:
            for row in page.iter_rows():
                assert all(cell.data_type != "f" for cell in row)
        self.sheets = {
            page.title: [tuple(row) for row in page.iter_rows(values_only=True)]
            for page in self.book
        }

    def named(self, name):
        """The value of the cell that the workbook knows by a name."""
        ((title, address),) = self.book.defined_names[name].destinations
        return self.book[title][address.replace("$", "")].value


def text(value):
    return "" if value is None else unescape(value)


def fen(value):
    return round(value * 100)
