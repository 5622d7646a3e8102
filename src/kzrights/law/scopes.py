"""What a ban covers: one pair of rules for each scope, made of the words of :data:`SCOPES` (Criminal Code 50(1))."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from kzrights.activities import Activity as A
from kzrights.facts.vocabulary import Scope
from kzrights.law.acts import CC, CPC
from kzrights.law.rules import Confidence, Guard, Rule, restricts
from kzrights.statuses import Status, StatusKind

BAN = StatusKind.ACTIVITY_BAN


class Words(NamedTuple):
    """The words of a scope: ``plainly`` is what they name, ``arguably`` what they may reach."""

    russian: str
    plainly: tuple[A, ...] = ()
    arguably: tuple[A, ...] = ()
    source: str = "the words of the scope"


SCOPES: Final = {
    Scope.PUBLIC_ACTIVITY: Words(
        "общественная деятельность",
        plainly=(A.FOUND_ASSOCIATION, A.LEAD_ASSOCIATION, A.REGISTER_NGO),
        arguably=(
            A.JOIN_ASSOCIATION,
            A.ORGANISE_ASSEMBLY,
            A.ATTEND_ASSEMBLY,
            A.SPEAK_PUBLICLY,
            A.GIVE_INTERVIEWS,
            A.POST_ON_SOCIAL_MEDIA,
            A.PUBLISH_BOOKS,
            A.PERFORM_OR_EXHIBIT,
            A.VOLUNTEER,
            A.DONATE_TO_CHARITY,
            A.PETITION,
            A.JOIN_PARTY,
            A.STAND_FOR_PRESIDENT,
            A.STAND_FOR_PARLIAMENT,
            A.STAND_FOR_MASLIKHAT,
            A.STAND_FOR_AKIM,
            A.TRADE_UNION_ACTIVITY,
            A.RELIGIOUS_ACTIVITY,
            A.JOURNALIST,
            A.CHIEF_EDITOR,
        ),
        source="no definition in the Criminal Code or the Criminal Executive Code; courts explained it case by case, "
        "once as no services, social networks, press or mass gatherings "
        "(https://bureau.kz/?p=43039&post_type=post)",
    ),
    Scope.SOCIO_POLITICAL_ACTIVITY: Words(
        "общественно-политическая деятельность",
        plainly=(A.JOIN_PARTY, A.FOUND_ASSOCIATION, A.LEAD_ASSOCIATION, A.REGISTER_NGO, A.ORGANISE_ASSEMBLY),
        arguably=(
            A.JOIN_ASSOCIATION,
            A.ATTEND_ASSEMBLY,
            A.SPEAK_PUBLICLY,
            A.GIVE_INTERVIEWS,
            A.POST_ON_SOCIAL_MEDIA,
            A.PUBLISH_BOOKS,
            A.PETITION,
            A.STAND_FOR_PRESIDENT,
            A.STAND_FOR_PARLIAMENT,
            A.STAND_FOR_MASLIKHAT,
            A.STAND_FOR_AKIM,
            A.TRADE_UNION_ACTIVITY,
            A.JOURNALIST,
            A.CHIEF_EDITOR,
        ),
        source='no definition; a court called a book "public political activity" (https://nashernews.com/mamais-tale-a-story-kazakhstan-wont-tell/)',
    ),
    Scope.POLITICAL_ACTIVITY: Words(
        "политическая деятельность",
        plainly=(A.JOIN_PARTY, A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT, A.STAND_FOR_AKIM),
        arguably=(
            A.ORGANISE_ASSEMBLY,
            A.ATTEND_ASSEMBLY,
            A.SPEAK_PUBLICLY,
            A.GIVE_INTERVIEWS,
            A.POST_ON_SOCIAL_MEDIA,
            A.PUBLISH_BOOKS,
            A.PETITION,
            A.JOIN_ASSOCIATION,
            A.FOUND_ASSOCIATION,
            A.LEAD_ASSOCIATION,
        ),
        source="no definition in the acts read",
    ),
    Scope.JOURNALISM: Words(
        "журналистская деятельность",
        plainly=(A.JOURNALIST, A.CHIEF_EDITOR),
        arguably=(A.POST_ON_SOCIAL_MEDIA, A.GIVE_INTERVIEWS, A.PUBLISH_BOOKS),
    ),
    Scope.PUBLISHING: Words(
        "издательская деятельность",
        plainly=(A.PUBLISH_BOOKS,),
        arguably=(A.POST_ON_SOCIAL_MEDIA, A.JOURNALIST, A.CHIEF_EDITOR),
    ),
    Scope.INTERVIEWS: Words("дача интервью", plainly=(A.GIVE_INTERVIEWS,), arguably=(A.SPEAK_PUBLICLY,)),
    Scope.SOCIAL_MEDIA: Words(
        "использование социальных сетей", plainly=(A.POST_ON_SOCIAL_MEDIA,), arguably=(A.GIVE_INTERVIEWS, A.JOURNALIST)
    ),
    Scope.ASSEMBLIES: Words(
        "участие в мирных собраниях", plainly=(A.ORGANISE_ASSEMBLY, A.ATTEND_ASSEMBLY), arguably=(A.SPEAK_PUBLICLY,)
    ),
    Scope.PUBLIC_EVENTS: Words(
        "участие в публичных мероприятиях",
        plainly=(A.ORGANISE_ASSEMBLY, A.ATTEND_ASSEMBLY),
        arguably=(A.SPEAK_PUBLICLY, A.PERFORM_OR_EXHIBIT, A.RELIGIOUS_ACTIVITY),
    ),
    Scope.ONLINE_EVENTS: Words(
        "участие в онлайн-мероприятиях", arguably=(A.POST_ON_SOCIAL_MEDIA, A.GIVE_INTERVIEWS, A.SPEAK_PUBLICLY)
    ),
    Scope.ENTERTAINMENT_EVENTS: Words("участие в развлекательных мероприятиях", arguably=(A.PERFORM_OR_EXHIBIT,)),
    Scope.TEACHING: Words("педагогическая деятельность", plainly=(A.TEACH_MINORS, A.TEACH_ADULTS)),
    Scope.RELIGIOUS_ACTIVITY: Words(
        "религиозная деятельность",
        plainly=(A.RELIGIOUS_ACTIVITY, A.MISSIONARY_ACTIVITY),
        source="the words of the scope; applied to believers (https://bureau.kz/en/?post_type=post&p=53117)",
    ),
    Scope.TRADE_UNION_ACTIVITY: Words(
        "профсоюзная деятельность",
        plainly=(A.TRADE_UNION_ACTIVITY,),
        source="the words of the scope; applied to unionists (https://bureau.kz/en/?post_type=post&p=53117)",
    ),
    Scope.LEADING_ASSOCIATIONS: Words(
        "руководство общественными объединениями",
        plainly=(A.LEAD_ASSOCIATION,),
        arguably=(A.FOUND_ASSOCIATION, A.REGISTER_NGO),
    ),
    Scope.FOUNDING_ASSOCIATIONS: Words(
        "создание общественных объединений",
        plainly=(A.FOUND_ASSOCIATION, A.REGISTER_NGO),
        arguably=(A.LEAD_ASSOCIATION, A.JOIN_ASSOCIATION),
    ),
    Scope.PETITIONS: Words("подача петиций", plainly=(A.PETITION,)),
    Scope.GRANTS: Words("получение грантов", arguably=(A.RECEIVE_TRANSFER,)),
    Scope.CHARITY: Words("благотворительная деятельность", plainly=(A.DONATE_TO_CHARITY,), arguably=(A.VOLUNTEER,)),
    Scope.VOLUNTEERING: Words("волонтерская деятельность", plainly=(A.VOLUNTEER,)),
    Scope.PUBLIC_OFFICE: Words(
        "должности на государственной службе",
        plainly=(A.CIVIL_SERVICE, A.LAW_ENFORCEMENT_SERVICE, A.JUDGE, A.PROSECUTOR),
        arguably=(A.STAND_FOR_PRESIDENT, A.STAND_FOR_PARLIAMENT, A.STAND_FOR_MASLIKHAT, A.STAND_FOR_AKIM),
        source="Criminal Code 50(1) names posts in state service and local self-government",
    ),
    Scope.ENTREPRENEURSHIP: Words("предпринимательская деятельность", plainly=(A.SOLE_TRADE, A.FOUND_COMPANY)),
    Scope.LEGAL_PRACTICE: Words("юридическая практика", plainly=(A.ADVOCATE,), arguably=(A.NOTARY, A.PRIVATE_BAILIFF)),
    Scope.WORK_WITH_MINORS: Words(
        "работа с несовершеннолетними",
        plainly=(A.TEACH_MINORS,),
        arguably=(A.VOLUNTEER, A.GUARD_OR_ADOPT_CHILD),
        source="Criminal Code 50(2)",
    ),
    Scope.DRIVING: Words("управление транспортным средством", source="no activity of the catalogue is meant by it"),
    Scope.FINANCIAL_MANAGEMENT: Words(
        "должности в финансовых организациях",
        plainly=(A.BANK_MANAGEMENT,),
        source="Criminal Code 50(1) names posts in financial organisations",
    ),
}
"""No act defines public or socio-political activity, so what the words do not name stays unclear until a court says
more (Criminal Procedure Code 476(17)).
"""


def _in_scope(scope: Scope, ban: Status) -> Guard:
    """A ban reaches what its scope names; where the file gives no scope, nobody can say what it reaches."""
    return None if ban.traits.scope is None else scope in ban.traits.scope


def _rules(scope: Scope, words: Words) -> Iterator[Rule]:
    said = f"A ban on «{words.russian}»"
    if words.plainly:
        norm = f"{said} covers what its words name."
        yield _rule(scope, norm, words.source, forbids=words.plainly)
    if words.arguably:
        norm = f"{said} may reach this too: no act defines it, and courts explain it case by case."
        yield _rule(scope, norm, words.source, doubts=words.arguably)


def _rule(scope: Scope, norm: str, source: str, forbids: tuple[A, ...] = (), doubts: tuple[A, ...] = ()) -> Rule:
    guard = partial(_in_scope, scope)
    guard.__doc__ = norm
    return restricts(
        BAN,
        CC / "50(1)",
        forbids=forbids,
        doubts=doubts,
        name=f"ban_{'covers' if forbids else 'may_reach'}_{scope}",
        confidence=Confidence.INFERRED,
        source=source,
    )(guard)


TABLE = tuple(rule for scope, words in SCOPES.items() for rule in _rules(scope, words))


@restricts(BAN, CPC / "476(17)", forbids=tuple(A), named=True)
def ban_as_the_court_explained(_: Status) -> bool:
    """The court that passed sentence clears up doubts about a ban; what it called forbidden is."""
    return True
