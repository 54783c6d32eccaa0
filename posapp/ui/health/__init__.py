"""How the till is: link, queue, devices, clock; as a strip and as a page."""
