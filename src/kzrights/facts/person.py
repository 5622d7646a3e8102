"""The person, the household and the time spent in custody."""

from __future__ import annotations

from attrs import field, frozen, validators

from kzrights.facts import checks
from kzrights.facts.days import When, as_optional_when, as_when
from kzrights.facts.vocabulary import CustodyKind, Relation, Sex
from kzrights.value import Value

_optional_flag = validators.optional(checks.flag)


@frozen(kw_only=True, repr=False, eq=False)
class Person(Value):
    """The person the case is about; never named in ``repr``, errors or logs.

    Attributes:
        label: free text, never interpreted and never printed.
        born: birth day, as far as known.
        sex: where exemptions or ages depend on it.
        citizen: whether a citizen of Kazakhstan.
    """

    label: str = field(repr=False, validator=checks.text)
    born: When | None = field(default=None, converter=as_optional_when, repr=False)
    sex: Sex | None = field(default=None, validator=validators.optional(checks.one_of(Sex)))
    citizen: bool = field(default=True, validator=checks.flag)


@frozen(kw_only=True, repr=False, eq=False)
class HouseholdMember(Value):
    """Someone who lives on the person's income (Law 191-IV, art. 12(8) and its note).

    Attributes:
        relation: what they are to the person.
        born: birth day; a child counts until 18.
        own_income: whether they have an income of their own; ``None`` when not known.
        dependant: whether a parent depends on the person; ``None`` when not known.
        cohabiting: whether they live together; ``None`` when not known.
        from_: first day in the household, inclusive; ``None`` when always.
        to: last day in the household, inclusive; ``None`` when it goes on.
    """

    relation: Relation = field(validator=checks.one_of(Relation))
    born: When | None = field(default=None, converter=as_optional_when)
    own_income: bool | None = field(default=None, validator=_optional_flag)
    dependant: bool | None = field(default=None, validator=_optional_flag)
    cohabiting: bool | None = field(default=None, validator=_optional_flag)
    from_: When | None = field(default=None, converter=as_optional_when)
    to: When | None = field(default=None, converter=as_optional_when)


@frozen(kw_only=True, repr=False, eq=False)
class Custody(Value):
    """Liberty taken before the verdict was in force; both days count.

    Attributes:
        kind: detention and house arrest are credited, administrative arrest is not (Criminal Code 62).
        from_: first day, inclusive.
        to: last day, inclusive.
    """

    kind: CustodyKind = field(validator=checks.one_of(CustodyKind))
    from_: When = field(converter=as_when)
    to: When = field(converter=as_when)
