"""Tags of members: the operator's catalogue, put by hand, and come and gone by rule."""
