"""Members by several conditions at once, and the entries under which names are found."""
