"""Messages between till and central, versioned and shared by both sides; no I/O here."""
