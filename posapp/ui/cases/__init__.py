"""What waits for a person at central: the list, one thing whole, and the acts on it."""
