"""What stands on the screen when the till's keys do not open."""
