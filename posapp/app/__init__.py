"""Composition: builds, wires, runs and closes in reverse; no rules of the trade."""
