"""The controls every screen is built from: look, object name and accessible name first."""
