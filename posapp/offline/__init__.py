"""The till's encrypted stores, its journal and black box, and keeping in step with central."""
