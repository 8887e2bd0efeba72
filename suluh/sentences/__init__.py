"""Sentences generated from the published figures, and never contradicting them.

Each function gives a `Sentence`: words with the figures and changes they speak of in them.
`*_lead` opens a page, `*_summary` opens a section.
"""

from suluh.sentences.city import home_lead
from suluh.sentences.commitments import commitments_summary
from suluh.sentences.complaints import voices_summary
from suluh.sentences.department import department_lead, year_lead
from suluh.sentences.evaluation import evaluation_summary
from suluh.sentences.sentence import Part, Sentence, enumeration, paragraph, plain
from suluh.sentences.survey import survey_summary
from suluh.sentences.training import training_summary

__all__ = [
    "Part",
    "Sentence",
    "commitments_summary",
    "department_lead",
    "enumeration",
    "evaluation_summary",
    "home_lead",
    "paragraph",
    "plain",
    "survey_summary",
    "training_summary",
    "voices_summary",
    "year_lead",
]
