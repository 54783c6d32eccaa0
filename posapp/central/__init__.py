"""The reference member system behind the API: ledger, members, feed, reports."""
