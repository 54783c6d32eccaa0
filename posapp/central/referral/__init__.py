"""Members who bring members: codes, the chain, rewards for both, limits, progress."""
