"""Search: what a reader can look for, as one small file that a script on the page reads.

docs/adr/0024 says why it is our own.
"""

from suluh.search.needs import NeedsError, read_needs
from suluh.search.writing import write_index

__all__ = ["NeedsError", "read_needs", "write_index"]
