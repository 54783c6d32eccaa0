"""Payments recorded as taken elsewhere: which wait for a bill, settled by a manager."""
