"""What the customer sees while being served, on a window of its own."""
