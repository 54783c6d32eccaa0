"""Ringing up: find goods at the left, the order at the right, act at the bottom."""
