"""Which key does what: presets, changes with a check for conflicts, and the printed card."""
