"""Review: the words that wait for approval, and how an officer gives it (`build.py texts`)."""

from suluh.review.decision import Approver
from suluh.review.listing import FORMS
from suluh.review.session import Session
from suluh.review.unapproved import unapproved_texts

__all__ = ["FORMS", "Approver", "Session", "unapproved_texts"]
