"""Complaints: recorded, answered in time, followed up, closed."""
