"""Facts: days at every door, and contradictions refused with their paths; what the case files' table leaves out."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import given
from pendulum import Date

import kzrights as kz
from kzrights import Activity, CaseError, KzrightsError
from kzrights.errors import DateError
from kzrights.facts import UNKNOWN, Between, parse_when, show_when
from kzrights.strategies import dates, whens

PLAIN, DAY = datetime.date(2021, 3, 15), Date(2021, 3, 15)
NOT_DAYS: tuple[object, ...] = (pendulum.datetime(2021, 3, 15), datetime.datetime(2021, 3, 15), "2021-03-15", 20210315)
PERSON = kz.Person(label="made up")
OFFENCE = kz.Offence(article="405(2)", committed=Date(2020, 6, 1))
UNREAD = kz.Offence(article="999", committed=Date(2020, 6, 1))
VERDICT = kz.ProsecutionEnd.VERDICT

DOORS: dict[str, Callable[[Any], Any]] = {
    "Person.born": lambda day: kz.Person(label="x", born=day).born,
    "HouseholdMember.born": lambda day: kz.HouseholdMember(relation=kz.Relation.CHILD, born=day).born,
    "HouseholdMember.from_": lambda day: kz.HouseholdMember(relation=kz.Relation.CHILD, from_=day).from_,
    "HouseholdMember.to": lambda day: kz.HouseholdMember(relation=kz.Relation.CHILD, to=day).to,
    "Custody.from_": lambda day: kz.Custody(kind=kz.CustodyKind.DETENTION, from_=day, to=UNKNOWN).from_,
    "Custody.to": lambda day: kz.Custody(kind=kz.CustodyKind.DETENTION, from_=UNKNOWN, to=day).to,
    "Prosecution.from_": lambda day: kz.Prosecution(from_=day).from_,
    "Prosecution.to": lambda day: kz.Prosecution(from_=UNKNOWN, to=day).to,
    "UndertakingNotToLeave.from_": lambda day: kz.UndertakingNotToLeave(from_=day).from_,
    "UndertakingNotToLeave.to": lambda day: kz.UndertakingNotToLeave(from_=UNKNOWN, to=day).to,
    "PersonalSurety.from_": lambda day: kz.PersonalSurety(from_=day).from_,
    "PersonalSurety.to": lambda day: kz.PersonalSurety(from_=UNKNOWN, to=day).to,
    "Bail.from_": lambda day: kz.Bail(from_=day).from_,
    "Bail.to": lambda day: kz.Bail(from_=UNKNOWN, to=day).to,
    "DutyToAppear.from_": lambda day: kz.DutyToAppear(from_=day).from_,
    "DutyToAppear.to": lambda day: kz.DutyToAppear(from_=UNKNOWN, to=day).to,
    "SuspensionFromOffice.from_": lambda day: kz.SuspensionFromOffice(from_=day).from_,
    "SuspensionFromOffice.to": lambda day: kz.SuspensionFromOffice(from_=UNKNOWN, to=day).to,
    "PropertyArrest.from_": lambda day: kz.PropertyArrest(from_=day).from_,
    "PropertyArrest.to": lambda day: kz.PropertyArrest(from_=UNKNOWN, to=day).to,
    "ExitRestriction.from_": lambda day: kz.ExitRestriction(from_=day).from_,
    "ExitRestriction.to": lambda day: kz.ExitRestriction(from_=UNKNOWN, to=day).to,
    "Prosecution.accused": lambda day: kz.Prosecution(from_=UNKNOWN, accused=day).accused,
    "Offence.committed": lambda day: kz.Offence(article="405", committed=day).committed,
    "Conviction.verdict": lambda day: kz.Conviction(id="c1", verdict=day, offences=[OFFENCE]).verdict,
    "Conviction.in_force": lambda day: (
        kz.Conviction(id="c1", verdict=UNKNOWN, in_force=day, offences=[OFFENCE]).in_force
    ),
    "RestrictedFreedom.accepted": lambda day: kz.RestrictedFreedom(term=kz.Term(years=1), accepted=day).accepted,
    "SuspendedImprisonment.registered": lambda day: (
        kz.SuspendedImprisonment(term=kz.Term(years=1), registered=day).registered
    ),
    "Fine.paid": lambda day: kz.Fine(paid=day).paid,
    "Listing.listed": lambda day: kz.Listing(listed=day).listed,
    "Listing.delisted": lambda day: kz.Listing(listed=UNKNOWN, delisted=day).delisted,
    "Source.read": lambda day: kz.Source(title="x", read=day).read,
    "Release.on": lambda day: kz.Release(on=day, ground=kz.ReleaseGround.SERVED).on,
    "Supervision.on": lambda day: kz.Supervision(on=day, term=kz.Term(years=1)).on,
    "SupervisionExtended.on": lambda day: kz.SupervisionExtended(on=day, term=kz.Term(years=1)).on,
    "SupervisionEnded.on": lambda day: kz.SupervisionEnded(on=day).on,
    "RecordLifted.on": lambda day: kz.RecordLifted(on=day).on,
    "BanLifted.on": lambda day: kz.BanLifted(on=day).on,
    "Amnesty.on": lambda day: kz.Amnesty(on=day, act=2021).on,
    "Pardon.on": lambda day: kz.Pardon(on=day).on,
    "Quashed.on": lambda day: kz.Quashed(on=day, outcome=kz.Outcome.ACQUITTED).on,
    "Requalified.on": lambda day: kz.Requalified(on=day, article="405", to="174").on,
    "Replaced.on": lambda day: kz.Replaced(on=day).on,
    "CommunityServiceDone.on": lambda day: kz.CommunityServiceDone(on=day).on,
    "FinePaid.on": lambda day: kz.FinePaid(on=day).on,
    "HouseArrestChanged.on": lambda day: kz.HouseArrestChanged(on=day, to=kz.HouseArrestBecame.RELEASED).on,
    "Death.on": lambda day: kz.Death(on=day).on,
    "CourtClarification.on": lambda day: kz.CourtClarification(on=day, activities=(), said=kz.Clarified.NO_ANSWER).on,
    "ProbationExtended.on": lambda day: kz.ProbationExtended(on=day, term=kz.Term(months=1)).on,
    "SuspensionLifted.on": lambda day: kz.SuspensionLifted(on=day).on,
    "SuspensionRevoked.on": lambda day: kz.SuspensionRevoked(on=day).on,
    "ParoleRevoked.on": lambda day: kz.ParoleRevoked(on=day).on,
    "DutiesLifted.on": lambda day: kz.DutiesLifted(on=day).on,
    "Between.earliest": lambda day: Between(day, Date(2022, 1, 1)).earliest,
    "Between.latest": lambda day: Between(Date(2020, 1, 1), day).latest,
}
"""Every place in the facts where a day goes in."""


class TestEveryDoor:
    """No fact takes a bare ``datetime.date`` as it is: ``Date`` adds months, ``date`` does not."""

    @pytest.mark.parametrize("door", DOORS)
    def test_a_date_passes_and_a_plain_one_is_converted(self, door: str) -> None:
        assert DOORS[door](DAY) == DAY
        assert type(DOORS[door](PLAIN)) is Date

    @pytest.mark.parametrize("door", DOORS)
    @pytest.mark.parametrize("value", NOT_DAYS, ids=lambda value: type(value).__name__)
    def test_anything_else_is_refused(self, door: str, value: object) -> None:
        with pytest.raises(DateError):
            DOORS[door](value)

    @pytest.mark.parametrize("door", DOORS)
    def test_the_message_names_the_field(self, door: str) -> None:
        name = door.partition(".")[2].rstrip("_")
        with pytest.raises(DateError, match=rf"^{name}_?: "):
            DOORS[door]("2021-03-15")

    def test_no_door_is_left_out(self) -> None:
        """Every field of every fact class whose type names a day."""
        doors = set()
        for name in kz.facts.__all__:
            kind = getattr(kz.facts, name)
            if isinstance(kind, type) and attrs.has(kind):
                doors |= {
                    f"{name}.{one.name}" for one in attrs.fields(kind) if "When" in str(one.type) or one.type is Date
                }
                doors |= {f"{name}.{one.name}" for one in attrs.fields(kind) if str(one.type) in ("Date", "'Date'")}
        assert "Listing.listed" in doors
        assert doors <= set(DOORS)


CASE = kz.Case(person=PERSON, listings=[kz.Listing(listed=DAY, ground=kz.ListingGround.PROSECUTOR_GENERAL)])
QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "can": lambda day: kz.can(CASE, Activity.OPEN_BANK_ACCOUNT, on=day),
    "can by id": lambda day: kz.can(CASE, "open_bank_account", on=day),
    "cap": lambda day: kz.cap(CASE, on=day),
    "picture": lambda day: kz.picture(CASE, on=day),
    "Timeline.at": lambda day: kz.timeline(CASE).at(day),
    "Timeline.can": lambda day: kz.timeline(CASE).can(Activity.OPEN_BANK_ACCOUNT, on=day),
}


ARITHMETIC: dict[str, Callable[[Any], Any]] = {
    "Term.after": lambda day: kz.Term(months=1).after(day),
    "Span": lambda day: kz.Span(day, Date(2022, 1, 1)).start,
    "Moment.on": lambda day: kz.Moment.on(day).earliest,
}


class TestEveryQuestion:
    """A plain date is converted and answers alike; anything else is refused as ``on``."""

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_plain_date(self, question: str) -> None:
        answer = QUESTIONS[question](datetime.date(2022, 5, 1))
        assert type(answer.on) is Date
        assert answer.as_dict() == QUESTIONS[question](Date(2022, 5, 1)).as_dict()

    @pytest.mark.parametrize("question", QUESTIONS)
    @pytest.mark.parametrize("value", [*NOT_DAYS, None, UNKNOWN], ids=lambda value: type(value).__name__)
    def test_anything_else(self, question: str, value: object) -> None:
        with pytest.raises(DateError, match=r"^on: "):
            QUESTIONS[question](value)

    @pytest.mark.parametrize("start", [PLAIN, pendulum.datetime(2021, 3, 15)], ids=["date", "DateTime"])
    @pytest.mark.parametrize("use", ARITHMETIC)
    def test_arithmetic_converts_or_refuses_it(self, use: str, start: Any) -> None:
        """Months added to a DateTime are an hour of some zone; a span or moment of plain dates cannot add them."""
        try:
            kind = type(ARITHMETIC[use](start))
        except (KzrightsError, TypeError, AttributeError):
            return
        assert kind is Date


class TestWhen:
    """A day as a file may give it."""

    @pytest.mark.parametrize(
        ("text", "when"),
        [
            ("2016-11-28", Date(2016, 11, 28)),
            ("2016-11", Between(Date(2016, 11, 1), Date(2016, 11, 30))),
            ("2016-02", Between(Date(2016, 2, 1), Date(2016, 2, 29))),
            ("2016", Between(Date(2016, 1, 1), Date(2016, 12, 31))),
            ("2016-09..2016-11", Between(Date(2016, 9, 1), Date(2016, 11, 30))),
            ("2016-11-28..2016-11-28", Date(2016, 11, 28)),
            ("unknown", UNKNOWN),
        ],
    )
    def test_parse(self, text: str, when: object) -> None:
        assert parse_when(text) == when

    @pytest.mark.parametrize(
        "text", ["", "2016-13", "2016-02-30", "28.11.2016", "2016-11..2016-09", "2016/11/28", "0000"]
    )
    def test_refused(self, text: str) -> None:
        with pytest.raises(DateError):
            parse_when(text)

    @given(whens())
    def test_prints_as_it_parses(self, when: kz.When) -> None:
        assert parse_when(show_when(when)) == when

    @given(dates())
    def test_between_needs_two_days(self, day: Date) -> None:
        with pytest.raises(DateError):
            Between(day, day)


def conviction(**more: Any) -> kz.Conviction:
    facts: dict[str, Any] = {
        "id": "c1",
        "verdict": Date(2021, 3, 1),
        "in_force": Date(2021, 3, 15),
        "offences": [OFFENCE],
        "punishments": [kz.RestrictedFreedom(term=kz.Term(years=1))],
    }
    return kz.Conviction(**{**facts, **more})


IMPRISONED = conviction(punishments=[kz.Imprisonment(term=kz.Term(years=3))])
MADE_MILDER = kz.Release(
    on=Date(2022, 3, 15), ground=kz.ReleaseGround.REPLACED, remainder_as=kz.Remainder.RESTRICTED_FREEDOM
)

FORGIVEN = kz.Pardon(on=Date(2021, 3, 16), gave=[kz.Relief.MAIN_PUNISHMENT])


def problems(**more: Any) -> dict[str, str]:
    """Return the problems of a case, by path; none where it can be built."""
    try:
        kz.Case(**{"person": PERSON, "convictions": [conviction()], **more})
    except CaseError as error:
        return {problem.path: problem.message for problem in error.problems}
    return {}


class TestContradictions:
    """Only what surely contradicts is refused, with the path of the fact and what would be right."""

    def test_the_plain_case_stands(self) -> None:
        assert problems() == {}

    @pytest.mark.parametrize(
        ("more", "path"),
        [
            (
                {
                    "convictions": [
                        conviction(punishments=[kz.RestrictedFreedom(term=UNKNOWN, accepted=Date(2021, 3, 14))])
                    ]
                },
                "convictions[0].punishments[0].accepted",
            ),
            (
                {
                    "convictions": [
                        conviction(punishments=[kz.SuspendedImprisonment(term=UNKNOWN, registered=Date(2021, 3, 14))])
                    ]
                },
                "convictions[0].punishments[0].registered",
            ),
            ({"convictions": [conviction(in_force=Date(2021, 2, 28))]}, "convictions[0].in_force"),
            ({"convictions": [conviction(verdict=Date(2020, 5, 31))]}, "convictions[0].verdict"),
            ({"person": kz.Person(label="x", born=Date(2022, 1, 1))}, "convictions[0].offences[0].committed"),
            (
                {"person": kz.Person(label="x", born=Date(2020, 6, 1)), "events": [kz.Death(on=Date(2020, 5, 1))]},
                "events[0].on",
            ),
            ({"events": [kz.Death(on=Date(2021, 2, 28))]}, "convictions[0].verdict"),
            ({"events": [kz.RecordLifted(on=Date(2021, 3, 14))]}, "events[0].on"),
            ({"events": [kz.BanLifted(on=Date(2021, 3, 14))]}, "events[0].on"),
            ({"events": [kz.Amnesty(on=Date(2021, 3, 14), act=2021)]}, "events[0].on"),
            ({"events": [kz.Pardon(on=Date(2021, 3, 14))]}, "events[0].on"),
            ({"events": [kz.Replaced(on=Date(2021, 3, 14))]}, "events[0].on"),
            ({"events": [kz.FinePaid(on=Date(2021, 3, 14))]}, "events[0].on"),
            ({"events": [kz.RecordLifted(on=Date(2022, 3, 14), conviction="c9")]}, "events[0].conviction"),
            (
                {
                    "convictions": [conviction(), conviction(id="c2")],
                    "events": [kz.RecordLifted(on=Date(2022, 3, 14))],
                },
                "events[0].conviction",
            ),
            (
                {
                    "events": [
                        kz.Supervision(on=Date(2021, 3, 15), term=kz.Term(years=1)),
                        kz.SupervisionExtended(on=Date(2021, 3, 14), term=kz.Term(months=6)),
                    ]
                },
                "events[1].on",
            ),
            ({"events": [kz.SupervisionEnded(on=Date(2021, 3, 14))]}, "events[0].kind"),
            ({"events": [kz.Death(on=Date(2022, 1, 1)), kz.Death(on=Date(2022, 1, 2))]}, "events[1].kind"),
            ({"listings": [kz.Listing(listed=Date(2021, 3, 14))]}, "listings[0].listed"),
            ({"listings": [kz.Listing(listed=DAY, delisted=Date(2021, 3, 14))]}, "listings[0].delisted"),
            ({"listings": [kz.Listing(listed=DAY, conviction="c9")]}, "listings[0].conviction"),
            (
                {"household": [kz.HouseholdMember(relation=kz.Relation.CHILD, from_=DAY, to=Date(2021, 3, 14))]},
                "household[0].to",
            ),
            (
                {"household": [kz.HouseholdMember(relation=kz.Relation.CHILD, born=DAY, to=Date(2021, 3, 14))]},
                "household[0].to",
            ),
            (
                {
                    "custody": [
                        kz.Custody(kind=kz.CustodyKind.DETENTION, from_=Date(2020, 7, 1), to=Date(2020, 7, 31)),
                        kz.Custody(kind=kz.CustodyKind.HOUSE_ARREST, from_=Date(2020, 7, 31), to=Date(2020, 8, 31)),
                    ]
                },
                "custody[1].from",
            ),
            ({"measures": [kz.Bail(from_=DAY, to=Date(2021, 3, 14))]}, "measures[0].to"),
            ({"measures": [kz.Prosecution(from_=DAY, accused=Date(2021, 3, 14))]}, "measures[0].accused"),
            (
                {"measures": [kz.Prosecution(from_=DAY, accused=Date(2021, 3, 20), to=Date(2021, 3, 19))]},
                "measures[0].to",
            ),
            ({"measures": [kz.Prosecution(from_=Date(2020, 5, 31), offences=[OFFENCE])]}, "measures[0].from"),
            ({"measures": [kz.Prosecution(from_=DAY, offences=[UNREAD])]}, "measures[0].offences[0].article"),
            (
                {"convictions": [], "measures": [kz.Prosecution(from_=DAY, to=DAY, ended=VERDICT)]},
                "measures[0].conviction",
            ),
            (
                {"measures": [kz.Prosecution(from_=DAY, to=DAY, ended=VERDICT, conviction="c9")]},
                "measures[0].conviction",
            ),
            ({"convictions": [conviction(), conviction()]}, "convictions[1].id"),
            ({"convictions": [IMPRISONED], "events": [kz.Replaced(on=DAY)]}, "events[0].conviction"),
            ({"convictions": [IMPRISONED], "events": [MADE_MILDER, kz.Replaced(on=DAY)]}, "events[1].on"),
            ({"events": [FORGIVEN, kz.Replaced(on=Date(2021, 3, 17))]}, "events[1].on"),
        ],
    )
    def test_refused_with_its_path(self, more: dict[str, Any], path: str) -> None:
        assert path in problems(**more)

    @pytest.mark.parametrize(
        "more",
        [
            {"convictions": [conviction(verdict=DAY, in_force=DAY)]},
            {"convictions": [conviction(in_force=Between(Date(2021, 2, 1), Date(2021, 3, 20)))]},
            {"convictions": [conviction(verdict=OFFENCE.committed)]},
            {"convictions": [conviction(in_force=None)]},
            {"events": [kz.RecordLifted(on=Date(2021, 3, 15))]},
            {"events": [kz.RecordLifted(on=Between(Date(2021, 1, 1), Date(2021, 3, 15)))]},
            {"events": [kz.RecordLifted(on=UNKNOWN)]},
            {"listings": [kz.Listing(listed=DAY, delisted=DAY)]},
            {"measures": [kz.Bail(from_=DAY, to=DAY), kz.Bail(from_=DAY)]},
            {"measures": [kz.Bail(from_=UNKNOWN, to=Date(2021, 3, 14))]},
            {"convictions": [IMPRISONED], "events": [MADE_MILDER, kz.Replaced(on=MADE_MILDER.on)]},
            {"convictions": [IMPRISONED], "events": [MADE_MILDER, kz.Replaced(on=UNKNOWN)]},
            {"events": [FORGIVEN, kz.Replaced(on=FORGIVEN.on)]},
            {"measures": [kz.Prosecution(from_=DAY, accused=DAY, to=DAY, offences=[OFFENCE])]},
            {"measures": [kz.Prosecution(from_=DAY, to=DAY, ended=VERDICT)], "convictions": [conviction()]},
            {"listings": [kz.Listing(listed=Between(Date(2020, 1, 1), DAY))]},
            {
                "custody": [
                    kz.Custody(kind=kz.CustodyKind.DETENTION, from_=Date(2020, 7, 1), to=Date(2020, 7, 31)),
                    kz.Custody(kind=kz.CustodyKind.HOUSE_ARREST, from_=Date(2020, 8, 1), to=Date(2020, 8, 31)),
                ]
            },
        ],
    )
    def test_doubt_and_the_same_day_are_allowed(self, more: dict[str, Any]) -> None:
        assert problems(**more) == {}

    def test_all_at_once(self) -> None:
        found = problems(
            convictions=[conviction(in_force=Date(2021, 2, 28))],
            events=[kz.RecordLifted(on=Date(2021, 1, 1), conviction="c9"), kz.SupervisionEnded(on=DAY)],
            listings=[kz.Listing(listed=DAY, delisted=Date(2021, 3, 14))],
        )
        assert set(found) >= {
            "convictions[0].in_force",
            "events[0].conviction",
            "events[1].kind",
            "listings[0].delisted",
        }


class TestFrozen:
    """Facts do not change once they stand, and equal facts are equal."""

    def test_no_assignment(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            PERSON.citizen = False  # type: ignore[misc]

    def test_keyword_only(self) -> None:
        with pytest.raises(TypeError):
            kz.Person("made up")  # type: ignore[call-arg]

    def test_lists_become_tuples_and_cases_hash(self) -> None:
        one, other = (kz.Case(person=PERSON, convictions=[conviction()]) for _ in range(2))
        assert isinstance(one.convictions, tuple)
        assert one == other
        assert hash(one) == hash(other)

    def test_the_label_is_never_shown(self) -> None:
        case = kz.Case(person=kz.Person(label="Secret Name", born=DAY))
        assert "Secret" not in repr(case)
        assert "2021" not in repr(case)


SUSPENDED = kz.SuspendedImprisonment(term=kz.Term(years=2), registered=Date(2021, 3, 20))
PRISON = kz.Imprisonment(term=kz.Term(years=2))
CURFEW, PLACES = kz.Duty.NIGHT_CURFEW, kz.Duty.AVOID_PLACES
PAROLE = kz.Release(on=Date(2022, 3, 15), ground=kz.ReleaseGround.PAROLE)
REPLACED = kz.Release(
    on=Date(2022, 3, 15), ground=kz.ReleaseGround.REPLACED, remainder_as=kz.Remainder.RESTRICTED_FREEDOM
)


def of(*punishments: kz.Punishment, id: str = "c1", verdict: Date = DAY) -> kz.Conviction:
    return conviction(id=id, verdict=verdict, in_force=max(verdict, DAY), punishments=punishments)


class TestOrders:
    """What a court may order while a sentence is executed follows what it is ordered on."""

    @pytest.mark.parametrize(
        ("convictions", "events", "path"),
        [
            ([of(PRISON)], [kz.ProbationExtended(on=UNKNOWN, term=UNKNOWN)], "events[0].conviction"),
            ([of(PRISON)], [kz.SuspensionLifted(on=UNKNOWN)], "events[0].conviction"),
            ([of(PRISON)], [kz.SuspensionRevoked(on=UNKNOWN)], "events[0].conviction"),
            ([of(SUSPENDED)], [kz.ProbationExtended(on=Date(2021, 3, 19), term=UNKNOWN)], "events[0].on"),
            ([of(SUSPENDED)], [kz.SuspensionLifted(on=Date(2021, 3, 19))], "events[0].on"),
            ([of(SUSPENDED)], [kz.SuspensionRevoked(on=Date(2021, 3, 14))], "events[0].on"),
            ([of(SUSPENDED)], [kz.SuspensionLifted(on=UNKNOWN), kz.SuspensionRevoked(on=UNKNOWN)], "events[1].kind"),
            (
                [of(SUSPENDED)],
                [
                    kz.SuspensionLifted(on=Date(2022, 6, 1)),
                    kz.ProbationExtended(on=Date(2022, 6, 2), term=kz.Term(months=6)),
                ],
                "events[1].on",
            ),
            ([of(SUSPENDED)], [PAROLE], "events[0].conviction"),
            ([of(SUSPENDED)], [PAROLE, kz.SuspensionRevoked(on=Date(2022, 3, 16))], "events[0].on"),
            ([of(PRISON)], [kz.ParoleRevoked(on=Date(2022, 6, 1))], "events[0].kind"),
            ([of(PRISON)], [REPLACED, kz.ParoleRevoked(on=Date(2022, 6, 1))], "events[1].kind"),
            ([of(PRISON)], [PAROLE, kz.ParoleRevoked(on=Date(2022, 3, 14))], "events[1].on"),
            (
                [of(PRISON)],
                [PAROLE, kz.ParoleRevoked(on=Date(2022, 6, 1)), kz.ParoleRevoked(on=UNKNOWN)],
                "events[2].kind",
            ),
            ([of(SUSPENDED)], [kz.SuspensionRevoked(on=UNKNOWN, joined="c9")], "events[0].joined"),
            ([of(SUSPENDED)], [kz.SuspensionRevoked(on=UNKNOWN, joined="c1")], "events[0].joined"),
            (
                [of(SUSPENDED, verdict=Date(2021, 3, 16)), of(PRISON, id="c2")],
                [kz.SuspensionRevoked(on=UNKNOWN, joined="c2", conviction="c1")],
                "events[0].joined",
            ),
            (
                [of(SUSPENDED), of(SUSPENDED, id="c2")],
                [
                    kz.SuspensionRevoked(on=UNKNOWN, joined="c2", conviction="c1"),
                    kz.SuspensionRevoked(on=UNKNOWN, joined="c1", conviction="c2"),
                ],
                "events[1].joined",
            ),
            (
                [of(SUSPENDED), of(PRISON, id="c2")],
                [kz.SuspensionRevoked(on=UNKNOWN, joined="c2", conviction="c1", term=UNKNOWN)],
                "events[0].term",
            ),
            ([of(PRISON)], [kz.DutiesLifted(on=UNKNOWN)], "events[0].conviction"),
            ([of(PRISON)], [REPLACED, kz.DutiesLifted(on=Date(2022, 3, 14))], "events[1].on"),
            (
                [of(kz.RestrictedFreedom(term=kz.Term(years=1), duties=[CURFEW]))],
                [kz.DutiesLifted(on=UNKNOWN, duties=[PLACES])],
                "events[0].duties",
            ),
        ],
    )
    def test_refused_with_its_path(self, convictions: list[kz.Conviction], events: list[kz.Event], path: str) -> None:
        assert path in problems(convictions=convictions, events=events)

    @pytest.mark.parametrize(
        ("convictions", "events"),
        [
            (
                [of(SUSPENDED)],
                [kz.ProbationExtended(on=Date(2021, 3, 20), term=UNKNOWN), kz.SuspensionLifted(on=UNKNOWN)],
            ),
            ([of(SUSPENDED)], [kz.SuspensionRevoked(on=Date(2021, 3, 15)), PAROLE, kz.ParoleRevoked(on=UNKNOWN)]),
            ([of(SUSPENDED)], [kz.SuspensionRevoked(on=Between(Date(2022, 3, 1), Date(2022, 3, 31))), PAROLE]),
            (
                [of(PRISON), of(PRISON, id="c2")],
                [attrs.evolve(PAROLE, conviction="c1"), kz.ParoleRevoked(on=UNKNOWN, joined="c2", conviction="c1")],
            ),
            ([of(PRISON)], [REPLACED, kz.DutiesLifted(on=Date(2022, 3, 15), duties=[CURFEW])]),
            (
                [of(kz.RestrictedFreedom(term=kz.Term(years=1), duties=[CURFEW, PLACES]))],
                [kz.DutiesLifted(on=UNKNOWN, duties=[CURFEW]), kz.DutiesLifted(on=UNKNOWN)],
            ),
        ],
    )
    def test_what_may_be_right_is_allowed(self, convictions: list[kz.Conviction], events: list[kz.Event]) -> None:
        assert problems(convictions=convictions, events=events) == {}


class TestMeasures:
    @pytest.mark.parametrize(
        ("build", "field"),
        [
            (lambda: kz.Prosecution(from_=DAY, offences=[]), "offences"),
            (lambda: kz.Prosecution(from_=DAY, ended=kz.ProsecutionEnd.REHABILITATING), "ended"),
            (lambda: kz.Prosecution(from_=DAY, to=DAY, conviction="c1"), "conviction"),
            (lambda: kz.SuspensionFromOffice(from_=DAY, posts=[]), "posts"),
            (lambda: kz.SuspensionFromOffice(from_=DAY, posts=[Activity.VOTE]), "posts"),
            (lambda: kz.SuspensionFromOffice(from_=DAY, posts=[Activity.SOLE_TRADE]), "posts"),
        ],
    )
    def test_refused_with_the_field(self, build: Callable[[], object], field: str) -> None:
        with pytest.raises(ValueError, match=rf"^{field}: "):
            build()
