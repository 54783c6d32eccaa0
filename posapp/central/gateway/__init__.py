"""Payments over central: the acquirers with their keys, the attempts, and the acquirers' bills."""
