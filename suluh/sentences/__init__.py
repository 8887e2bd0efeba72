"""Sentences generated from the published figures, and never contradicting them.

Each function gives a `Sentence`: words with the figures and changes they speak of in them.
`*_lead` opens a page, `*_summary` opens a section.
"""

from suluh.sentences.city import (
    evaluation_lead,
    forum_lead,
    home_lead,
    training_lead,
    voices_lead,
)
from suluh.sentences.commitments import commitments_summary
from suluh.sentences.complaints import voices_summary
from suluh.sentences.department import department_lead, year_lead
from suluh.sentences.effect import city_effect, compared_years, comparison_lead, impact_lead
from suluh.sentences.evaluation import evaluation_summary
from suluh.sentences.indicator import indicator_lead
from suluh.sentences.openness import (
    api_lead,
    completeness_lead,
    corrections_lead,
    data_lead,
    departments_lead,
    indicators_lead,
    search_lead,
)
from suluh.sentences.sentence import (
    NOTHING,
    Part,
    Sentence,
    answer,
    elaboration,
    enumeration,
    paragraph,
    parts_in,
    plain,
)
from suluh.sentences.survey import satisfaction, survey_summary
from suluh.sentences.tally import Tally
from suluh.sentences.training import training_summary

__all__ = [
    "NOTHING",
    "Part",
    "Sentence",
    "Tally",
    "answer",
    "api_lead",
    "city_effect",
    "commitments_summary",
    "compared_years",
    "comparison_lead",
    "completeness_lead",
    "corrections_lead",
    "data_lead",
    "department_lead",
    "departments_lead",
    "elaboration",
    "enumeration",
    "evaluation_lead",
    "evaluation_summary",
    "forum_lead",
    "home_lead",
    "impact_lead",
    "indicator_lead",
    "indicators_lead",
    "paragraph",
    "parts_in",
    "plain",
    "satisfaction",
    "search_lead",
    "survey_summary",
    "training_lead",
    "training_summary",
    "voices_lead",
    "voices_summary",
    "year_lead",
]
