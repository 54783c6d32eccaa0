"""Acquirers' bills: handed in by a manager, with what differs."""
