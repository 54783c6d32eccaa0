"""Everything with a cable: ports, drivers, simulated devices, and paper."""
