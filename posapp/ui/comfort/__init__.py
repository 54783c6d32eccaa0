"""How the till looks and sounds, chosen by whoever works at it."""
