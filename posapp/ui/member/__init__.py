"""Members at the counter: finding one, what she has, registering, topping up."""
