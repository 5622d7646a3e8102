"""What Kazakh law keeps to citizens, and what it leaves to foreigners only in part.

Each class quotes the norm. Where it names the citizen, «гражданин», a stateless person stands as a foreigner does (law
on foreigners, 2 and 29). Foreigners had the rights of citizens «если иное не предусмотрено» (Constitution of 1995,
12(4)); since 1 July 2026 they have them «в случаях, предусмотренных» by law (Constitution of 2026, 15(4)).
"""

from __future__ import annotations

from typing import Final

import pytest
from tests.law.builders import case, convicted, day, imprisoned, may, restriction, span, statuses, years

import kzrights as kz
from kzrights import Activity as A
from kzrights import Case, Permission, StatusKind

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
FOREIGN: Final = StatusKind.FOREIGN_CITIZENSHIP

CITIZEN: Final = case()
FOREIGNER: Final = Case(person=kz.Person(label="made up", citizen=False), household=())

DAYS: Final = ("2015-01-01", "2018-07-05", "2020-06-06", "2026-06-30", "2026-07-01", "2026-11-21")

FOR_CITIZENS: Final = (
    *(A.VOTE, A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT, A.STAND_FOR_AKIM, A.JOIN_PARTY),
    *(A.CIVIL_SERVICE, A.LAW_ENFORCEMENT_SERVICE, A.PROSECUTOR, A.JUDGE),
    *(A.ADVOCATE, A.NOTARY, A.PRIVATE_BAILIFF, A.SECURITY_GUARD, A.CHIEF_EDITOR),
)
IN_PART: Final = (
    *(A.JOIN_ASSOCIATION, A.TRADE_UNION_ACTIVITY, A.FORMAL_EMPLOYMENT, A.SOLE_TRADE, A.TRADE_REAL_ESTATE),
    A.OWN_WEAPON,
)
NOT_SETTLED: Final = (A.FOUND_ASSOCIATION, A.LEAD_ASSOCIATION, A.GUARD_OR_ADOPT_CHILD)
ASSEMBLIES: Final = (A.ORGANISE_ASSEMBLY, A.ATTEND_ASSEMBLY)
TOUCHED: Final = (*FOR_CITIZENS, *IN_PART, *NOT_SETTLED, *ASSEMBLIES)


def cited(of: Case, activity: A, on: str) -> set[str]:
    return {reason.provision for reason in kz.can(of, activity, on=day(on)).reasons}


def deprived(*events: kz.Event) -> Case:
    """One whose verdict took citizenship away."""
    punishments = restriction(years(1)), kz.LossOfCitizenship()
    convict = convicted("258(1)", *punishments, in_force="2019-03-10", committed="2018-05-01")
    return case(convict, events=events)


class TestStatus:
    """Law on foreigners, 2: «лица, не являющиеся гражданами Республики Казахстан»; 29 reaches the stateless."""

    def test_from_the_first_day_modelled_for_good(self) -> None:
        assert span(FOREIGNER, FOREIGN) == ("2015-01-01", "never")

    def test_rests_on_the_fact(self) -> None:
        (status,) = statuses(FOREIGNER, FOREIGN)
        assert (status.facts, status.kind.label) == (("person.citizen",), "foreign citizenship")

    def test_ends_with_death(self) -> None:
        person = kz.Person(label="made up", citizen=False)
        dead = Case(person=person, household=(), events=[kz.Death(on=day("2022-05-01"))])
        assert span(dead, FOREIGN) == ("2015-01-01", "2022-05-01")

    def test_a_verdict_takes_citizenship_away(self) -> None:
        """Law on citizenship, 37: it ends on the day «вступления в законную силу приговора суда о лишении»."""
        person = deprived()
        assert span(person, FOREIGN) == ("2019-03-10", "never")
        assert [may(person, A.VOTE, on) for on in ("2019-03-09", "2031-01-01")] == [ALLOWED, PROHIBITED]

    def test_it_comes_back_when_the_verdict_falls(self) -> None:
        fallen = kz.Quashed(on=day("2021-04-02"), outcome=kz.Outcome.ACQUITTED)
        person = deprived(fallen)
        assert span(person, FOREIGN) == ("2019-03-10", "2021-04-02")
        assert may(person, A.VOTE, "2021-04-02") is ALLOWED

    def test_the_end_of_the_record_does_not_give_it_back(self) -> None:
        person = deprived(kz.RecordLifted(on=day("2028-01-01")))
        assert span(person, FOREIGN) == ("2019-03-10", "never")

    def test_a_citizen_has_none(self) -> None:
        assert not statuses(CITIZEN, FOREIGN)


class TestCitizens:
    """No rule on foreigners touches a citizen, and none but these activities differ."""

    @pytest.mark.parametrize("activity", TOUCHED)
    def test_is_free(self, activity: A) -> None:
        assert [may(CITIZEN, activity, on) for on in DAYS] == [ALLOWED] * len(DAYS)

    def test_nothing_else_differs(self) -> None:
        differ = {one for one in A for on in DAYS if may(CITIZEN, one, on) is not may(FOREIGNER, one, on)}
        assert differ == set(TOUCHED)

    def test_reasons_of_a_convict_stay(self) -> None:
        convict = imprisoned("274(1)", "2021-03-10", "2022-03-10")
        for activity in A:
            reasons = kz.can(convict, activity, on=day("2023-01-10")).reasons
            assert FOREIGN not in {reason.status.kind for reason in reasons}


class TestOnlyCitizens:
    """Law on foreigners 19: «не могут избирать и быть избранными»; other acts admit the «гражданин» alone."""

    @pytest.mark.parametrize("activity", FOR_CITIZENS)
    def test_prohibited_on_every_day(self, activity: A) -> None:
        assert [may(FOREIGNER, activity, on) for on in DAYS] == [PROHIBITED] * len(DAYS)

    @pytest.mark.parametrize("activity", FOR_CITIZENS)
    def test_for_good(self, activity: A) -> None:
        assert str(kz.can(FOREIGNER, activity, on=day("2026-11-21")).until) == "never"

    def test_beside_the_bar_of_a_record(self) -> None:
        """Two grounds, each with its own reason; the end of the record opens nothing to a foreigner."""
        convictions = [convicted("274(1)", restriction(years(1), "2021-03-20"))]
        convict = Case(person=kz.Person(label="made up", citizen=False), household=(), convictions=convictions)
        kinds = {one.status.kind for one in kz.can(convict, A.NOTARY, on=day("2021-06-01")).reasons}
        assert kinds == {FOREIGN, StatusKind.CRIMINAL_RECORD}
        assert may(convict, A.NOTARY, "2030-01-10") is PROHIBITED


class TestElections:
    """Elections 4(1)-(2): «право граждан Республики»; Constitution of 2026, 35(2), from 1 July 2026 says so too."""

    @pytest.mark.parametrize("activity", [A.VOTE, A.STAND_FOR_PRESIDENT, A.STAND_FOR_MASLIKHAT, A.STAND_FOR_AKIM])
    def test_the_constitution_from_its_first_day(self, activity: A) -> None:
        article = "Constitution of 2026, art. 35(2)"
        found = [article in cited(FOREIGNER, activity, on) for on in ("2026-06-30", "2026-07-01")]
        assert found == [False, True]

    def test_akims_are_named_since_2023(self) -> None:
        """«Акимом» stands in 4(2) in the wording in force from 1 January 2023; before, the law on foreigners alone."""
        article = "Constitutional Law on elections, art. 4(2)"
        found = [article in cited(FOREIGNER, A.STAND_FOR_AKIM, on) for on in ("2022-12-31", "2023-01-01")]
        assert found == [False, True]


class TestAssemblies:
    """Law 333-VI, 1(2): «участник … – гражданин»; 1(4): «организатор … – совершеннолетний гражданин», from 2020-06-06.

    Before it groups «граждан» applied (law 2126, 2), the Constitution of 1995, 32, gave the right to «граждане», and no
    text said whether a foreigner might come.
    """

    @pytest.mark.parametrize("activity", ASSEMBLIES)
    def test_by_day(self, activity: A) -> None:
        days = ("2015-01-01", "2020-06-05", "2020-06-06", "2026-11-21")
        assert [may(FOREIGNER, activity, on) for on in days] == [UNCLEAR, UNCLEAR, PROHIBITED, PROHIBITED]

    @pytest.mark.parametrize(
        ("activity", "before", "after"),
        [
            (A.ORGANISE_ASSEMBLY, "Law on assemblies of 1995, art. 2", "Law on peaceful assemblies, art. 1(4)"),
            (A.ATTEND_ASSEMBLY, "Constitution of 1995, art. 32", "Law on peaceful assemblies, art. 1(2)"),
        ],
    )
    def test_the_law_of_the_day_is_cited(self, activity: A, before: str, after: str) -> None:
        assert cited(FOREIGNER, activity, "2020-06-05") == {before}
        assert cited(FOREIGNER, activity, "2020-06-06") == {after}


class TestOfficesAndTrades:
    """Each act in its time: an advocate is a «гражданин», as a civil servant is; «иностранцы» are no chief editors."""

    @pytest.mark.parametrize(
        ("activity", "changed", "before", "after"),
        [
            (A.CHIEF_EDITOR, "2024-08-20", "mass media of 1999, art. 7(2-1)(3)", "mass media of 2024, art. 18(3)(3)"),
            (A.ADVOCATE, "2018-07-05", "advocates of 1997, art. 7(1)", "legal aid of 2018, on admission"),
            (A.CIVIL_SERVICE, "2016-01-01", "service of 1999, art. 12(1)", "service of 2015, art. 16(1)"),
            (A.CIVIL_SERVICE, "2026-07-01", "service of 2015, art. 16(1)", "service of 2026, art. 21(1)"),
        ],
    )
    def test_no_gap_between_the_laws(self, activity: A, changed: str, before: str, after: str) -> None:
        eve = day(changed).subtract(days=1)
        for on, article in ((str(eve), before), (changed, after)):
            (provision,) = cited(FOREIGNER, activity, on)
            assert provision.endswith(article)

    @pytest.mark.parametrize("activity", [A.TEACH_ADULTS, A.TEACH_MINORS, A.JOURNALIST, A.BANK_MANAGEMENT])
    def test_others_name_no_citizenship(self, activity: A) -> None:
        assert may(FOREIGNER, activity, "2025-01-10") is ALLOWED


class TestInPart:
    """Law on foreigners 6, 9, 12: «постоянно проживающие» stand as citizens do in work, housing and associations."""

    @pytest.mark.parametrize("activity", IN_PART)
    def test_on_condition(self, activity: A) -> None:
        assert [may(FOREIGNER, activity, on) for on in DAYS] == [CONDITIONAL] * len(DAYS)

    @pytest.mark.parametrize(
        ("activity", "words"),
        [
            (A.SOLE_TRADE, "resides permanently"),  # «без образования юридического лица»
            (A.TRADE_REAL_ESTATE, "housing only if one resides permanently"),  # «за исключением временно пребывающих»
            (A.JOIN_ASSOCIATION, "without political aims"),  # «преследующих политические цели»
            (A.TRADE_UNION_ACTIVITY, "lives and works in Kazakhstan"),  # «проживающим и работающим»
            (A.OWN_WEAPON, "diplomatic mission"),  # «по ходатайствам дипломатических представительств»
        ],
    )
    def test_says_which_part(self, activity: A, words: str) -> None:
        conditions = kz.can(FOREIGNER, activity, on=day("2025-01-10")).conditions
        assert any(words in one.says for one in conditions)

    def test_a_party_is_no_association_to_join(self) -> None:
        """«Кроме политических партий»; the law on parties, 8(2): «членство иностранцев … не допускаются»."""
        assert cited(FOREIGNER, A.JOIN_PARTY, "2025-01-10") == {
            "Law on the legal status of foreigners, art. 12",
            "Law on political parties, art. 8(2)",
        }


class TestNotSettled:
    """Citizens found an association, «по инициативе группы граждан»; adoption by others hangs on state and child."""

    @pytest.mark.parametrize("activity", NOT_SETTLED)
    def test_unclear(self, activity: A) -> None:
        assert [may(FOREIGNER, activity, on) for on in DAYS] == [UNCLEAR] * len(DAYS)


class TestFaith:
    """Law 483-IV, 1(5): missionary activity is that of citizens, «иностранцев, лиц без гражданства»."""

    @pytest.mark.parametrize("activity", [A.RELIGIOUS_ACTIVITY, A.MISSIONARY_ACTIVITY])
    def test_open_to_foreigners(self, activity: A) -> None:
        assert may(FOREIGNER, activity, "2025-01-10") is ALLOWED


class TestExit:
    """Criminal Executive Code 11(1)(5) keeps every convict, «осужденные», in the country, whatever the citizenship."""

    @pytest.mark.parametrize("citizen", [True, False])
    def test_a_convict_stays(self, citizen: bool) -> None:
        convictions = [convicted("274(1)", restriction(years(1), "2021-03-22"))]
        convict = Case(person=kz.Person(label="made up", citizen=citizen), household=(), convictions=convictions)
        days = ("2021-03-22", "2022-03-21", "2022-03-22")
        assert [may(convict, A.LEAVE_COUNTRY, on) for on in days] == [PROHIBITED, PROHIBITED, ALLOWED]

    def test_a_foreigner_at_liberty_leaves(self) -> None:
        assert may(FOREIGNER, A.LEAVE_COUNTRY, "2025-01-10") is ALLOWED
