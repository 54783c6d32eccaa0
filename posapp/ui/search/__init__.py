"""Finding members by several conditions."""
