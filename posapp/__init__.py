"""posapp: a point of sale for parks, shops and restaurants that keeps selling without a network."""

__version__ = "0.1.0"
