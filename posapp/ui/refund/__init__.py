"""Returns of goods: what was sold, what comes back, and where the money goes."""
