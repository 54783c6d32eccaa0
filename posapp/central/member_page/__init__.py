"""The member's own page on her phone, served by central: code, value, points, her data."""
