"""Studies: many cases under several scenarios, counted into one table of the days that each right was lost."""

from kzrights.studies.counting import study
from kzrights.studies.file import load_study, packaged
from kzrights.studies.results import Lost, Row, StudyResult, WithheldRow
from kzrights.studies.values import Right, Study, Under

__all__ = [
    "Lost",
    "Right",
    "Row",
    "Study",
    "StudyResult",
    "Under",
    "WithheldRow",
    "load_study",
    "packaged",
    "study",
]
