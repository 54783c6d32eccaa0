"""A real supermarket's year rung through the till: the same workflows, journal, ledger and sync."""
