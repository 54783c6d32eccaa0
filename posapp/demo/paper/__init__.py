"""An independent reading of printer bytes: it knows ESC/POS and nothing of our own code."""
