"""The officer's own page of problems, and the catalogue of them: drawn before the wall.

What is drawn here may hold records, so it is for whoever keeps them and never for the site.
"""

from suluh.problem_report.catalogue_pages import catalogue_pages
from suluh.problem_report.page import report_page

__all__ = ["catalogue_pages", "report_page"]
