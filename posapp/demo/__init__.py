"""The sample park: central in a child process, an enrolled till, simulated devices, and a whole day
driven by keys.
"""
