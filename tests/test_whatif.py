"""Facts changed: each change does what it says and leaves the rest alone, or says why it does not fit."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.law.builders import (
    EXTREMIST_MINOR,
    EXTREMIST_SERIOUS,
    ORDINARY_SERIOUS,
    ban,
    ban_for_life,
    case,
    convicted,
    day,
    may,
    months,
    offence,
    on_the_list,
    prison,
    record_end,
    released,
    restriction,
    years,
)

import kzrights as kz
from kzrights import Activity, CaseError, Permission, StatusKind
from kzrights.changes import says

ATYRAU = kz.example("atyrau-2016")
TWO = case(
    convicted(EXTREMIST_MINOR, restriction(years(1)), ban(years(3)), in_force="2018-03-15", committed="2017-01-15"),
    convicted(ORDINARY_SERIOUS, prison(years(5)), in_force="2020-03-15", id="c2"),
    events=[released("2024-03-15", conviction="c2"), kz.RecordLifted(on=day("2022-01-01"), conviction="c1")],
    listings=[kz.Listing(listed=day("2018-04-01"), conviction="c1")],
)
SECRET = "Xenophon Quux"


def refused(of: kz.Case, change: Any) -> str:
    """Return what is said against a change."""
    with pytest.raises(CaseError) as caught:
        kz.whatif(of, change)
    return str(caught.value)


class TestWhatif:
    def test_nothing_changed_is_the_same_case(self) -> None:
        """Without a change there is no difference."""
        assert kz.whatif(ATYRAU) == ATYRAU

    def test_the_case_itself_stays_as_it_is(self) -> None:
        """A change gives another case and leaves the one it was asked of alone."""
        before = kz.dumps(ATYRAU)
        assert kz.whatif(ATYRAU, kz.Parole(on=day("2019-01-01"))) != ATYRAU
        assert kz.dumps(ATYRAU) == before

    def test_the_result_is_a_case_like_any_other(self) -> None:
        """It can be written to a file and read again."""
        changed = kz.whatif(ATYRAU, kz.Parole(on=day("2019-01-01")), kz.Delisted(on=day("2020-01-01")))
        assert type(changed) is kz.Case
        assert kz.loads(kz.dumps(changed)) == changed

    def test_the_order_does_not_matter(self) -> None:
        """Changes of different facts give one case, whichever is named first."""
        changes = (
            kz.Delisted(on=day("2022-01-01")),
            kz.HouseholdMember(relation=kz.Relation.CHILD),
            kz.Parole(on=day("2021-01-01"), conviction="c2"),
            kz.Without("events[1]"),
            kz.Supplied("events[0].on", day("2023-01-01")),
            kz.SentenceReplaced(by=prison(years(3)), conviction="c2"),
        )
        assert kz.whatif(TWO, *changes) == kz.whatif(TWO, *reversed(changes))

    def test_of_two_of_one_kind_the_last_holds(self) -> None:
        """Two changes of the same fact are made one after the other."""
        first, last = kz.InForce(on=day("2017-02-01")), kz.InForce(on=day("2017-03-01"))
        assert kz.whatif(ATYRAU, first, last) == kz.whatif(ATYRAU, last)

    def test_a_contradiction_is_refused_with_what_was_changed(self) -> None:
        """Facts that cannot be true together are no case; the message says which change led there."""
        said = refused(ATYRAU, kz.Parole(on=day("2014-01-01")))
        assert "events[0].on: expected a day not before the verdict is in force" in said
        assert "(once changed: parole on 2014-01-01)" in said

    def test_changes_are_judged_together(self) -> None:
        """What would contradict itself half way is fine where the next change sets it right."""
        changes = (kz.InForce(on=day("2021-06-01")), kz.Without("events[0]"))
        assert kz.whatif(ATYRAU, *changes).convictions[0].in_force == day("2021-06-01")

    def test_what_is_no_change_is_refused(self) -> None:
        """Only changes and facts are taken, and nothing of what came is quoted."""
        with pytest.raises(TypeError, match="expected a change or a fact, got str") as caught:
            kz.whatif(ATYRAU, SECRET)  # type: ignore[arg-type]
        assert SECRET not in str(caught.value)

    def test_changes_are_frozen_values(self) -> None:
        """Two changes with the same content are equal; none can be altered."""
        one = kz.Parole(on=day("2019-01-01"))
        assert one == kz.Parole(on=day("2019-01-01"))
        assert len({one, kz.Parole(on=day("2019-01-01"))}) == 1
        with pytest.raises(AttributeError):
            one.on = day("2020-01-01")  # type: ignore[misc]


class TestParole:
    def test_in_place_of_the_first_release(self) -> None:
        """Who was released at the end of the term would have been released earlier, on parole."""
        release = kz.whatif(ATYRAU, kz.Parole(on=day("2019-01-01"))).events[0]
        assert release == kz.Release(on=day("2019-01-01"), ground=kz.ReleaseGround.PAROLE, conviction="c1")

    def test_of_one_who_has_not_been_released(self) -> None:
        """Without a release in the file, parole is added as one."""
        prisoner = case(convicted(ORDINARY_SERIOUS, prison(years(5))))
        (release,) = kz.whatif(prisoner, kz.Parole(on=day("2024-01-01"))).events
        assert isinstance(release, kz.Release)
        assert release.ground is kz.ReleaseGround.PAROLE

    def test_on_another_day_keeps_what_was_ordered(self) -> None:
        """Parole that there was keeps its duties and its term."""
        parole = released("2024-01-01", kz.ReleaseGround.PAROLE, duties=[kz.Duty.NIGHT_CURFEW], term=months(8))
        paroled = case(convicted(ORDINARY_SERIOUS, prison(years(5))), events=[parole])
        (release,) = kz.whatif(paroled, kz.Parole(on=day("2023-01-01"))).events
        assert release == attrs.evolve(parole, on=day("2023-01-01"))

    def test_who_may_be_paroled(self) -> None:
        """Criminal Code 72: parole is from imprisonment or restriction of freedom, not from a fine."""
        fined = case(convicted(ORDINARY_SERIOUS, kz.Fine()))
        assert "expected a conviction to imprisonment or restriction" in refused(fined, kz.Parole(on=day("2022-01-01")))

    def test_of_which_conviction(self) -> None:
        """Where two punishments may end on parole, one must be named."""
        said = refused(TWO, kz.Parole(on=day("2021-01-01")))
        assert "parole.conviction: expected the id of one of the convictions" in said
        assert "(c1, c2), got none" in said
        assert "expected the id of a conviction (c1, c2), got 'c9'" in refused(
            TWO, kz.Parole(on=day("2021-01-01"), conviction="c9")
        )


class TestDelisted:
    def test_a_listing_of_the_file(self) -> None:
        """The entry ends on the day, and what it closed is open from then on."""
        changed = kz.whatif(on_the_list(), kz.Delisted(on=day("2020-01-01")))
        assert [may(changed, Activity.SEND_TRANSFER, on) for on in ("2019-12-31", "2020-01-01")] == [
            Permission.PROHIBITED,
            Permission.ALLOWED,
        ]

    def test_a_listing_that_is_presumed(self) -> None:
        """Where the file says nothing, the listing the law presumes is stated, and then ends on the day."""
        changed = kz.whatif(ATYRAU, kz.Delisted(on=day("2020-01-01")))
        assert changed.listings == (kz.Listing(listed=day("2017-01-20"), delisted=day("2020-01-01"), conviction="c1"),)

    def test_other_presumed_listings_stay(self) -> None:
        """Taking a person off on one ground leaves the other ground as it was presumed."""
        two = case(
            convicted(
                EXTREMIST_MINOR, restriction(years(1), "2018-03-20"), in_force="2018-03-15", committed="2017-01-15"
            ),
            convicted(EXTREMIST_SERIOUS, prison(years(5)), in_force="2020-03-15", id="c2"),
        )
        changed = kz.whatif(two, kz.Delisted(on=day("2019-01-01"), conviction="c1"))
        first, second = changed.listings or ()
        assert (first.delisted, second.listed) == (day("2019-01-01"), day("2020-03-15"))
        assert "expected one listing that it ends, got 2" in refused(two, kz.Delisted(on=day("2019-01-01")))

    def test_a_presumed_listing_that_may_never_end(self) -> None:
        """A record that outlasts the calendar leaves the entry open."""
        two = case(
            convicted(EXTREMIST_MINOR, restriction(years(1)), in_force="2018-03-15", committed="2017-01-15"),
            convicted(EXTREMIST_SERIOUS, kz.LifeImprisonment(), in_force="2020-03-15", id="c2"),
        )
        changed = kz.whatif(two, kz.Delisted(on=day("2019-01-01"), conviction="c1"))
        assert [one.delisted for one in changed.listings or ()] == [day("2019-01-01"), None]

    def test_a_presumed_listing_whose_day_is_not_certain(self) -> None:
        """The day stays as far as it is known."""
        fined = case(convicted(EXTREMIST_MINOR, kz.Fine(), in_force="2021-01-01..2021-01-31"))
        (listing,) = kz.whatif(fined, kz.Delisted(on=day("2022-01-01"))).listings or ()
        assert listing.listed == kz.Between(day("2021-01-01"), day("2021-01-31"))

    def test_who_is_not_listed(self) -> None:
        """Nobody is taken off a list on which they never were."""
        assert "expected one listing that it ends, got none" in refused(case(), kz.Delisted(on=day("2020-01-01")))
        assert "got none" in refused(TWO, kz.Delisted(on=day("2020-01-01"), conviction="c2"))


class TestBanShortened:
    def test_the_term(self) -> None:
        """The ban ends two years earlier, and so does the record that runs from the end of all punishment."""
        changed = kz.whatif(ATYRAU, kz.BanShortened(to=years(1)))
        ends = [kz.timeline(one).statuses for one in (ATYRAU, changed)]
        days = [next(one for one in found if one.kind is StatusKind.ACTIVITY_BAN).until.exact for found in ends]
        assert days == [day("2024-02-04"), day("2022-02-04")]
        assert [record_end(one) for one in (ATYRAU, changed)] == ["2030-02-04", "2028-02-04"]

    def test_a_ban_for_life(self) -> None:
        """A ban for life becomes one for a term."""
        for_life = case(convicted(ORDINARY_SERIOUS, prison(years(5)), ban_for_life()))
        (_, shorter) = kz.whatif(for_life, kz.BanShortened(to=years(2))).convictions[0].punishments
        assert shorter == ban(years(2))

    def test_of_the_only_conviction_with_one(self) -> None:
        """The conviction need not be named where one alone has a ban."""
        changed = kz.whatif(TWO, kz.BanShortened(to=years(2)))
        assert changed.convictions[0].punishments[1] == ban(years(2))

    def test_not_longer(self) -> None:
        """What shortens does not lengthen."""
        assert "expected at most the term of the ban, 3 years, got 4 years" in refused(
            ATYRAU, kz.BanShortened(to=years(4))
        )

    @pytest.mark.parametrize("term", [months(11), years(11)])
    def test_within_what_the_code_allows(self, term: kz.Term) -> None:
        """Criminal Code 50(2): a ban is for 1 to 10 years."""
        with pytest.raises(ValueError, match="to: expected 1 year to 10 years"):
            kz.BanShortened(to=term)

    def test_who_has_no_ban(self) -> None:
        """Without a ban there is none to shorten; of two in one verdict none is chosen by guess."""
        assert "expected a conviction with a ban in the case, found none" in refused(
            case(convicted(ORDINARY_SERIOUS, prison(years(5)))), kz.BanShortened(to=years(1))
        )
        assert "expected a conviction with a ban, got 'c2'" in refused(
            TWO, kz.BanShortened(to=years(1), conviction="c2")
        )
        both = case(convicted(ORDINARY_SERIOUS, prison(years(5)), ban(years(3)), ban(years(2))))
        assert "expected one ban in the verdict, got 2" in refused(both, kz.BanShortened(to=years(1)))


class TestNotConvictedOf:
    def test_one_article_of_several(self) -> None:
        """Atyrau without article 174: no extremist crime, so nobody is presumed to be listed."""
        changed = kz.whatif(ATYRAU, kz.NotConvictedOf("174(2)"))
        assert [one.article for one in changed.convictions[0].offences] == ["274(4)", "400"]
        assert StatusKind.LISTED not in {one.kind for one in kz.timeline(changed).statuses}

    def test_the_only_article(self) -> None:
        """Without an article there is no conviction, nor its events, nor the listing on its ground."""
        changed = kz.whatif(TWO, kz.NotConvictedOf(EXTREMIST_MINOR))
        assert [one.id for one in changed.convictions] == ["c2"]
        assert [type(one) for one in changed.events] == [kz.Release]
        assert changed.listings == ()

    def test_the_last_conviction_takes_supervision_along(self) -> None:
        """A court supervises who was convicted; without any conviction there is nobody to supervise."""
        articles = [kz.NotConvictedOf(article) for article in ("174(2)", "274(4)", "400")]
        changed = kz.whatif(ATYRAU, *articles)
        assert (changed.convictions, changed.events) == ((), ())
        assert kz.whatif(ATYRAU, *reversed(articles)) == changed

    def test_listings_on_other_grounds_stay(self) -> None:
        """What the Prosecutor General listed does not fall with a verdict."""
        both = attrs.evolve(TWO, listings=(*(TWO.listings or ()), *(on_the_list().listings or ())))
        assert kz.whatif(both, kz.NotConvictedOf(EXTREMIST_MINOR)).listings == on_the_list().listings

    def test_a_prosecution_that_ended_in_the_verdict(self) -> None:
        """It took place all the same; how it ended is then not known."""
        ended = kz.Prosecution(from_=day("2018-01-01"), to=day("2018-03-15"), ended=kz.ProsecutionEnd.VERDICT)
        tried = case(
            convicted(EXTREMIST_MINOR, kz.Fine(), in_force="2018-03-15", committed="2017-01-15"), measures=[ended]
        )
        (measure,) = kz.whatif(tried, kz.NotConvictedOf(EXTREMIST_MINOR)).measures
        assert measure == attrs.evolve(ended, ended=None)

    def test_parole_revoked_for_it_was_not(self) -> None:
        """Where a later verdict took up an earlier punishment, that revocation falls with it."""
        both = attrs.evolve(
            TWO,
            convictions=[
                convicted(ORDINARY_SERIOUS, prison(years(5)), in_force="2019-03-15", committed="2018-01-15"),
                convicted("400", prison(years(1)), in_force="2022-03-15", committed="2021-01-15", id="c2"),
            ],
            events=[
                released("2021-01-01", kz.ReleaseGround.PAROLE, conviction="c1"),
                kz.ParoleRevoked(on=day("2022-03-15"), conviction="c1", joined="c2"),
            ],
            listings=(),
        )
        assert [type(one) for one in kz.whatif(both, kz.NotConvictedOf("400")).events] == [kz.Release]

    def test_a_requalification_of_it_falls_too(self) -> None:
        """What was never in the verdict cannot have been moved to another article."""
        verdict = convicted((offence("174(2)"), offence("400")), prison(years(3)))
        moved = [kz.Requalified(on=day("2022-01-01"), article="174(2)", to="174(1)")]
        changed = kz.whatif(case(verdict, events=moved), kz.NotConvictedOf("174(2)"))
        assert changed.events == ()
        assert kz.whatif(case(verdict, events=moved), kz.NotConvictedOf("400")).events == tuple(moved)

    def test_an_article_that_is_not_there(self) -> None:
        """The message names the articles there are."""
        assert "for article 175(2) (there are 174(2), 274(4), 400)" in refused(ATYRAU, kz.NotConvictedOf("175(2)"))

    def test_of_which_conviction(self) -> None:
        """Of two verdicts for one article, one must be named."""
        twice = case(
            convicted("400", kz.Fine(), in_force="2018-03-15", committed="2017-01-15"),
            convicted("400", kz.Fine(), in_force="2022-03-15", committed="2021-01-15", id="c2"),
        )
        assert "(c1, c2), got none" in refused(twice, kz.NotConvictedOf("400"))
        assert [one.id for one in kz.whatif(twice, kz.NotConvictedOf("400", conviction="c1")).convictions] == ["c2"]


class TestSentenceReplaced:
    def test_by_a_milder_one(self) -> None:
        """The ban and the fine beside it stay; the release from the old punishment falls, supervision stays."""
        milder = restriction(years(1))
        changed = kz.whatif(ATYRAU, kz.SentenceReplaced(by=milder))
        assert changed.convictions[0].punishments == (milder, *ATYRAU.convictions[0].punishments[1:])
        assert [type(one) for one in changed.events] == [kz.Supervision, kz.SupervisionExtended]

    def test_with_its_own_release(self) -> None:
        """An event that belongs to the new punishment may be given beside it, in any order."""
        replaced, release = kz.SentenceReplaced(by=prison(years(3))), released("2019-06-01", conviction="c1")
        for changes in ((replaced, release), (release, replaced)):
            assert release in kz.whatif(ATYRAU, *changes).events

    @pytest.mark.parametrize(
        ("old", "done"),
        [
            (kz.Fine(), kz.FinePaid(on=day("2022-01-01"))),
            (kz.CommunityService(hours=100), kz.CommunityServiceDone(on=day("2022-01-01"))),
        ],
    )
    def test_what_was_fulfilled_falls_with_it(self, old: kz.Punishment, done: kz.Event) -> None:
        """A fine that was not imposed was not paid; one beside the main punishment was."""
        by = kz.SentenceReplaced(by=restriction(years(1)))
        assert kz.whatif(case(convicted("400", old), events=[done]), by).events == ()
        beside = case(convicted("400", prison(years(1)), old), events=[done])
        assert kz.whatif(beside, by).events == (done,)

    def test_where_there_was_none(self) -> None:
        """A verdict without a punishment gets one."""
        changed = kz.whatif(case(convicted("400")), kz.SentenceReplaced(by=kz.Fine()))
        assert changed.convictions[0].punishments == (kz.Fine(),)

    def test_only_a_main_punishment(self) -> None:
        """Criminal Code 40(3): a ban stands beside a main punishment, not alone."""
        with pytest.raises(TypeError, match="by: expected a main punishment, got ActivityBan"):
            kz.SentenceReplaced(by=ban(years(1)))  # type: ignore[arg-type]


class TestFactsAdded:
    def test_a_member_of_the_household(self) -> None:
        """Another child raises the cap by one minimum wage."""
        child = kz.HouseholdMember(relation=kz.Relation.CHILD, born=day("2020-01-01"), own_income=False)
        amounts = [kz.cap(one, on=day("2025-06-01")).amount for one in (ATYRAU, kz.whatif(ATYRAU, child))]
        assert amounts == [kz.Tenge(85_000), kz.Tenge(170_000)]

    def test_a_member_of_an_unknown_household(self) -> None:
        """One member more of nobody knows how many would make the household look known; so it is refused."""
        unknown = attrs.evolve(ATYRAU, household=None)
        child = kz.HouseholdMember(relation=kz.Relation.CHILD)
        assert "household: expected a household that is known" in refused(unknown, child)
        assert kz.whatif(unknown, kz.Supplied("household", []), child).household == (child,)

    @pytest.mark.parametrize(
        ("fact", "where"),
        [
            (kz.Pardon(on=day("2020-01-01")), "events"),
            (kz.Quashed(on=day("2020-01-01"), outcome=kz.Outcome.ACQUITTED), "events"),
            (kz.RecordLifted(on=day("2023-01-01")), "events"),
            (kz.Listing(listed=day("2017-03-01"), conviction="c1"), "listings"),
            (kz.Custody(kind=kz.CustodyKind.DETENTION, from_=day("2016-01-01"), to=day("2016-01-05")), "custody"),
            (kz.ExitRestriction(from_=day("2022-01-01")), "measures"),
        ],
        ids=lambda one: type(one).__name__,
    )
    def test_any_other_fact(self, fact: Any, where: str) -> None:
        """An event, an entry on the list, custody and a measure stand last in their list."""
        assert getattr(kz.whatif(ATYRAU, fact), where)[-1] == fact

    def test_another_conviction(self) -> None:
        """Events that left out the only conviction still belong to it when there are two."""
        first = case(
            convicted(EXTREMIST_MINOR, prison(years(1)), in_force="2018-03-15", committed="2017-01-15"),
            events=[released("2019-03-15")],
            listings=[kz.Listing(listed=day("2018-04-01"))],
            measures=[kz.Prosecution(from_=day("2018-01-01"), to=day("2018-03-15"), ended=kz.ProsecutionEnd.VERDICT)],
        )
        changed = kz.whatif(first, convicted("400", kz.Fine(), id="c2"))
        assert [one.conviction for one in (*changed.events, *(changed.listings or ()), *changed.measures)] == ["c1"] * 3  # type: ignore[union-attr]

    def test_an_event_of_no_conviction(self) -> None:
        """It must be told to which of two it belongs."""
        assert "expected the id of one of the convictions (c1, c2)" in refused(TWO, kz.Pardon(on=day("2021-01-01")))


class TestPaths:
    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("convictions[0].in_force", day("2017-03-01")),
            ("convictions[0].punishments[0].term", years(4)),
            ("custody[0].from", day("2016-05-16")),
            ("events[1].restrictions", (kz.Duty.NIGHT_CURFEW,)),
            ("person.sex", kz.Sex.MALE),
            ("listings", ()),
            ("events[0]", kz.Release(on=day("2021-02-01"), ground=kz.ReleaseGround.SERVED)),
        ],
    )
    def test_supplied(self, path: str, value: object) -> None:
        """A fact is set where the case file has it, and comes back from there."""
        changed: Any = kz.whatif(ATYRAU, kz.Supplied(path, value))
        for name in path.replace("]", "").replace("from", "from_").split("."):
            key, _, at = name.partition("[")
            changed = getattr(changed, key)[int(at)] if at else getattr(changed, key)
        assert changed == value

    def test_a_missing_fact_is_supplied_where_the_answer_names_it(self) -> None:
        """The path of a missing fact is the path of the change that settles it."""
        open_ = kz.example("almaty-2020")
        answer = kz.can(open_, "organise_assembly", on=day("2025-09-15"))
        (missing,) = answer.missing
        settled = kz.whatif(open_, kz.Supplied(missing.path, day("2020-09-10")))
        assert kz.can(settled, "organise_assembly", on=day("2025-09-15")).permission is not Permission.UNCLEAR

    @pytest.mark.parametrize(
        ("path", "value", "said"),
        [
            ("convictions[0].in_forces", 1, 'no such key as in_forces; did you mean "in_force"?'),
            ("convictions[3].in_force", 1, "a place below 1 in convictions, got 3"),
            ("convictions.in_force", 1, "a place in the list, got none"),
            ("convictions[0].in_force.day", 1, "got nothing there at in_force"),
            ("person[0].sex", 1, "got nothing there at person"),
            ("events[9]", 1, "a place below 3 in events, got 9"),
            ("convictions[0].in_force", "soon", "convictions[0].in_force: expected a pendulum.Date, got str 'soon'"),
            ("convictions[0].punishments[1].term", years(11), "expected 1 year to 10 years, got 11 years"),
            ("convictions", 1, "convictions: expected another value"),
            ("convictions[0].offences", [], "expected at least one"),
        ],
    )
    def test_what_cannot_be_supplied(self, path: str, value: object, said: str) -> None:
        """A path that leads nowhere and a value that does not fit are told with the path."""
        assert said in refused(ATYRAU, kz.Supplied(path, value))

    @pytest.mark.parametrize("path", [SECRET, "", "a..b", "events[x]", "Events[0]", "events[0", 7])
    def test_what_is_no_path(self, path: Any) -> None:
        """A text of another form is refused and not quoted: it may be a name."""
        with pytest.raises(ValueError, match="path: expected a path such as") as caught:
            kz.Without(path)
        assert "Quux" not in str(caught.value)

    def test_places_are_those_of_the_case_that_is_given(self) -> None:
        """Taking away the first does not make the second the first for the next change."""
        changed = kz.whatif(ATYRAU, kz.Without("events[1]"), kz.Without("events[2]"))
        assert changed.events == ATYRAU.events[:1]

    def test_without_the_value_of_a_key(self) -> None:
        """What a case may be without is then not known."""
        assert kz.whatif(ATYRAU, kz.Without("convictions[0].in_force")).convictions[0].in_force is None
        assert kz.whatif(ATYRAU, kz.Without("household")).household is None

    def test_without_a_conviction(self) -> None:
        """What hangs on it goes with it."""
        assert kz.whatif(TWO, kz.Without("convictions[0]")) == kz.whatif(TWO, kz.NotConvictedOf(EXTREMIST_MINOR))

    def test_what_every_case_has(self) -> None:
        """A verdict has a day, known or not; it cannot be left out."""
        assert "expected a fact that a case may be without" in refused(ATYRAU, kz.Without("convictions[0].verdict"))


class TestPrivacy:
    @pytest.mark.parametrize(
        "change",
        [
            kz.Supplied("person.label", SECRET),
            kz.Supplied("convictions[0].punishments[1].wording", SECRET),
            kz.Supplied("sources[0].title", SECRET),
        ],
        ids=lambda one: one.path,
    )
    def test_a_private_text_is_never_shown(self, change: kz.Supplied) -> None:
        """Neither the change nor what is said of it shows a text that may hold a name."""
        assert SECRET not in repr(change) + str(change) + says(change)
        assert SECRET not in repr(kz.whatif(ATYRAU, change))

    @pytest.mark.parametrize("path", ["person.label", "person.born", "convictions[0].punishments[1].wording"])
    def test_nor_is_a_value_that_does_not_fit(self, path: str) -> None:
        """The refusal of a private value does not quote it."""
        wrong: Any = [SECRET] if path != "person.born" else SECRET
        assert "Quux" not in refused(ATYRAU, kz.Supplied(path, wrong))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (kz.Parole(on=day("2019-01-01"), conviction="c1"), "parole on 2019-01-01 (c1)"),
        (kz.BanShortened(to=years(1)), "ban shortened to 1 year"),
        (kz.NotConvictedOf("174(2)"), "not convicted of 174(2)"),
        (kz.SentenceReplaced(by=restriction(years(1))), "sentence replaced by restricted freedom of 1 year"),
        (kz.SentenceReplaced(by=kz.Fine()), "sentence replaced by fine"),
        (kz.Supplied("household", ()), "supplied household"),
        (kz.Without("events[0]"), "without events[0]"),
        (kz.HouseholdMember(relation=kz.Relation.CHILD), "household member added"),
        (kz.RecordLifted(on=day("2019-01-01")), "record lifted on 2019-01-01"),
        (kz.Listing(listed=day("2019-01-01")), "listing on 2019-01-01"),
    ],
)
def test_changes_in_words(change: Any, words: str) -> None:
    """A change names itself by what it does."""
    assert says(change) == words
