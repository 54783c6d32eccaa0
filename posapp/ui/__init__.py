"""The screens of the till: the only room that knows Qt."""
