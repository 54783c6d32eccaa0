"""A second person's yes in place: who, what, how much; the cashier stays signed in."""
