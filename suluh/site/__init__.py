"""The site: mkdocs makes the shell of every page, and the printed bodies are bound into it.

Nothing else knows mkdocs.
"""

from suluh.site.binding import bind_pages, build_site
from suluh.site.shell import ShellError

__all__ = ["ShellError", "bind_pages", "build_site"]
