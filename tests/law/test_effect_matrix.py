"""What each event does to punishment, ban, record and list: the effect matrix, cell by cell.

Four columns: S, what isolates or restricts by way of the main punishment; B, the ban; R, the record; L, the place on
the list that the law presumes. The columns of an event are tests of one class, each named after its column.
"""

from __future__ import annotations

from typing import Final

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pendulum import Date
from tests.law.builders import (
    EXTREMIST_MINOR,
    EXTREMIST_SERIOUS,
    ban,
    case,
    convicted,
    day,
    end,
    offence,
    prison,
    record_end,
    released,
    restriction,
    span,
    statuses,
    years,
)

import kzrights as kz
from kzrights import Activity, Case, CaseError, Event, Outcome, ReleaseGround, Relief, StatusKind
from kzrights.evaluate import Evaluation
from kzrights.facts import Amnesty, BanLifted, Pardon, RecordLifted, Remainder
from kzrights.facts.events import AMNESTIES
from kzrights.law.offences import Sanction
from kzrights.strategies import cases, dates

S, B, R, L = StatusKind.RESTRICTED_FREEDOM, StatusKind.ACTIVITY_BAN, StatusKind.CRIMINAL_RECORD, StatusKind.LISTED
PRISON, PAROLE = StatusKind.IMPRISONMENT, StatusKind.PAROLE

ON: Final = "2022-01-20"
SERVED, BAN_OVER, RECORD_OVER = "2024-03-20", "2026-03-15", "2026-03-15"
"""Restriction of 3 years accepted on 2021-03-20 and a ban of 5 from 2021-03-15; the record ends with both, 79(5)."""

NOT_TOLD: Final = {
    "termination because the norm was held unconstitutional, 35(1)(6)": "the file has one word for every termination",
    "softer law: S": "a court cuts the term to the new maximum; no event of the file says to what",
    "requalified: S": "the decision sets a new punishment; no event of the file says which",
    "partial quash: S": "the same",
    "amnesty that cuts: S": "the file says whether the main punishment was ended, not by how much it was cut",
    "amnesty of 2022: L": "whom it reaches was convicted of nothing extremist or terrorist and is not presumed listed",
    "positive conclusion of police or security committee": "the file says when the person was taken off, not why",
    "opinion of the Working Group, views of the Committee": "no event of the file: it changes nothing by law",
    "compensation": "no status: rehabilitation is an answer of its own",
}
"""Cells of the matrix that a case file has no words for, and why."""


def restricted(of: str | kz.Offence | tuple[kz.Offence, ...], *events: Event) -> Case:
    """Return one restricted in freedom, with a ban that outlasts it."""
    return case(convicted(of, restriction(years(3), "2021-03-20"), ban(years(5))), events=events)


def imprisoned_with_ban(*events: Event) -> Case:
    """Return one imprisoned for 5 years from 2021-03-15, with a ban of 3 years that counts from release."""
    return case(convicted(EXTREMIST_SERIOUS, prison(years(5)), ban(years(3))), events=events)


def test_nothing_happened() -> None:
    """The rows below are changes against this."""
    convict = restricted(EXTREMIST_SERIOUS)
    assert [end(convict, kind) for kind in (S, B, R, L)] == [SERVED, BAN_OVER, RECORD_OVER, RECORD_OVER]


def test_what_the_file_does_not_tell_says_why() -> None:
    assert all(NOT_TOLD.values())


@pytest.mark.parametrize("outcome", [Outcome.ACQUITTED, Outcome.TERMINATED, Outcome.REMANDED])
class TestQuashed:
    """Acquittal, termination, termination because the norm was held unconstitutional, and quash with remand.

    «Приговор отменен»: the verdict falls with all it imposed, Criminal Procedure Code 37, 494.
    """

    def after(self, outcome: Outcome) -> Case:
        return restricted(EXTREMIST_SERIOUS, kz.Quashed(on=day(ON), outcome=outcome))

    def test_s_ends(self, outcome: Outcome) -> None:
        """The punishment of a verdict that is no more is not executed, 494."""
        assert end(self.after(outcome), S) == ON

    def test_b_ends(self, outcome: Outcome) -> None:
        """So with the additional punishment, 494."""
        assert end(self.after(outcome), B) == ON

    def test_r_is_as_if_it_had_never_been(self, outcome: Outcome) -> None:
        """A record rests on a conviction in force, Criminal Code 79(1): it ends, and later laws see none."""
        convict = self.after(outcome)
        (record,) = statuses(convict, R)
        assert str(record.until) == str(record.traits.undone) == ON

    def test_l_ends(self, outcome: Outcome) -> None:
        """«Отмена вступившего в законную силу приговора», Law 191-IV 12(5)(2); on remand that is inferred."""
        assert end(self.after(outcome), L) == ON


class TestOffenceStruckOut:
    """«Закон, устраняющий преступность или наказуемость деяния, имеет обратную силу», Criminal Code 6(1).

    Libel, 130(2), was struck out on 2020-07-11.
    """

    GONE = "2020-07-11"
    CONVICT = case(
        convicted(
            offence("130(2)", "2018-01-10"), restriction(years(3), "2019-03-20"), ban(years(5)), in_force="2019-03-15"
        )
    )

    def test_s_ends(self) -> None:
        """It reaches those who serve: «в том числе лиц, отбывающих наказание», 6(1)."""
        assert end(self.CONVICT, S) == self.GONE

    def test_b_ends(self) -> None:
        """What is no crime bears no additional punishment, 6(1)."""
        assert end(self.CONVICT, B) == self.GONE

    def test_r_ends(self) -> None:
        """«Либо отбывших наказание, но имеющих судимость», 6(1)."""
        assert record_end(self.CONVICT) == self.GONE

    def test_l_ends_with_the_record(self) -> None:
        """No extremist article was struck out yet; a reform that did would end the listing, Law 191-IV 12(5)(5)."""
        law = kz.LAW.amend(
            Sanction(
                article=EXTREMIST_SERIOUS,
                since=Date(2015, 1, 1),
                until=day(ON),
                max_imprisonment=6,
                restricted_freedom=True,
                extremist=True,
                source="made up",
                confidence="made up",
                note="struck out",
            )
        )
        assert end(restricted(EXTREMIST_SERIOUS), L, law) == ON


class TestSofterLaw:
    """«Смягчающий ответственность или наказание», Criminal Code 6(1)-(2): here from up to 6 years to up to 5."""

    @staticmethod
    def softened() -> kz.Law:
        common = {"article": EXTREMIST_SERIOUS, "restricted_freedom": True, "extremist": True}
        told = {"source": "made up", "confidence": "made up"}
        before = Sanction(**common, **told, since=Date(2015, 1, 1), until=day("2023-01-01"), max_imprisonment=6)  # type: ignore[arg-type]
        since = Sanction(**common, **told, since=day("2023-01-01"), max_imprisonment=5)  # type: ignore[arg-type]
        return kz.LAW.amend(before, since)

    CONVICT = imprisoned_with_ban(released("2022-03-10"))

    def test_b_stays(self) -> None:
        """The new law says nothing of bans: 3 years from 2022-03-10."""
        assert end(self.CONVICT, B, self.softened()) == end(self.CONVICT, B) == "2025-03-10"

    def test_r_is_reckoned_anew(self) -> None:
        """Serious: 6 years after the ban; by the new law medium: 3, Criminal Code 79(3)."""
        assert record_end(self.CONVICT) == "2031-03-10"
        assert record_end(self.CONVICT, self.softened()) == "2028-03-10"

    def test_l_stays_until_the_record_ends(self) -> None:
        """A softer sanction is no ground of Law 191-IV 12(5)."""
        assert end(self.CONVICT, L, self.softened()) == "2028-03-10"


class TestRequalified:
    """The offence was moved to 274(3): up to 5 years, so medium, and not extremist."""

    CONVICT = imprisoned_with_ban(
        released("2022-03-10"), kz.Requalified(on=day("2023-05-10"), article=EXTREMIST_SERIOUS, to="274(3)")
    )

    def test_b_is_for_the_court(self) -> None:
        """The decision says what becomes of the ban, Criminal Procedure Code 494; nothing does by itself."""
        assert end(self.CONVICT, B) == "2025-03-10"

    def test_b_ends_where_the_court_frees_from_it(self) -> None:
        """As before, and the court freed from the ban with the same decision."""
        lifted = attrs.evolve(self.CONVICT, events=(*self.CONVICT.events, kz.BanLifted(on=day("2023-05-10"))))
        assert end(lifted, B) == "2023-05-10"

    def test_r_is_reckoned_anew(self) -> None:
        """Medium: 3 years after the ban, not 6, Criminal Code 79(3)(3)."""
        assert record_end(self.CONVICT) == "2028-03-10"

    def test_l_ends(self) -> None:
        """No extremist crime is left, Law 191-IV 12(5)(2) by inference: "annulled" is said, not "changed"."""
        assert end(self.CONVICT, L) == "2023-05-10"


class TestPartlyQuashed:
    """One of two extremist articles was moved to 274(3); the other remains."""

    CONVICT = restricted(
        (offence(EXTREMIST_SERIOUS), offence("174(1)")),
        kz.Requalified(on=day(ON), article="174(1)", to="274(3)"),
        kz.Quashed(on=day(ON), outcome=Outcome.REQUALIFIED),
    )

    def test_s_is_not_ended(self) -> None:
        """It may be cut, Criminal Procedure Code 494; it does not fall, as the verdict stands."""
        assert end(self.CONVICT, S) == SERVED

    def test_b_is_for_the_court(self) -> None:
        """As S, 494."""
        assert end(self.CONVICT, B) == BAN_OVER

    def test_r_is_that_of_the_gravest_left(self) -> None:
        """Each offence has its own clock, the longest decides, Criminal Code 79(6)."""
        convict = case(
            convicted((offence(EXTREMIST_MINOR), offence("174(1)")), prison(years(5))),
            events=[released("2022-03-10"), kz.Requalified(on=day("2022-06-10"), article="174(1)", to="274(3)")],
        )
        assert record_end(convict) == "2025-03-10"

    def test_l_stays(self) -> None:
        """An extremist crime remains: no ground of Law 191-IV 12(5)."""
        assert end(self.CONVICT, L) == RECORD_OVER


@pytest.mark.parametrize("year", [2016, 2021, 2025])
class TestAmnestyOfTheMainPunishment:
    """«Освобождению ... только основного наказания»: of a minor crime, 274(1).

    That of 2026 leaves 274 out; of it, 430(1) in the last test.
    """

    def after(self, year: int) -> Case:
        return restricted("274(1)", Amnesty(on=day(ON), act=year))

    def test_s_ends(self, year: int) -> None:
        """Amnesty of 2016, 2(1), 7(3); of 2021 and 2025, 2(1), 2(5)."""
        assert end(self.after(year), S) == ON

    def test_b_stays(self, year: int) -> None:
        """From the main punishment only: the ban runs to its term."""
        assert end(self.after(year), B) == BAN_OVER

    def test_r_follows_the_general_rules(self, year: int) -> None:
        """«На общих основаниях, установленных статьей 79»: it ends with the ban, 79(5)."""
        assert record_end(self.after(year)) == RECORD_OVER

    def test_l_is_not_touched(self, year: int) -> None:
        """Who may be amnestied is not due for the list, Criminal Code 78(2)."""
        assert not statuses(self.after(year), L)


class TestAmnestyOf2026:
    """Amnesty of 2026, 1(1), 1(5); insult of an official, 378(1), is a misdemeanour and not left out."""

    CONVICT = case(
        convicted("378(1)", restriction(years(3), "2025-03-20"), ban(years(5)), in_force="2025-03-15"),
        events=[Amnesty(on=day("2026-07-20"), act=2026)],
    )

    def test_s_ends(self) -> None:
        """1(1)(1)."""
        assert end(self.CONVICT, S) == "2026-07-20"

    def test_b_stays(self) -> None:
        """«Только основного наказания», 1(5)."""
        assert end(self.CONVICT, B) == "2030-03-15"

    def test_r_of_a_misdemeanour_there_is_none(self) -> None:
        """Criminal Code 79(2)."""
        assert not statuses(self.CONVICT, R)

    def test_l_is_not_touched(self) -> None:
        """Not an extremist crime."""
        assert not statuses(self.CONVICT, L)


@pytest.mark.parametrize("article", ["274(1)", "274(3)"])
class TestAmnestyOf2022:
    """Acts of 4 to 7 January 2022; of a minor and of a medium crime."""

    def after(self, article: str) -> Case:
        return restricted(article, Amnesty(on=day("2023-01-20"), act=2022))

    def test_s_ends(self, article: str) -> None:
        """«Освобождаются от наказания (основного и дополнительного)», 3(2)."""
        assert end(self.after(article), S) == "2023-01-20"

    def test_b_ends(self, article: str) -> None:
        """The additional punishment too, 3(2)."""
        assert end(self.after(article), B) == "2023-01-20"

    def test_r_ends(self, article: str) -> None:
        """«Снимается судимость», 3(4)."""
        assert record_end(self.after(article)) == "2023-01-20"


@pytest.mark.parametrize("year", AMNESTIES)
@pytest.mark.parametrize("gave", [(), tuple(Relief)])
class TestAmnestyOfAnExtremistConviction:
    """«Амнистия не распространяется на лиц, совершивших ... экстремистские преступления», Criminal Code 78(2)."""

    def after(self, year: int, gave: tuple[Relief, ...]) -> Case:
        return restricted(EXTREMIST_MINOR, Amnesty(on=day(ON), act=year, gave=gave))

    def test_s_stays(self, year: int, gave: tuple[Relief, ...]) -> None:
        """78(2), whatever the act or the file says."""
        assert end(self.after(year, gave), S) == SERVED

    def test_b_stays(self, year: int, gave: tuple[Relief, ...]) -> None:
        """78(2)."""
        assert end(self.after(year, gave), B) == BAN_OVER

    def test_r_stays(self, year: int, gave: tuple[Relief, ...]) -> None:
        """78(2)."""
        assert record_end(self.after(year, gave)) == RECORD_OVER

    def test_l_stays(self, year: int, gave: tuple[Relief, ...]) -> None:
        """No ground of Law 191-IV 12(5) either."""
        assert end(self.after(year, gave), L) == RECORD_OVER


class TestPardon:
    """«Актом о помиловании ... лицо может быть освобождено»: each as the act says, Criminal Code 78(3)-(4)."""

    @staticmethod
    def after(*gave: Relief, record_cleared: bool = False) -> Case:
        return restricted(EXTREMIST_SERIOUS, Pardon(on=day(ON), gave=gave, record_cleared=record_cleared))

    def test_s_as_the_act_says(self) -> None:
        """78(4): from the rest of the punishment; extremist crimes are not left out."""
        assert end(self.after(Relief.MAIN_PUNISHMENT), S) == ON
        assert end(self.after(Relief.ACTIVITY_BAN), S) == SERVED

    def test_b_as_the_act_says(self) -> None:
        """78(4): from the additional punishment."""
        assert end(self.after(Relief.ACTIVITY_BAN), B) == ON
        assert end(self.after(Relief.MAIN_PUNISHMENT), B) == BAN_OVER

    def test_r_as_the_act_says(self) -> None:
        """78(4): the record is lifted from those who served or were freed."""
        assert record_end(self.after(record_cleared=True)) == ON
        assert record_end(self.after(Relief.CRIMINAL_RECORD)) == ON
        assert record_end(self.after(Relief.MAIN_PUNISHMENT)) == RECORD_OVER

    def test_l_follows_the_record(self) -> None:
        """A pardon is no ground of Law 191-IV 12(5), a lifted record is, 12(5)(5)."""
        assert end(self.after(record_cleared=True), L) == ON
        assert end(self.after(Relief.MAIN_PUNISHMENT), L) == RECORD_OVER


class TestParole:
    """«Условно-досрочное освобождение»: control for the unserved rest, Criminal Code 72."""

    CONVICT = imprisoned_with_ban(released("2023-03-10", ReleaseGround.PAROLE))

    def test_s_is_suspended(self) -> None:
        """From prison into control until the 5 years from 2021-03-15 are over, 72(2)."""
        assert end(self.CONVICT, PRISON) == "2023-03-10"
        assert span(self.CONVICT, PAROLE) == ("2023-03-10", "2026-03-15")

    def test_b_stays_unless_the_court_frees_from_it(self) -> None:
        """72(1): wholly or partly; 3 years from release otherwise."""
        assert end(self.CONVICT, B) == "2026-03-10"
        lifted = imprisoned_with_ban(*self.CONVICT.events, BanLifted(on=day("2023-03-10")))
        assert end(lifted, B) == "2023-03-10"

    def test_r_counts_from_release(self) -> None:
        """79(4), 79(5): 6 years after the ban."""
        assert record_end(self.CONVICT) == "2032-03-10"

    def test_l_stays(self) -> None:
        """No ground of Law 191-IV 12(5): until the record ends."""
        assert end(self.CONVICT, L) == "2032-03-10"


class TestReplaced:
    """The unserved rest became restriction of freedom, Criminal Code 73."""

    CONVICT = imprisoned_with_ban(
        released("2023-03-10", ReleaseGround.REPLACED, remainder_as=Remainder.RESTRICTED_FREEDOM)
    )

    def test_s_is_replaced(self) -> None:
        """Day for day, 73: the rest of 5 years from 2021-03-15."""
        assert end(self.CONVICT, PRISON) == "2023-03-10"
        assert span(self.CONVICT, S) == ("2023-03-10", "2026-03-15")

    def test_b_stays_unless_the_court_frees_from_it(self) -> None:
        """73(1); 3 years from the day the milder punishment is served, by the reading that is the default."""
        assert end(self.CONVICT, B) == "2029-03-15"
        lifted = imprisoned_with_ban(*self.CONVICT.events, BanLifted(on=day("2023-03-10")))
        assert end(lifted, B) == "2023-03-10"

    def test_r_counts_on_the_term_served(self) -> None:
        """79(4): 6 years after the ban; in the other reading all counts from the replacement."""
        assert record_end(self.CONVICT) == "2035-03-15"
        assert record_end(self.CONVICT, kz.LAW.reading(replaced_punishment="release")) == "2032-03-10"

    def test_l_stays(self) -> None:
        """No ground of Law 191-IV 12(5): until the record ends."""
        assert end(self.CONVICT, L) == "2035-03-15"


class TestIllness:
    """«Освобождение от наказания в связи с болезнью», Criminal Code 75."""

    CONVICT = imprisoned_with_ban(released("2023-03-10", ReleaseGround.ILLNESS))
    NONE = kz.LAW.reading(record_after_illness="none")

    def test_s_ends(self) -> None:
        """75."""
        assert end(self.CONVICT, PRISON) == "2023-03-10"

    def test_b_stays(self) -> None:
        """75 does not name the additional punishment; inferred."""
        assert end(self.CONVICT, B) == "2026-03-10"

    def test_r_is_a_reading(self) -> None:
        """One released from punishment has no record, 79(2); or it counts from release, 79(4)."""
        assert record_end(self.CONVICT) == "2032-03-10"
        assert record_end(self.CONVICT, self.NONE) == "2023-03-10"

    def test_l_follows_the_reading(self) -> None:
        """Whether a record that never was ends a listing, Law 191-IV 12(5)(5) leaves open."""
        assert end(self.CONVICT, L) == "2032-03-10"
        assert end(self.CONVICT, L, self.NONE) == "2023-03-10"


class TestServed:
    """The whole term."""

    CONVICT = imprisoned_with_ban(released("2026-03-13"))

    def test_s_ends(self) -> None:
        """5 years from 2021-03-15 end on a Sunday: release is on the Friday before, Criminal Executive Code 165(2)."""
        assert end(self.CONVICT, PRISON) == end(imprisoned_with_ban(), PRISON) == "2026-03-13"

    def test_b_runs_its_term(self) -> None:
        """50(4): from release, 3 years."""
        assert end(self.CONVICT, B) == "2029-03-13"

    def test_r_counts_from_the_end_of_the_ban(self) -> None:
        """79(5): 6 years after both."""
        assert record_end(self.CONVICT) == "2035-03-13"

    def test_l_stays_until_the_record_ends(self) -> None:
        """Law 191-IV 12(5)(5)."""
        assert end(self.CONVICT, L) == "2035-03-13"


class TestRecordLifted:
    """«Суд может снять судимость до истечения срока погашения», Criminal Code 79(7)."""

    CONVICT = restricted(EXTREMIST_SERIOUS, RecordLifted(on=day("2025-06-01")))

    def test_s_has_been_served(self) -> None:
        """79(7) asks for that."""
        assert end(self.CONVICT, S) == SERVED

    def test_b_is_not_touched(self) -> None:
        """79(7) speaks of the record."""
        assert end(self.CONVICT, B) == BAN_OVER

    def test_r_ends(self) -> None:
        """79(7)."""
        assert record_end(self.CONVICT) == "2025-06-01"

    def test_l_ends(self) -> None:
        """«Снятие судимости», Law 191-IV 12(5)(5)."""
        assert end(self.CONVICT, L) == "2025-06-01"


class TestTakenOffTheListEarly:
    """On a positive conclusion of police or security committee, Law 191-IV 12(5)(5-1); the file tells the day."""

    CONVICT = attrs.evolve(
        restricted(EXTREMIST_SERIOUS),
        listings=[kz.Listing(listed=day("2021-04-01"), delisted=day("2025-06-01"), conviction="c1")],
    )

    def test_s_and_b_are_not_touched(self) -> None:
        """The list is no punishment."""
        assert (end(self.CONVICT, S), end(self.CONVICT, B)) == (SERVED, BAN_OVER)

    def test_r_stays(self) -> None:
        """12(5)(5-1) is for those whose record runs on."""
        assert record_end(self.CONVICT) == RECORD_OVER

    def test_l_ends(self) -> None:
        """12(5)(5-1)."""
        assert end(self.CONVICT, L) == "2025-06-01"


def assert_never_stricter(before: Case, after: Case) -> None:
    """Compare two cases on every day on which either changes."""
    one, two = Evaluation(before, kz.LAW), Evaluation(after, kz.LAW)
    for activity in Activity:
        days = {segment.start for segments in (one.segments(activity), two.segments(activity)) for segment in segments}
        for on in days:
            was, now = one.segment(activity, on)[1], two.segment(activity, on)[1]
            assert min(now.outcomes) <= min(was.outcomes), (activity, on)
            assert max(now.outcomes) <= max(was.outcomes), (activity, on)


def relieving(on: Date, id: str) -> st.SearchStrategy[Event]:
    gave = st.lists(st.sampled_from(Relief), max_size=3)
    common = {"on": st.just(on), "conviction": st.just(id)}
    return st.one_of(
        st.builds(Amnesty, act=st.sampled_from(AMNESTIES), gave=gave, **common),
        st.builds(Pardon, gave=gave, record_cleared=st.booleans(), **common),
        st.builds(RecordLifted, **common),
        st.builds(BanLifted, **common),
    )


@pytest.mark.usefixtures("bounds_only")
@given(cases(), st.data())
def test_an_amnesty_a_pardon_or_a_lifting_never_makes_stricter(case: Case, data: st.DataObject) -> None:
    """Neither an amnesty nor a pardon nor a lifting of record or ban makes any activity stricter on any day.

    Left out: verdicts of which it is not known when they entered into force, since a later event shows that they
    had by then, and what was doubtful becomes certain.
    """
    known = [one for one in case.convictions if isinstance(one.in_force, Date)]
    assume(known)
    conviction = data.draw(st.sampled_from(known))
    assert isinstance(conviction.in_force, Date)
    on = data.draw(dates(conviction.in_force, Date(2040, 12, 31)))
    event = data.draw(relieving(on, conviction.id))
    try:
        eased = attrs.evolve(case, events=(*case.events, event))
    except CaseError:
        assume(False)
    assert_never_stricter(case, eased)


def test_never_stricter_sees_a_difference() -> None:
    """The comparison itself fails when an activity becomes stricter."""
    lifted = restricted(EXTREMIST_SERIOUS, RecordLifted(on=day("2025-06-01")))
    with pytest.raises(AssertionError):
        assert_never_stricter(lifted, restricted(EXTREMIST_SERIOUS))
    assert_never_stricter(restricted(EXTREMIST_SERIOUS), lifted)
