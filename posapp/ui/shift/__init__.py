"""Opening and closing a shift, cash in and out of the drawer."""
