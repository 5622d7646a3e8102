"""What the words of a ban reach: what they name is forbidden, what they may reach is unclear, the rest is free."""

from __future__ import annotations

import pytest
from tests.law.builders import ban, case, cited, convicted, day, may, restriction, years

import kzrights as kz
from kzrights import Activity as A
from kzrights import Clarified, Permission, Scope
from kzrights.law.acts import CC, CPC
from kzrights.law.scopes import SCOPES

ALLOWED, CONDITIONAL, UNCLEAR, PROHIBITED = Permission
BANNED, FREE = "2023-01-10", "2024-03-15"
"""A day when restriction is served and the ban of three years from 2021-03-15 runs; the first day without it."""


def banned(*scope: Scope, **more: object) -> kz.Case:
    """Return one under no other status but the ban and the record: the crime is not extremist."""
    return case(convicted("274(4)", restriction(years(1), "2021-03-20"), ban(years(3), *scope)), **more)  # type: ignore[arg-type]


class TestArt50WordsOfTheBan:
    """«Запрещение заниматься определенной деятельностью», 50(1): what the verdict's words name, while it runs."""

    @pytest.mark.parametrize(
        ("scope", "activity"),
        [
            (Scope.SOCIAL_MEDIA, A.POST_ON_SOCIAL_MEDIA),
            (Scope.INTERVIEWS, A.GIVE_INTERVIEWS),
            (Scope.ASSEMBLIES, A.ATTEND_ASSEMBLY),
            (Scope.PUBLIC_EVENTS, A.ATTEND_ASSEMBLY),
            (Scope.JOURNALISM, A.JOURNALIST),
            (Scope.PUBLISHING, A.PUBLISH_BOOKS),
            (Scope.TEACHING, A.TEACH_ADULTS),
            (Scope.TEACHING, A.TEACH_MINORS),
            (Scope.RELIGIOUS_ACTIVITY, A.RELIGIOUS_ACTIVITY),
            (Scope.RELIGIOUS_ACTIVITY, A.MISSIONARY_ACTIVITY),
            (Scope.TRADE_UNION_ACTIVITY, A.TRADE_UNION_ACTIVITY),
            (Scope.LEADING_ASSOCIATIONS, A.LEAD_ASSOCIATION),
            (Scope.FOUNDING_ASSOCIATIONS, A.FOUND_ASSOCIATION),
            (Scope.PETITIONS, A.PETITION),
            (Scope.CHARITY, A.DONATE_TO_CHARITY),
            (Scope.VOLUNTEERING, A.VOLUNTEER),
            (Scope.ENTREPRENEURSHIP, A.SOLE_TRADE),
            (Scope.POLITICAL_ACTIVITY, A.JOIN_PARTY),
            (Scope.SOCIO_POLITICAL_ACTIVITY, A.LEAD_ASSOCIATION),
            (Scope.PUBLIC_ACTIVITY, A.LEAD_ASSOCIATION),
            (Scope.WORK_WITH_MINORS, A.TEACH_MINORS),
        ],
    )
    def test_what_the_words_name_is_forbidden_while_it_runs(self, scope: Scope, activity: A) -> None:
        assert may(banned(scope), activity, BANNED) is PROHIBITED
        assert may(banned(scope), activity, FREE) is ALLOWED

    @pytest.mark.parametrize(
        ("scope", "activity"),
        [
            (Scope.PUBLIC_ACTIVITY, A.SPEAK_PUBLICLY),
            (Scope.PUBLIC_ACTIVITY, A.POST_ON_SOCIAL_MEDIA),
            (Scope.PUBLIC_ACTIVITY, A.ATTEND_ASSEMBLY),
            (Scope.SOCIO_POLITICAL_ACTIVITY, A.PUBLISH_BOOKS),
            (Scope.POLITICAL_ACTIVITY, A.GIVE_INTERVIEWS),
            (Scope.ONLINE_EVENTS, A.POST_ON_SOCIAL_MEDIA),
            (Scope.ENTERTAINMENT_EVENTS, A.PERFORM_OR_EXHIBIT),
            (Scope.GRANTS, A.RECEIVE_TRANSFER),
        ],
    )
    def test_what_they_may_reach_is_unclear(self, scope: Scope, activity: A) -> None:
        """No act defines public or socio-political activity: not forbidden, not free."""
        answer = kz.can(banned(scope), activity, on=day(BANNED))
        assert answer.permission is UNCLEAR
        assert answer.missing == ()

    @pytest.mark.parametrize(
        ("scope", "activity"),
        [
            (Scope.PETITIONS, A.SPEAK_PUBLICLY),
            (Scope.SOCIAL_MEDIA, A.PUBLISH_BOOKS),
            (Scope.PUBLIC_ACTIVITY, A.FORMAL_EMPLOYMENT),
            (Scope.PUBLIC_ACTIVITY, A.TEACH_ADULTS),
            (Scope.WORK_WITH_MINORS, A.TEACH_ADULTS),
            (Scope.DRIVING, A.JOURNALIST),
        ],
    )
    def test_the_rest_is_free(self, scope: Scope, activity: A) -> None:
        assert may(banned(scope), activity, BANNED) is ALLOWED

    @pytest.mark.parametrize("scope", Scope)
    def test_each_words_reach_their_row_of_the_table_and_no_more(self, scope: Scope) -> None:
        """Without the words in the table, as with driving, the ban reaches no activity of the catalogue."""
        words = SCOPES[scope]
        reached = {PROHIBITED: set[A](), UNCLEAR: set[A]()}
        person = banned(scope)
        for activity in A:
            for reason in kz.can(person, activity, on=day(BANNED)).reasons:
                if reason.rule.provision == CC / "50(1)":
                    reached[reason.permission].add(activity)
        assert reached == {PROHIBITED: set(words.plainly), UNCLEAR: set(words.arguably)}

    def test_several_words_reach_what_any_of_them_does(self) -> None:
        person = banned(Scope.PETITIONS, Scope.SOCIAL_MEDIA)
        for activity in (A.PETITION, A.POST_ON_SOCIAL_MEDIA):
            assert may(person, activity, BANNED) is PROHIBITED

    def test_unknown_words_leave_it_unclear_and_name_the_fact(self) -> None:
        unknown = kz.ActivityBan(term=years(3))
        person = case(convicted("274(4)", restriction(years(1), "2021-03-20"), unknown))
        answer = kz.can(person, A.PETITION, on=day(BANNED))
        assert answer.permission is UNCLEAR
        assert {ALLOWED, PROHIBITED} <= set(answer.outcomes)
        assert [fact.path for fact in answer.missing] == ["convictions[0].punishments[1].scope"]


class TestCpc476CourtClarifies:
    """The court that sentenced resolves «сомнения и неясности», CPC 476(17): its answer settles the words."""

    @staticmethod
    def asked(said: Clarified, *activities: A) -> kz.Case:
        event = kz.CourtClarification(on=day("2021-06-01"), activities=activities, said=said)
        return banned(Scope.PUBLIC_ACTIVITY, events=[event])

    def test_forbidden(self) -> None:
        person = self.asked(Clarified.FORBIDDEN, A.SPEAK_PUBLICLY)
        assert may(person, A.SPEAK_PUBLICLY, BANNED) is PROHIBITED
        assert may(person, A.POST_ON_SOCIAL_MEDIA, BANNED) is UNCLEAR

    def test_allowed(self) -> None:
        person = self.asked(Clarified.ALLOWED, A.SPEAK_PUBLICLY)
        assert may(person, A.SPEAK_PUBLICLY, BANNED) is ALLOWED
        assert may(person, A.POST_ON_SOCIAL_MEDIA, BANNED) is UNCLEAR

    def test_forbids_beyond_the_words(self) -> None:
        assert may(self.asked(Clarified.FORBIDDEN, A.TEACH_ADULTS), A.TEACH_ADULTS, BANNED) is PROHIBITED

    @pytest.mark.parametrize("activity", A)
    def test_it_may_forbid_anything(self, activity: A) -> None:
        person = self.asked(Clarified.FORBIDDEN, activity)
        assert may(person, activity, BANNED) is PROHIBITED
        assert CPC / "476(17)" in cited(person, activity, BANNED)

    def test_ends_with_the_ban(self) -> None:
        assert may(self.asked(Clarified.FORBIDDEN, A.TEACH_ADULTS), A.TEACH_ADULTS, FREE) is ALLOWED

    def test_no_answer_settles_nothing(self) -> None:
        assert may(self.asked(Clarified.NO_ANSWER, A.SPEAK_PUBLICLY), A.SPEAK_PUBLICLY, BANNED) is UNCLEAR
