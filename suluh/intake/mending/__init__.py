"""Mending: what can be written better without changing a single value, and nothing else."""

from suluh.intake.mending.file_mending import Mending, mend
from suluh.intake.mending.folder_mending import left_alone, mendings, write_mended
from suluh.intake.mending.review import Review, review

__all__ = ["Mending", "Review", "left_alone", "mend", "mendings", "review", "write_mended"]
