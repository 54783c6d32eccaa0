"""One script per metric: it builds its data from a seed and runs floor and product alternately in
one process.
"""
