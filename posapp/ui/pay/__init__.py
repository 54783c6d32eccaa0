"""Taking payment: tenders, the second factor, and a payment whose outcome is unknown."""
