"""To follow the city: a feed of what changed and a calendar of what is due, from `Published`.

Feeds are Atom (RFC 4287), calendars iCalendar (RFC 5545): docs/adr/0013.
"""

from suluh.feeds.address import Address, AddressError, read_address
from suluh.feeds.writing import write_feeds

__all__ = ["Address", "AddressError", "read_address", "write_feeds"]
