"""The simulated counter's own window: paper, scanner, the customer's phone and pad, and the
faults.
"""
