"""Each bar by the rule that makes it, where several stand on the same days and hide one another in the answer."""

from __future__ import annotations

import pytest
from tests.law.builders import case, convicted, day, imprisoned, offence, on_the_list, statuses, suspended, years

import kzrights as kz
from kzrights import Activity as A
from kzrights import Permission
from kzrights.exclusion import delisting
from kzrights.facts import ListingGround, MeasureDuty, ProsecutionEnd
from kzrights.facts.measures import POSTS

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
FOREIGNER = kz.Case(person=kz.Person(label="made up", citizen=False), household=())
ELECTED = (A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT)

RESTRAINTS = ((kz.PersonalSurety, "personal_surety"), (kz.Bail, "bail"))
DUTIES = (
    *((MeasureDuty.STAY_AT_RESIDENCE, "stay_at_residence", one) for one in (A.LEAVE_DISTRICT, A.LEAVE_COUNTRY)),
    (MeasureDuty.STAY_AT_RESIDENCE, "stay_at_residence", A.CHANGE_RESIDENCE),
    (MeasureDuty.NOTIFY_OF_MOVES, "notify_of_moves", A.CHANGE_RESIDENCE),
)


def ruled(of: kz.Case, activity: A, on: str) -> dict[str, Permission]:
    """Return the rules an answer names, each with what it makes of the activity by itself."""
    return {reason.rule.name: reason.permission for reason in kz.can(of, activity, on=day(on)).reasons}


def standing(of: kz.Case, activity: A, rule: str, *days: str) -> list[bool]:
    return [rule in ruled(of, activity, on) for on in days]


class TestForeigners:
    """Elections 4(1)-(2), law on foreigners 19 and Constitution of 2026 35(2) each keep elections to citizens."""

    @pytest.mark.parametrize("activity", [A.VOTE, *ELECTED, A.STAND_FOR_AKIM])
    def test_the_law_on_foreigners(self, activity: A) -> None:
        assert standing(FOREIGNER, activity, "foreigners_neither_elect_nor_are_elected", "2016-01-01") == [True]

    @pytest.mark.parametrize(
        ("activity", "rule"), [(A.VOTE, "citizens_elect"), *((one, "citizens_are_elected") for one in ELECTED)]
    )
    def test_the_law_on_elections(self, activity: A, rule: str) -> None:
        assert standing(FOREIGNER, activity, rule, "2014-12-31", "2015-01-01") == [False, True]

    @pytest.mark.parametrize("activity", [A.VOTE, *ELECTED, A.STAND_FOR_AKIM])
    def test_the_constitution(self, activity: A) -> None:
        rule = "constitution_keeps_elections_to_citizens"
        assert standing(FOREIGNER, activity, rule, "2026-06-30", "2026-07-01") == [False, True]

    def test_charters_of_associations(self) -> None:
        """Law on associations 11 beside law on foreigners 12."""
        rules = ruled(FOREIGNER, A.JOIN_ASSOCIATION, "2024-01-01")
        assert rules["charters_admit_foreign_members"] is CONDITIONAL
        assert rules["resident_foreigners_join_associations"] is CONDITIONAL


class TestCorruption:
    """Criminal Code 3(29): for ever, whole articles for certain, parts by their point perhaps."""

    @staticmethod
    def after(article: str) -> kz.Case:
        crime = offence(article, "2015-01-15", form=kz.Form.INTENTIONAL, max_imprisonment=5)
        return imprisoned(crime, "2015-03-10", "2015-09-10")

    @pytest.mark.parametrize("article", [361, *range(364, 371), 450, 452])
    def test_articles_named_whole(self, article: int) -> None:
        convict = self.after(f"{article}(1)")
        assert ruled(convict, A.STAND_FOR_PARLIAMENT, "2040-01-01")["corruption_bars_candidates"] is PROHIBITED

    @pytest.mark.parametrize(
        "part",
        [
            *("189(3)", "189(4)", "190(3)", "190(4)", "215(2)", "216(2)", "217(3)", "218(3)", "218-1(4)", "234(3)"),
            *("249(3)", "307(3)", "362(4)", "451(2)"),
        ],
    )
    def test_parts_named_by_a_point(self, part: str) -> None:
        """Unclear for certain: which point it was is in no file."""
        answer = kz.can(self.after(part), A.STAND_FOR_PARLIAMENT, on=day("2040-01-01"))
        assert answer.outcomes == (UNCLEAR,)

    POSTS = (
        *(("candidates", activity, "2015-03-10", None) for activity in ELECTED),
        ("candidates_for_akim", A.STAND_FOR_AKIM, "2021-06-05", None),
        *(("elected", activity, "2026-07-01", None) for activity in (*ELECTED, A.STAND_FOR_AKIM)),
        ("civil_service_1999", A.CIVIL_SERVICE, "2015-03-10", "2016-01-01"),
        ("civil_service_2015", A.CIVIL_SERVICE, "2016-01-01", "2026-07-01"),
        ("civil_service", A.CIVIL_SERVICE, "2026-07-01", None),
    )

    @pytest.mark.parametrize(
        ("article", "rule", "permission"),
        [("366(1)", "corruption_bars", PROHIBITED), ("189(3)", "corruption_may_bar", UNCLEAR)],
    )
    @pytest.mark.parametrize(("what", "activity", "first", "end"), POSTS)
    def test_on_both_sides(
        self, what: str, activity: A, first: str, end: str | None, article: str, rule: str, permission: Permission
    ) -> None:
        convict, name = self.after(article), f"{rule}_{what}"
        before = str(day(first).subtract(days=1))
        assert standing(convict, activity, name, before, first) == [False, True]
        assert ruled(convict, activity, first)[name] is permission
        last = str(day(end).subtract(days=1)) if end else "2045-01-01"
        assert standing(convict, activity, name, last, end or "2045-01-02") == [True, end is None]

    def test_that_of_1999_outlasts_the_record_too(self) -> None:
        """A misdemeanour leaves a record that ends as it begins; the bar stays."""
        for article, rule in (("366(1)", "corruption_bars"), ("189(3)", "corruption_may_bar")):
            deed = offence(article, "2015-01-15", form=kz.Form.INTENTIONAL, max_imprisonment=0)
            convict = case(convicted(deed, kz.Fine(), in_force="2015-03-10"))
            assert standing(convict, A.CIVIL_SERVICE, f"{rule}_civil_service_1999", "2015-12-31") == [True]


class TestReleaseWithoutRehabilitation:
    """Civil service 2015 16(3)(9), (11) and 2026 21(2)(14)-(18); advocates 1997 7(2) and 2018: by the crime."""

    @staticmethod
    def released(last: str, years: int, form: kz.Form = kz.Form.INTENTIONAL) -> kz.Case:
        crime = kz.Offence(article="999", committed=day("2015-01-15"), form=form, max_imprisonment=years)
        prosecution = kz.Prosecution(
            from_=day("2015-01-20"), to=day(last), offences=[crime], ended=ProsecutionEnd.NON_REHABILITATING
        )
        return case(measures=[prosecution])

    @pytest.mark.parametrize(
        ("form", "most", "certain"),
        [
            (kz.Form.INTENTIONAL, 5, True),
            (None, 5, False),
            (kz.Form.NEGLIGENT, 5, None),
            (kz.Form.INTENTIONAL, 0, None),
        ],
    )
    def test_advocates_by_intent(self, form: kz.Form | None, most: int, certain: bool | None) -> None:
        """Law of 1997 7(2): for an intentional crime; perhaps, where the form of guilt is not known."""
        crime = kz.Offence(article="999", committed=day("2015-01-15"), form=form, max_imprisonment=most)
        prosecution = kz.Prosecution(
            from_=day("2015-01-20"), to=day("2015-02-10"), offences=[crime], ended=ProsecutionEnd.NON_REHABILITATING
        )
        reasons = kz.can(case(measures=[prosecution]), A.ADVOCATE, on=day("2016-01-01")).reasons
        found = {one.rule.name: one.certain for one in reasons}
        assert found.get("release_bars_advocates_1997") is certain

    @pytest.mark.parametrize(
        ("last", "years", "rule", "first", "end"),
        [
            ("2015-02-10", 5, "release_for_lesser_offences_bars_civil_service_2015", "2016-01-01", "2018-02-10"),
            ("2015-02-10", 7, "release_for_grave_crimes_bars_civil_service_2015", "2016-01-01", "2026-07-01"),
            ("2025-02-10", 0, "release_for_misdemeanours_bars_civil_service", "2026-07-01", "2028-02-10"),
            ("2025-02-10", 2, "release_for_minor_crimes_bars_civil_service", "2026-07-01", "2030-02-10"),
            ("2025-02-10", 5, "release_for_medium_crimes_bars_civil_service", "2026-07-01", "2033-02-10"),
            ("2025-02-10", 7, "release_for_grave_crimes_bars_civil_service", "2026-07-01", None),
            ("2025-02-10", 5, "release_for_medium_crimes_may_bar_civil_service_for_ever", "2026-07-01", None),
        ],
    )
    def test_civil_service(self, last: str, years: int, rule: str, first: str, end: str | None) -> None:
        person, before = self.released(last, years), str(day(first).subtract(days=1))
        assert standing(person, A.CIVIL_SERVICE, rule, before, first) == [False, True]
        after = [str(day(end).subtract(days=1)), end] if end else ["2045-01-01", "2045-01-02"]
        assert standing(person, A.CIVIL_SERVICE, rule, *after) == [True, end is None]

    @pytest.mark.parametrize(
        ("years", "rule"),
        [
            (7, "release_for_lesser_offences_bars_civil_service_2015"),
            (5, "release_for_grave_crimes_bars_civil_service_2015"),
        ],
    )
    def test_only_for_crimes_of_that_gravity_in_2015(self, years: int, rule: str) -> None:
        assert standing(self.released("2016-02-10", years), A.CIVIL_SERVICE, rule, "2017-01-01") == [False]

    @pytest.mark.parametrize("years", [2, 5, 7])
    def test_misdemeanours_alone(self, years: int) -> None:
        person = self.released("2025-02-10", years)
        rule = "release_for_misdemeanours_bars_civil_service"
        assert standing(person, A.CIVIL_SERVICE, rule, "2026-07-01") == [False]
        served = "release_for_misdemeanours_bars_from_law_enforcement"
        assert standing(person, A.LAW_ENFORCEMENT_SERVICE, served, "2026-07-01") == [False]

    def test_advocates(self) -> None:
        """Intentional crimes alone until the law of 2018, then any; three years under both."""
        old, new = "release_bars_advocates_1997", "release_bars_advocates"
        days = ("2018-07-04", "2018-07-05")
        meant = self.released("2017-02-10", 5)
        careless = self.released("2017-02-10", 5, kz.Form.NEGLIGENT)
        assert standing(meant, A.ADVOCATE, old, *days) == [True, False]
        assert standing(careless, A.ADVOCATE, old, *days) == [False, False]
        assert standing(meant, A.ADVOCATE, new, *days) == standing(careless, A.ADVOCATE, new, *days) == [False, True]
        assert standing(self.released("2015-02-10", 5), A.ADVOCATE, old, "2018-02-09", "2018-02-10") == [True, False]
        assert standing(self.released("2017-02-10", 0), A.ADVOCATE, old, "2018-01-01") == [False]

    def test_an_advocate_accused_of_a_misdemeanour_goes_on(self) -> None:
        deed = kz.Offence(article="999", committed=day("2024-01-15"), form=kz.Form.INTENTIONAL, max_imprisonment=0)
        prosecution = kz.Prosecution(from_=day("2024-02-01"), accused=day("2024-03-01"), offences=[deed])
        person = case(measures=[prosecution])
        assert standing(person, A.ADVOCATE, "accused_advocates_are_suspended", "2024-06-01") == [False]


class TestMediumCrimesOf2026:
    """Civil service 2026 21(2)(16): eight years for certain, for ever perhaps."""

    def test_the_doubt_begins_with_the_law(self) -> None:
        convict = imprisoned("274(1)", "2021-03-10", "2022-03-10")
        medium = imprisoned(offence("999", max_imprisonment=5, form=kz.Form.INTENTIONAL), "2021-03-10", "2022-03-10")
        rule = "medium_crimes_may_bar_civil_service_for_ever"
        assert standing(medium, A.CIVIL_SERVICE, rule, "2026-06-30", "2026-07-01") == [False, True]
        assert standing(convict, A.CIVIL_SERVICE, "corruption_bars_civil_service", "2026-07-01") == [False]


class TestMeasures:
    """Criminal Procedure Code 140(3), 158: each duty on each activity, each post by name."""

    @pytest.mark.parametrize("post", POSTS)
    def test_every_post(self, post: A) -> None:
        named = case(measures=[kz.SuspensionFromOffice(from_=day("2024-03-01"), posts=[post])])
        assert ruled(named, post, "2024-06-01")["suspended_from_the_post"] is CONDITIONAL
        unnamed = case(measures=[kz.SuspensionFromOffice(from_=day("2024-03-01"))])
        assert "suspended_from_a_post_not_stated" in ruled(unnamed, post, "2024-06-01")

    @pytest.mark.parametrize(
        ("kind", "name", "duty", "rule", "activity"),
        [
            *((kind, name, *duty) for kind, name in RESTRAINTS for duty in DUTIES),
            (kz.UndertakingNotToLeave, "undertaking_not_to_leave", *DUTIES[-1]),
        ],
    )
    def test_every_duty(self, kind: type, name: str, duty: MeasureDuty, rule: str, activity: A) -> None:
        ordered = case(measures=[kind(from_=day("2024-03-01"), duties=[duty])])
        free = case(measures=[kind(from_=day("2024-03-01"), duties=[MeasureDuty.AVOID_PLACES])])
        assert standing(ordered, activity, f"{rule}_beside_{name}", "2024-06-01") == [True]
        assert standing(free, activity, f"{rule}_beside_{name}", "2024-06-01") == [False]


class TestTheList:
    """Law 191-IV 12(5), 13: which ways and deadlines stand from which day, whatever the entry."""

    @staticmethod
    def names(ground: ListingGround, on: str) -> set[str]:
        listed = kz.Listing(listed=day("2015-04-01"), ground=ground)
        (entry,) = delisting(case(listings=[listed]), on=day(on)).entries
        return {step.rule.name for step in (*entry.ways, *entry.deadlines)}

    @pytest.mark.parametrize(
        ("ground", "rule", "first"),
        [
            (ListingGround.UNITED_NATIONS, "off_the_international_list", "2016-02-06"),
            (ListingGround.FOREIGN, "off_the_international_list", "2016-02-06"),
            (ListingGround.PROSECUTOR_GENERAL, "off_the_prosecutors_list", "2016-02-06"),
            (ListingGround.PROSECUTOR_GENERAL, "wages_in_three_days", "2016-02-06"),
            (ListingGround.PROSECUTOR_GENERAL, "wages_in_a_day", "2020-11-15"),
            (ListingGround.FOREIGN, "freeze_at_a_foreign_request", "2020-11-15"),
        ],
    )
    def test_first_day(self, ground: ListingGround, rule: str, first: str) -> None:
        days = (str(day(first).subtract(days=1)), first)
        assert [rule in self.names(ground, on) for on in days] == [False, True]

    @pytest.mark.parametrize("rule", ["conviction_annulled", "record_ended", "no_ground", "death"])
    def test_first_day_for_a_convict(self, rule: str) -> None:
        convict = imprisoned("405(1)", "2015-03-10", "2015-09-10", committed="2015-01-15")
        dead = kz.Death(on=day("2020-01-01"))
        person = kz.Case(
            person=convict.person,
            household=(),
            convictions=convict.convictions,
            events=(*convict.events, dead),
            listings=[kz.Listing(listed=day("2015-04-01"), conviction="c1")],
        )
        found = []
        for on in ("2016-02-05", "2016-02-06"):
            (entry,) = delisting(person, on=day(on)).entries
            found.append(rule in {step.rule.name for step in entry.ways})
        assert found == [False, True]


class TestReview:
    """Criminal Procedure Code 484-485: what was read of cassation begins with 2016."""

    def test_first_day(self) -> None:
        convict = imprisoned("405(1)", "2015-03-10", "2015-09-10", committed="2015-01-15")
        found = [
            "cassation_by_the_supreme_court" in {step.rule.name for step in one.ways}
            for on in ("2015-12-31", "2016-01-01")
            for one in kz.rehabilitation(convict, on=day(on)).convictions
        ]
        assert found == [False, True]


@pytest.mark.parametrize(("in_force", "act"), [("2015-12-31", "Labour Code of 2007"), ("2016-01-01", "Labour Code")])
def test_work_with_minors_is_closed_by_the_code_of_the_day(in_force: str, act: str) -> None:
    """Labour Code of 2007 26(3) for verdicts in force before 2016, of 2015 26(2)(3) from then on."""
    convict = imprisoned("174(1)", in_force, "2017-03-10", committed="2015-01-15")
    (status,) = statuses(convict, kz.StatusKind.WORK_WITH_MINORS_BAR)
    assert status.rule.provision.act.name == act


class TestSupervisionOf2026:
    """Law 245-VIII stands since 2026-03-02; what begins a day earlier begins under the law of 1996, or not at all."""

    def test_an_order_of_the_last_day_of_the_old_law(self) -> None:
        order = kz.Supervision(on=day("2026-03-01"), term=kz.Term(years=1), restrictions=())
        person = case(*CONVICT.convictions, events=[*CONVICT.events, order])
        (status,) = statuses(person, kz.StatusKind.ADMINISTRATIVE_SUPERVISION)
        assert status.rule.name == "supervision_1996"

    def test_under_the_other_reading_it_begins_with_the_law(self) -> None:
        law = kz.LAW.reading(supervision_of_2026="everyone")
        (status,) = statuses(CONVICT, kz.StatusKind.ADMINISTRATIVE_SUPERVISION, law)
        assert str(status.period.start.earliest) == "2026-03-02"


CONVICT = imprisoned("405(1)", "2021-03-10", "2024-03-10")


@pytest.mark.parametrize(
    ("committed", "rule"),
    [("2025-09-15", "record_after_prison_for_serious_2015"), ("2025-09-16", "record_after_prison_for_serious")],
)
def test_a_serious_crime_leaves_its_record_by_the_edition_of_its_day(committed: str, rule: str) -> None:
    """Criminal Code 79(3)(4), both editions: six years where it is not against life or health."""
    convict = imprisoned("405(1)", "2026-01-10", "2026-03-10", committed=committed)
    (status,) = statuses(convict, kz.StatusKind.CRIMINAL_RECORD)
    assert status.rule.name == rule


def test_family_counts_from_the_first_day_of_the_cap() -> None:
    """Law 191-IV 12(8) since 2016-02-06: a share for each member of the family who lives with the person."""
    child = kz.HouseholdMember(relation=kz.Relation.CHILD, born=day("2010-01-01"), own_income=False, cohabiting=True)
    person = kz.Case(
        person=kz.Person(label="made up"),
        household=[child],
        listings=[kz.Listing(listed=day("2015-04-01"), ground=ListingGround.PROSECUTOR_GENERAL)],
    )
    assert [kz.cap(person, on=day(on)).members for on in ("2016-02-05", "2016-02-06")] == [(1, 1), (2, 2)]


def test_a_ban_covers_only_what_its_words_name() -> None:
    """Criminal Code 50(1): a ban on driving is none on public activity."""
    driving = kz.ActivityBan(term=kz.Term(years=3), scope=[kz.Scope.DRIVING])
    public = kz.ActivityBan(term=kz.Term(years=3), scope=[kz.Scope.PUBLIC_ACTIVITY])
    found = [
        standing(
            imprisoned("274(1)", "2021-03-10", "2022-03-10", ban), activity, "ban_covers_public_activity", "2021-06-01"
        )
        for ban in (driving, public)
        for activity in (A.FOUND_ASSOCIATION, A.LEAD_ASSOCIATION, A.REGISTER_NGO)
    ]
    assert found == [*[[False]] * 3, *[[True]] * 3]


@pytest.mark.parametrize("activity", [A.VOTE, A.OWN_WEAPON])
def test_an_answer_considers_the_norms_that_name_the_activity(activity: A) -> None:
    considered = kz.can(case(), activity, on=day("2022-06-01")).considered
    assert considered
    assert all(activity in rule.activities for rule in considered)


def test_an_act_without_a_number_in_the_state_database_is_searched_for() -> None:
    """The Constitution of 2026 has none that was read; every other address names an edition's page."""
    assert kz.LAW.rule("constitution_keeps_elections_to_citizens").address == "https://adilet.zan.kz/rus/search/docs"
    assert kz.LAW.rule("citizens_elect").address.startswith("https://zan.gov.kz/client/#!/doc/")


@pytest.mark.parametrize(
    ("of", "activity", "on", "rule"),
    [
        (
            imprisoned("405(1)", "2024-03-10", "2027-03-10"),
            A.VOTE,
            "2026-08-01",
            "constitution_bars_prisoners_from_voting",
        ),
        (
            case(measures=[kz.Prosecution(from_=day("2022-05-01"), offences=[offence("274(1)", "2022-01-15")])]),
            A.OWN_WEAPON,
            "2022-06-01",
            "suspicion_may_suspend_weapon_permits",
        ),
        (FOREIGNER, A.JOIN_ASSOCIATION, "2022-06-01", "charters_admit_foreign_members"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_norm_without_exception_applies_for_certain(of: kz.Case, activity: A, on: str, rule: str) -> None:
    """Constitution of 2026 35(3), law on weapons 19(1), law on associations 11: no fact is asked."""
    assert {one.rule.name: one.certain for one in kz.can(of, activity, on=day(on)).reasons}[rule] is True


@pytest.mark.parametrize(
    ("of", "activity", "on"),
    [
        (case(convicted("274(1)", suspended(years(2), "2021-03-20"))), A.ORGANISE_ASSEMBLY, "2021-06-01"),
        (imprisoned("274(1)", "2021-03-10", "2022-03-10"), A.JUDGE, "2030-06-01"),
        (on_the_list(), A.BUY_VEHICLE_INSURANCE, "2016-06-01"),
        (on_the_list(), A.RECEIVE_CHILD_SUPPORT, "2024-06-01"),
        (on_the_list(), A.LEAD_ASSOCIATION, "2024-06-01"),
    ],
    ids=lambda value: str(value) if isinstance(value, A) else "",
)
def test_what_the_text_leaves_open_no_fact_settles(of: kz.Case, activity: A, on: str) -> None:
    """Unclear for certain: whether a conditional sentence is "serving" (333-VI 5(6)(1)), what reputation a judge
    needs (law on judges 29), what the freeze makes of maintenance and of compulsory insurance (191-IV 13(1-1)), and
    whether a change of head is refused (2198 11(4-1)).
    """
    answer = kz.can(of, activity, on=day(on))
    assert answer.outcomes == (UNCLEAR,)
    assert answer.missing == ()


def test_parole_is_for_a_court_to_grant() -> None:
    """Criminal Code 72(1): whoever the court finds not to need the whole term."""
    says = [one.says for one in kz.earliest_parole(imprisoned("274(1)", "2021-03-10", "2022-03-10")).conditions]
    assert "only if a court finds that the whole term need not be served" in says
