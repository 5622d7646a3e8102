"""The words a case file may use where it must choose one; the values are what files carry."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of the case file; prints as the file spells it."""


class Sex(Word):
    """Of the person, where exemptions or ages depend on it."""

    MALE = "male"
    FEMALE = "female"


class Relation(Word):
    """What a member of the household is to the person."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SPOUSES_PARENT = "spouses_parent"
    OTHER = "other"


class CustodyKind(Word):
    """How liberty was taken before the verdict was in force."""

    DETENTION = "detention"
    HOUSE_ARREST = "house_arrest"
    ADMINISTRATIVE_ARREST = "administrative_arrest"


class Form(Word):
    """The form of guilt."""

    INTENTIONAL = "intentional"
    NEGLIGENT = "negligent"


class Security(Word):
    """The regime of the prison (Criminal Code 46(5))."""

    MINIMUM = "minimum"
    MEDIUM = "medium"
    MAXIMUM = "maximum"
    EXTREME = "extreme"
    FULL = "full"


class Scope(Word):
    """What a ban under Criminal Code 50 covers, in the words verdicts use."""

    PUBLIC_ACTIVITY = "public_activity"
    SOCIO_POLITICAL_ACTIVITY = "socio_political_activity"
    POLITICAL_ACTIVITY = "political_activity"
    JOURNALISM = "journalism"
    PUBLISHING = "publishing"
    INTERVIEWS = "interviews"
    SOCIAL_MEDIA = "social_media"
    ASSEMBLIES = "assemblies"
    PUBLIC_EVENTS = "public_events"
    ONLINE_EVENTS = "online_events"
    ENTERTAINMENT_EVENTS = "entertainment_events"
    TEACHING = "teaching"
    RELIGIOUS_ACTIVITY = "religious_activity"
    TRADE_UNION_ACTIVITY = "trade_union_activity"
    LEADING_ASSOCIATIONS = "leading_associations"
    FOUNDING_ASSOCIATIONS = "founding_associations"
    PETITIONS = "petitions"
    GRANTS = "grants"
    CHARITY = "charity"
    VOLUNTEERING = "volunteering"
    PUBLIC_OFFICE = "public_office"
    ENTREPRENEURSHIP = "entrepreneurship"
    LEGAL_PRACTICE = "legal_practice"
    WORK_WITH_MINORS = "work_with_minors"
    DRIVING = "driving"
    FINANCIAL_MANAGEMENT = "financial_management"


class Duty(Word):
    """A duty a court, police or probation service laid on the person beside those set by law."""

    NIGHT_CURFEW = "night_curfew"
    STAY_IN_DISTRICT = "stay_in_district"
    AVOID_PLACES = "avoid_places"
    REGISTRATION = "registration"
    NO_CONTACT_WITH_MINORS = "no_contact_with_minors"
    NO_ALCOHOL = "no_alcohol"
    NO_PUBLIC_DISCUSSION = "no_public_discussion"


class MeasureDuty(Word):
    """A duty laid on a suspect or accused beside a measure that leaves liberty (Criminal Procedure Code 140(3))."""

    APPEAR = "appear"
    STAY_AT_RESIDENCE = "stay_at_residence"
    NOTIFY_OF_MOVES = "notify_of_moves"
    NO_CONTACT = "no_contact"
    AVOID_PLACES = "avoid_places"
    TREATMENT = "treatment"
    ELECTRONIC_TRACKING = "electronic_tracking"


class Property(Word):
    """What may be put under arrest before the verdict."""

    REAL_ESTATE = "real_estate"
    VEHICLE = "vehicle"
    MONEY = "money"
    SECURITIES = "securities"
    OTHER = "other"


class ProsecutionEnd(Word):
    """How a prosecution ended.

    ``rehabilitating``: acquittal, or an end for want of an event or of the elements of an offence (Criminal
    Procedure Code 35(1)(1)-(2)); ``non_rehabilitating``: release from liability under 35(1)(3), (4), (9), (10),
    (12) or 36; ``verdict``: a verdict of guilt in force.
    """

    VERDICT = "verdict"
    REHABILITATING = "rehabilitating"
    NON_REHABILITATING = "non_rehabilitating"


class ReleaseGround(Word):
    """Why imprisonment ended."""

    SERVED = "served"
    PAROLE = "parole"
    REPLACED = "replaced"
    ILLNESS = "illness"
    AMNESTY = "amnesty"
    PARDON = "pardon"
    QUASHED = "quashed"


class Remainder(Word):
    """What took the place of the unserved rest of a punishment."""

    RESTRICTED_FREEDOM = "restricted_freedom"
    FINE = "fine"
    COMMUNITY_SERVICE = "community_service"
    CORRECTIVE_WORK = "corrective_work"


class Relief(Word):
    """What an amnesty or a pardon gave."""

    MAIN_PUNISHMENT = "main_punishment"
    ACTIVITY_BAN = "activity_ban"
    CRIMINAL_RECORD = "criminal_record"


class Outcome(Word):
    """What became of a verdict that was quashed."""

    ACQUITTED = "acquitted"
    TERMINATED = "terminated"
    REMANDED = "remanded"
    REQUALIFIED = "requalified"


class Clarified(Word):
    """What the court said when asked whether a ban covers an activity."""

    FORBIDDEN = "forbidden"
    ALLOWED = "allowed"
    NO_ANSWER = "no_answer"


class ListingGround(Word):
    """Why a person is on the financing list (Law 191-IV, art. 12(4))."""

    CONVICTION = "conviction"
    PROSECUTOR_GENERAL = "prosecutor_general"
    UNITED_NATIONS = "united_nations"
    FOREIGN = "foreign"


class HouseArrestBecame(Word):
    """What replaced house arrest before the verdict was in force."""

    DETENTION = "detention"
    RELEASED = "released"
