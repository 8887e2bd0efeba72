"""Suluh: a city's records of training, evaluation and feedback, made public and checkable."""
