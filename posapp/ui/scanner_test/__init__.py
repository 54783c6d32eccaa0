"""The scanner test: what arrived, how fast, and the setting that fits this scanner."""
