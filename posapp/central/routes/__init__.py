"""The endpoints of central by concern; each module lists its own."""
