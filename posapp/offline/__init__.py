"""The till's encrypted stores, its journal and black box, and what keeps it in step with central."""
