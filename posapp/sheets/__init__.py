"""Tables as files: a workbook or CSV, for the till and for central alike.

What a cell is says its type, never its text: a text stays a text whatever it begins with.
"""
