"""Questions the law leaves open, each with the defensible answers; the first is the default."""

from __future__ import annotations

from typing import Final

from kzrights.law.rules import Choice, Reading

READINGS: Final = (
    Reading(
        name="ban_start",
        question="From which day does a ban beside imprisonment count?",
        choices=(
            Choice(
                name="release",
                says="from the day imprisonment is served, that is, from release",
                source="Criminal Code 50(4); reports of atyrau-2016 count three years from the day of release",
            ),
            Choice(
                name="registration",
                says="from registration with the probation service, within five days of arrival after release",
                source="Criminal Executive Code 73(1), 165(9): served and registered",
            ),
        ),
    ),
    Reading(
        name="ban_start_on_parole",
        question="After parole, does a ban count from release or from the end of the unserved rest?",
        choices=(
            Choice(
                name="release",
                says="from release: the institution no longer executes the punishment",
                source="Criminal Code 79(4) treats release as the end of the main punishment",
            ),
            Choice(
                name="end_of_rest",
                says="from the end of the unserved rest: only then is the punishment served",
                source="Criminal Code 50(4): counted from the moment it is served",
            ),
        ),
    ),
    Reading(
        name="replaced_punishment",
        question="Imprisonment was replaced by a milder punishment: from when do the ban and the record count?",
        choices=(
            Choice(
                name="milder_served",
                says="from the day the milder punishment is served",
                source="Criminal Code 50(4), 79(5): after the main punishment is served",
            ),
            Choice(
                name="release",
                says="from the day imprisonment was replaced",
                source="Criminal Code 79(4): from release, on the term actually served",
            ),
        ),
    ),
    Reading(
        name="ban_after_revocation",
        question="A conditional sentence or parole is revoked after a ban had begun to count: does that time count?",
        choices=(
            Choice(
                name="from_serving",
                says="no: the ban counts anew from the day imprisonment is served",
                source="Criminal Code 50(4): beside imprisonment it counts from the moment that is served",
            ),
            Choice(
                name="what_ran_counts",
                says="yes: what had run of it before is taken off",
                source="no rule of Criminal Code 50, 64 or 72(7) takes away what has run",
            ),
        ),
    ),
    Reading(
        name="ban_after_lifted_suspension",
        question="A court cancels a conditional sentence for good conduct and lifts the record: does a ban go on?",
        choices=(
            Choice(
                name="goes_on",
                says="yes: only the conditional sentence and the record are named",
                source="Criminal Code 64(1); 72(1) and 73(1) name release from the additional punishment where meant",
            ),
            Choice(
                name="ends",
                says="no: with the record all consequences of the conviction end",
                source="Criminal Code 79(9): lifting annuls all but the limits of a lifelong additional punishment",
            ),
        ),
    ),
    Reading(
        name="half_day_of_credit",
        question="Credit for custody comes out at a broken number of days: does the half day count?",
        choices=(
            Choice(
                name="dropped",
                says="a half day is not counted",
                source="the release of atyrau-2016 on 4 February 2021 follows only so (custody from 1 June 2016)",
            ),
            Choice(
                name="counted",
                says="a half day is counted as a day, in the convict's favour",
                source="no rule on rounding was found in Criminal Code 62",
            ),
        ),
    ),
    Reading(
        name="record_of_suspended_sentence",
        question="A conditional sentence with a ban that outlasts probation control: when does the record end?",
        choices=(
            Choice(
                name="ban_served",
                says="when the ban is served too",
                source="Criminal Code 79(5): after the main and the additional punishment",
            ),
            Choice(
                name="probation_over",
                says="when probation control ends",
                source="Criminal Code 79(3)(1): on the end of probation control",
            ),
        ),
    ),
    Reading(
        name="record_after_illness",
        question="Released for illness: is there still a record?",
        choices=(
            Choice(
                name="counts_from_release",
                says="yes, it counts from release",
                source="Criminal Code 79(4): early release",
            ),
            Choice(
                name="none",
                says="no: a person released from punishment has no record",
                source="Criminal Code 79(2)",
            ),
        ),
    ),
    Reading(
        name="supervision_of_2026",
        question="Whom does supervision under the law in force from 2 March 2026 reach at the change-over?",
        choices=(
            Choice(
                name="released_since",
                says="those released from imprisonment from that day on",
                source="Law on prevention of offences 64(2), 85 (no transitional rule); Criminal Code 6(3)",
            ),
            Choice(
                name="everyone",
                says="those released before too, while 3, 6 or 8 years from serving have not passed",
                source="Law on prevention of offences 64(2) says everyone sentenced to imprisonment; "
                "Criminal Executive Code 2(2): the law in force at execution applies",
            ),
        ),
    ),
    Reading(
        name="cap_counts_the_person",
        question="The cap is set per member of the family: does the listed person count as one?",
        choices=(
            Choice(
                name="counted",
                says="yes: the person and each member",
                source="Law 191-IV 12(8) gives the allowance for the person's own living first",
            ),
            Choice(
                name="members_only",
                says="no: only the members of the family",
                source="the note to Law 191-IV 12 lists the family without the person",
            ),
        ),
    ),
    Reading(
        name="subsistence_minimum_2020",
        question="Which subsistence minimum capped withdrawals from April to 14 November 2020?",
        choices=(
            Choice(
                name="decree",
                says="the one revised on 1 April 2020",
                source="Decree of 08.04.2020 No 299",
            ),
            Choice(
                name="budget_law",
                says="the one of the budget law, to which Law 191-IV 12(8) refers by name",
                source="Law of 04.12.2019 No 276-VI",
            ),
        ),
    ),
)
