"""Signing in: a badge names the person, only the PIN proves it."""
