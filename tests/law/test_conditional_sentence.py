"""Criminal Code 64, Criminal Executive Code 176: control prolonged, a conditional sentence revoked or lifted."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.builders import (
    ORDINARY_SERIOUS,
    ban,
    ban_for_life,
    case,
    convicted,
    day,
    detained,
    end,
    freely,
    may,
    months,
    offence,
    prison,
    range_of,
    record_end,
    released,
    span,
    status,
    statuses,
    suspended,
    when,
    years,
)

import kzrights as kz
from kzrights import Activity as A
from kzrights import (
    ParoleRevoked,
    Permission,
    ProbationExtended,
    ReleaseGround,
    StatusKind,
    SuspensionLifted,
    SuspensionRevoked,
)
from kzrights.contradictions import contradictions
from kzrights.facts.punishments import TermAsKnown

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
CONTROL, PRISON, PAROLE = StatusKind.SUSPENDED_SENTENCE, StatusKind.IMPRISONMENT, StatusKind.PAROLE
RESTRICTION, BAN = StatusKind.RESTRICTED_FREEDOM, StatusKind.ACTIVITY_BAN
REGISTERED = "2021-03-20"


def conditional(*events: kz.Event, more: tuple[kz.Punishment, ...] = (), **kw: Any) -> kz.Case:
    """Return one sentenced conditionally to two years for a serious crime, under control from 2021-03-20."""
    return case(convicted(ORDINARY_SERIOUS, suspended(years(2), REGISTERED), *more), events=events, **kw)


def prolonged(term: TermAsKnown, on: str = "2022-01-10") -> ProbationExtended:
    return ProbationExtended(on=when(on), term=term)


def revoked(on: str = "2022-06-14", **more: Any) -> SuspensionRevoked:
    return SuspensionRevoked(**{"on": when(on), "security": kz.Security.MAXIMUM, **more})


class TestArt64ProlongedControl:
    """«Суд ... может продлить срок пробационного контроля, но не более чем на один год», 64(2); CEC 176(1)."""

    def test_control_and_record_end_later(self) -> None:
        """Two years and six months from registration; without a record once control is over, 79(3)(1)."""
        convict = conditional(prolonged(months(6)))
        assert span(convict, CONTROL) == (REGISTERED, "2023-09-20")
        assert record_end(convict) == "2023-09-20"

    def test_leaving_the_country_waits_for_the_new_end(self) -> None:
        assert freely(
            conditional(prolonged(months(6))), "2023-03-20", "2023-09-19", "2023-09-20", activity=A.LEAVE_COUNTRY
        ) == [PROHIBITED, PROHIBITED, ALLOWED]

    def test_again_for_one_who_was_under_18(self) -> None:
        """«Может повторно продлить», 64(3): each order adds its own."""
        assert end(conditional(prolonged(months(6)), prolonged(years(1), "2022-06-10")), CONTROL) == "2024-09-20"

    def test_the_day_of_the_order_does_not_matter(self) -> None:
        assert end(conditional(prolonged(months(6), "2021-04-01..2023-01-01")), CONTROL) == ("2023-09-20")

    def test_unknown_prolongation_is_a_day_to_a_year(self) -> None:
        until = status(conditional(prolonged(kz.UNKNOWN)), CONTROL).until
        assert range_of(until) == ("2023-03-21", "2024-03-20")
        assert until.missing == {"events[0].term"}

    def test_between_both_it_is_unclear_and_names_the_fact(self) -> None:
        answer = kz.can(conditional(prolonged(kz.UNKNOWN)), A.LEAVE_COUNTRY, on=day("2023-06-01"))
        assert answer.permission is UNCLEAR
        assert [fact.path for fact in answer.missing] == ["events[0].term"]

    def test_unknown_control_and_known_prolongation(self) -> None:
        """For 274(4), up to seven years: from a day and six months to seven and a half years."""
        sentence = kz.SuspendedImprisonment(term=kz.UNKNOWN, registered=day(REGISTERED), duties=())
        convict = case(convicted(ORDINARY_SERIOUS, sentence), events=[prolonged(months(6))])
        assert range_of(status(convict, CONTROL).until) == ("2021-09-21", "2028-09-20")

    def test_the_longest_is_a_year(self) -> None:
        with pytest.raises(ValueError, match="1 day to 1 year"):
            prolonged(kz.Term(years=1, days=1))


class TestArt64RevokedConditionalSentence:
    """«Постановляет об отмене условного осуждения и исполнении назначенного наказания», 64(3); CEC 176(2)."""

    def test_control_ends_and_the_whole_imprisonment_begins(self) -> None:
        """Two years from 2022-06-14, control not counted: freed on the last day, Thursday 2024-06-13, CEC 165(2)."""
        convict = conditional(revoked())
        assert span(convict, CONTROL) == (REGISTERED, "2022-06-14")
        assert span(convict, PRISON) == ("2022-06-14", "2024-06-13")

    def test_prolonged_control_does_not_lengthen_imprisonment(self) -> None:
        assert end(conditional(prolonged(months(6)), revoked()), PRISON) == end(conditional(revoked()), PRISON)

    def test_custody_before_the_verdict_is_credited(self) -> None:
        """31 days at minimum security count for 62 (62(3)(3)): the last day is 2024-03-08, a day off, so 2024-03-07."""
        convict = conditional(
            revoked("2022-05-10", security=kz.Security.MINIMUM), custody=[detained("2021-01-01", "2021-01-31")]
        )
        assert end(convict, PRISON) == "2024-03-07"

    def test_a_release_ends_it(self) -> None:
        convict = conditional(revoked(), released("2023-06-10", ReleaseGround.PAROLE, duties=()))
        assert span(convict, PRISON) == ("2022-06-14", "2023-06-10")
        assert span(convict, PAROLE) == ("2023-06-10", "2024-06-14")

    def test_the_facts_are_the_order_and_the_release(self) -> None:
        assert status(conditional(revoked(), released("2023-06-10")), PRISON).facts == ("events[0]", "events[1]")

    def test_the_record_is_that_of_imprisonment(self) -> None:
        """Not 79(3)(1) but six years for a serious crime from serving, 79(3)(4)."""
        convict = conditional(revoked(), released("2023-06-10"))
        assert record_end(convict) == "2029-06-10"

    def test_before_and_after_the_day(self) -> None:
        convict = conditional(revoked())
        assert may(convict, A.LEAVE_DISTRICT, "2022-06-13") is ALLOWED
        assert may(convict, A.LEAVE_DISTRICT, "2022-06-14") is PROHIBITED

    def test_unknown_day_settles_nothing_in_between(self) -> None:
        convict = conditional(revoked("2022-05-01..2022-05-31"))
        assert freely(convict, "2022-04-30", "2022-05-10", "2022-05-31", activity=A.LEAVE_DISTRICT) == [
            ALLOWED,
            UNCLEAR,
            PROHIBITED,
        ]
        assert range_of(status(convict, CONTROL).until) == ("2022-05-01", "2022-05-31")

    @pytest.mark.parametrize(("born", "latest"), [("1990-01-01", "2024-06-13"), ("2003-06-01", "2029-06-13")])
    def test_of_one_under_18_the_imprisonment_is_not_known_from_control(self, born: str, latest: str) -> None:
        """Control of minors is six months to a year whatever the imprisonment, 63(3): up to seven years in 274(4)."""
        assert str(status(conditional(revoked(), born=born), PRISON).until.latest) == latest

    def test_the_first_of_several_acts_decides_whether_one_was_under_18(self) -> None:
        acts = tuple(offence(ORDINARY_SERIOUS, on) for on in ("2019-01-15", "2020-01-15"))
        sentence = convicted(acts, suspended(years(2), REGISTERED))
        convict = case(sentence, events=[revoked()], born="2001-06-01")
        assert str(status(convict, PRISON).until.latest) == "2052-06-13"

    def test_the_file_may_tell_the_imprisonment(self) -> None:
        convict = conditional(revoked(term=years(1)), born="2003-06-01")
        assert span(convict, PRISON) == ("2022-06-14", "2023-06-13")

    def test_parole_from_it_is_open(self) -> None:
        """Half of two years, 366 of 731 days from 2022-06-14, for a serious crime, 72(3)(2)."""
        found = kz.earliest_parole(conditional(revoked()))
        assert found.barred is None
        assert found.day is not None
        assert str(found.day.earliest) == "2023-06-15"
        assert kz.earliest_parole(conditional()).barred


class TestArt64RevokedForALaterCrime:
    """«Назначает ему наказание по правилам назначения наказания по совокупности приговоров», 64(5), 60(1)."""

    LATER = convicted(ORDINARY_SERIOUS, prison(years(4)), in_force="2022-06-10", committed="2022-02-02", id="c2")
    CONVICT = case(
        convicted(ORDINARY_SERIOUS, suspended(years(2), REGISTERED), ban(years(3))),
        LATER,
        events=[
            SuspensionRevoked(on=day("2022-06-10"), joined="c2", conviction="c1"),
            released("2025-06-10", conviction="c2"),
        ],
    )

    def test_one_imprisonment_that_of_the_later_verdict(self) -> None:
        assert span(self.CONVICT, PRISON, conviction="c2") == ("2022-06-10", "2025-06-10")
        assert [one.conviction for one in statuses(self.CONVICT, PRISON)] == ["c2"]
        assert end(self.CONVICT, CONTROL) == "2022-06-10"

    def test_ban_and_record_count_from_its_end(self) -> None:
        """The ban counts from 2025-06-10, 50(4); both records from serving the whole, 79(6), 79(8)."""
        assert end(self.CONVICT, BAN) == "2028-06-10"
        assert record_end(self.CONVICT, conviction="c1") == "2034-06-10"

    def test_parole_is_from_the_later_punishment(self) -> None:
        assert "took up" in (kz.earliest_parole(self.CONVICT, "c1").barred or "")
        assert kz.earliest_parole(self.CONVICT, "c2").barred is None

    def test_revoked_apart_then_paroled_and_that_revoked_for_a_later_crime(self) -> None:
        """The imprisonment is its own until parole; only the rest is taken up."""
        convict = case(
            convicted(ORDINARY_SERIOUS, suspended(years(3), REGISTERED)),
            convicted(ORDINARY_SERIOUS, prison(years(4)), in_force="2024-06-10", committed="2024-02-02", id="c2"),
            events=[
                revoked(conviction="c1"),
                released("2023-12-14", ReleaseGround.PAROLE, conviction="c1", duties=()),
                ParoleRevoked(on=day("2024-06-10"), joined="c2", conviction="c1"),
            ],
        )
        assert span(convict, PRISON, conviction="c1") == ("2022-06-14", "2023-12-14")
        assert span(convict, PAROLE) == ("2023-12-14", "2024-06-10")
        assert span(convict, PRISON, conviction="c2")[0] == "2024-06-10"


class TestArt50BanAfterRevocation:
    """Beside imprisonment a ban counts «с момента отбытия лишения свободы», 50(4); what had run is not spoken of."""

    def after(self, *of: kz.ActivityBan, on: str = "2022-05-10") -> kz.Case:
        return conditional(revoked(on), released("2024-02-01"), more=of)

    def test_counts_anew_from_the_end_of_imprisonment(self) -> None:
        assert span(self.after(ban(years(3))), BAN) == ("2021-03-15", "2027-02-01")

    def test_what_ran_may_be_taken_to_count(self) -> None:
        """421 days from 2021-03-15 to 2022-05-10 off: three years from 2022-12-07."""
        law = kz.LAW.reading(ban_after_revocation="what_ran_counts")
        assert end(self.after(ban(years(3))), BAN, law) == "2025-12-07"

    def test_what_ran_from_a_day_not_known(self) -> None:
        """416 to 426 days from some day of 2021-03-10 to 2021-03-20 off: three years from 2022-12-02 to 2022-12-12."""
        sentence = convicted(
            ORDINARY_SERIOUS, suspended(years(2), REGISTERED), ban(years(3)), in_force="2021-03-10..2021-03-20"
        )
        convict = case(sentence, events=[revoked("2022-05-10"), released("2024-02-01")])
        law = kz.LAW.reading(ban_after_revocation="what_ran_counts")
        assert range_of(status(convict, BAN, law).until) == ("2025-12-02", "2025-12-12")

    @pytest.mark.parametrize(("on", "until"), [("2022-03-15", "2022-03-15"), ("2022-03-14", "2025-02-01")])
    def test_a_ban_already_over_stays_over(self, on: str, until: str) -> None:
        """A year from 2021-03-15 was over on 2022-03-15."""
        assert end(self.after(ban(years(1)), on=on), BAN) == until

    def test_unknown_day_leaves_both(self) -> None:
        until = status(self.after(ban(years(1)), on="2022-03-10..2022-03-20"), BAN).until
        assert range_of(until) == ("2022-03-15", "2025-02-01")
        assert "events[0].on" in until.missing

    def test_for_life(self) -> None:
        assert end(self.after(ban_for_life()), BAN) == "never"


class TestArt64LiftedConditionalSentence:
    """«Об отмене условного осуждения и о снятии с осужденного судимости ... не менее половины», 64(1)."""

    CONVICT = conditional(SuspensionLifted(on=day("2022-05-10")), more=(ban(years(3)),))

    def test_control_and_record_end(self) -> None:
        assert end(self.CONVICT, CONTROL) == "2022-05-10"
        assert record_end(self.CONVICT) == "2022-05-10"

    def test_both_sides_of_the_day(self) -> None:
        assert freely(self.CONVICT, "2022-05-09", "2022-05-10", activity=A.LEAVE_COUNTRY) == [PROHIBITED, ALLOWED]

    def test_the_ban_goes_on_unless_taken_otherwise(self) -> None:
        """64(1) names the sentence and the record; by 79(9) lifting ends all consequences."""
        assert end(self.CONVICT, BAN) == "2024-03-15"
        assert end(self.CONVICT, BAN, kz.LAW.reading(ban_after_lifted_suspension="ends")) == "2022-05-10"

    def test_unknown_day(self) -> None:
        convict = conditional(SuspensionLifted(on=when("2022-05-01..2022-05-31")))
        assert freely(convict, "2022-04-30", "2022-05-15", "2022-05-31", activity=A.LEAVE_COUNTRY) == [
            PROHIBITED,
            UNCLEAR,
            ALLOWED,
        ]

    @pytest.mark.parametrize(
        ("on", "warned"),
        [("2022-03-18", True), ("2022-03-20", False), ("2023-03-19", False), ("2023-03-20", True)],
    )
    def test_warned_of_before_half_and_after_the_end(self, on: str, warned: bool) -> None:
        assert bool(contradictions(conditional(SuspensionLifted(on=day(on))))) is warned

    def test_not_warned_of_where_a_day_is_not_known(self) -> None:
        assert contradictions(conditional(SuspensionLifted(on=when("2022-03-01..2022-03-31")))) == ()

    def test_is_no_ground_for_rehabilitation(self) -> None:
        """As with any record lifted: the list of grounds is closed, Criminal Procedure Code 38(6)."""
        (found,) = kz.rehabilitation(self.CONVICT, on=day("2023-01-10")).convictions
        assert "lifted_record_is_no_ground" in {bar.rule.name for bar in found.bars}
