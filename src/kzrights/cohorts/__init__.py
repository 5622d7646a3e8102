"""Many people at once: cases worked out into columns, or registers of legal states, asked for any day by look-up."""

from importlib.util import find_spec

from kzrights.errors import MissingExtra

if find_spec("numpy") is None:
    raise MissingExtra("expected numpy, which holds the columns; pip install 'kzrights[cohorts]' brings it")

from kzrights.cohorts.answers import Answers
from kzrights.cohorts.caps import NO_CAP, Caps, amounts, caps, within
from kzrights.cohorts.clusters import distributed
from kzrights.cohorts.cohort import Cohort, cohort
from kzrights.cohorts.days import LAST, UNIX
from kzrights.cohorts.registers import Register, of_registers
from kzrights.cohorts.results import Results
from kzrights.cohorts.sources import cases_in
from kzrights.cohorts.streams import Streamed, batches, stream, streamed

__all__ = [
    "LAST",
    "NO_CAP",
    "UNIX",
    "Answers",
    "Caps",
    "Cohort",
    "Register",
    "Results",
    "Streamed",
    "amounts",
    "batches",
    "caps",
    "cases_in",
    "cohort",
    "distributed",
    "of_registers",
    "stream",
    "streamed",
    "within",
]
