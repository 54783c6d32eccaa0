"""Making up for something: points, coupons and gift value within limits, with reasons."""
