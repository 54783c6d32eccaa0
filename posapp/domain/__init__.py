"""Pure rules of the counter, shared by till and central: no Qt, SQL, HTTP, clock, random or
files.
"""
