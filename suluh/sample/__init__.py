"""Sample data: a whole, realistic data folder from a seed, for any size of city."""

from suluh.sample.folder import write_sample

__all__ = ["write_sample"]
