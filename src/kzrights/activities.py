"""The catalogue of things a person may want to do."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kzrights.errors import UnknownName

_FIELDS: Final = {
    "movement": "leave_home_at_night leave_district leave_country change_residence emigrate",
    "money": (
        "open_bank_account use_bank_account receive_wages receive_pension_or_benefit receive_child_support "
        "send_transfer receive_transfer take_loan repay_earlier_loan exchange_currency buy_vehicle_insurance "
        "receive_insurance_payout use_notary trade_real_estate register_vehicle send_postal_money_order "
        "send_parcel pay_taxes_and_utilities use_state_services trade_securities gamble"
    ),
    "work": (
        "formal_employment sole_trade found_company civil_service law_enforcement_service judge prosecutor "
        "advocate notary private_bailiff teach_minors teach_adults chief_editor journalist bank_management "
        "security_guard"
    ),
    "politics": "vote stand_for_president stand_for_parliament stand_for_maslikhat stand_for_akim join_party",
    "civic": (
        "organise_assembly attend_assembly speak_publicly give_interviews post_on_social_media publish_books "
        "perform_or_exhibit volunteer donate_to_charity join_association found_association lead_association "
        "register_ngo religious_activity missionary_activity trade_union_activity petition"
    ),
    "family": "guard_or_adopt_child own_weapon",
}


class Activity(StrEnum):
    """Something a person may want to do; the value is its id."""

    LEAVE_HOME_AT_NIGHT = "leave_home_at_night"
    LEAVE_DISTRICT = "leave_district"
    LEAVE_COUNTRY = "leave_country"
    CHANGE_RESIDENCE = "change_residence"
    EMIGRATE = "emigrate"
    OPEN_BANK_ACCOUNT = "open_bank_account"
    USE_BANK_ACCOUNT = "use_bank_account"
    RECEIVE_WAGES = "receive_wages"
    RECEIVE_PENSION_OR_BENEFIT = "receive_pension_or_benefit"
    RECEIVE_CHILD_SUPPORT = "receive_child_support"
    SEND_TRANSFER = "send_transfer"
    RECEIVE_TRANSFER = "receive_transfer"
    TAKE_LOAN = "take_loan"
    REPAY_EARLIER_LOAN = "repay_earlier_loan"
    EXCHANGE_CURRENCY = "exchange_currency"
    BUY_VEHICLE_INSURANCE = "buy_vehicle_insurance"
    RECEIVE_INSURANCE_PAYOUT = "receive_insurance_payout"
    USE_NOTARY = "use_notary"
    TRADE_REAL_ESTATE = "trade_real_estate"
    REGISTER_VEHICLE = "register_vehicle"
    SEND_POSTAL_MONEY_ORDER = "send_postal_money_order"
    SEND_PARCEL = "send_parcel"
    PAY_TAXES_AND_UTILITIES = "pay_taxes_and_utilities"
    USE_STATE_SERVICES = "use_state_services"
    TRADE_SECURITIES = "trade_securities"
    GAMBLE = "gamble"
    FORMAL_EMPLOYMENT = "formal_employment"
    SOLE_TRADE = "sole_trade"
    FOUND_COMPANY = "found_company"
    CIVIL_SERVICE = "civil_service"
    LAW_ENFORCEMENT_SERVICE = "law_enforcement_service"
    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    ADVOCATE = "advocate"
    NOTARY = "notary"
    PRIVATE_BAILIFF = "private_bailiff"
    TEACH_MINORS = "teach_minors"
    TEACH_ADULTS = "teach_adults"
    CHIEF_EDITOR = "chief_editor"
    JOURNALIST = "journalist"
    BANK_MANAGEMENT = "bank_management"
    SECURITY_GUARD = "security_guard"
    VOTE = "vote"
    STAND_FOR_PRESIDENT = "stand_for_president"
    STAND_FOR_PARLIAMENT = "stand_for_parliament"
    STAND_FOR_MASLIKHAT = "stand_for_maslikhat"
    STAND_FOR_AKIM = "stand_for_akim"
    JOIN_PARTY = "join_party"
    ORGANISE_ASSEMBLY = "organise_assembly"
    ATTEND_ASSEMBLY = "attend_assembly"
    SPEAK_PUBLICLY = "speak_publicly"
    GIVE_INTERVIEWS = "give_interviews"
    POST_ON_SOCIAL_MEDIA = "post_on_social_media"
    PUBLISH_BOOKS = "publish_books"
    PERFORM_OR_EXHIBIT = "perform_or_exhibit"
    VOLUNTEER = "volunteer"
    DONATE_TO_CHARITY = "donate_to_charity"
    JOIN_ASSOCIATION = "join_association"
    FOUND_ASSOCIATION = "found_association"
    LEAD_ASSOCIATION = "lead_association"
    REGISTER_NGO = "register_ngo"
    RELIGIOUS_ACTIVITY = "religious_activity"
    MISSIONARY_ACTIVITY = "missionary_activity"
    TRADE_UNION_ACTIVITY = "trade_union_activity"
    PETITION = "petition"
    GUARD_OR_ADOPT_CHILD = "guard_or_adopt_child"
    OWN_WEAPON = "own_weapon"

    @property
    def field(self) -> str:
        """The field of life it belongs to: movement, money, work, politics, civic or family."""
        return _FIELD_OF[self.value]

    @property
    def label(self) -> str:
        """The id in words, such as ``"open bank account"``."""
        return str(self.value).replace("_", " ")

    @classmethod
    def named(cls, name: str) -> Activity:
        """Return the activity with the id ``name``.

        Raises:
            UnknownName: with the nearest ids.
        """
        try:
            return cls(name)
        except ValueError:
            import difflib

            near = difflib.get_close_matches(name, [str(activity) for activity in cls], n=3)
            hint = f"; did you mean {', '.join(near)}?" if near else "; see `kzrights activities`"
            raise UnknownName(f"activity: nothing is called {name!r}{hint}") from None


FIELDS: Final = tuple(_FIELDS)
"""The fields of life, in the order of the catalogue."""

_FIELD_OF: Final = {name: kind for kind, names in _FIELDS.items() for name in names.split()}


def in_field(*fields: str) -> tuple[Activity, ...]:
    """Return the activities of the given fields of life."""
    return tuple(activity for activity in Activity if activity.field in fields)


OF_ORGANISATIONS: Final = (
    Activity.JOIN_ASSOCIATION,
    Activity.JOIN_PARTY,
    Activity.LEAD_ASSOCIATION,
    Activity.FOUND_ASSOCIATION,
    Activity.RELIGIOUS_ACTIVITY,
    Activity.MISSIONARY_ACTIVITY,
)
"""Activities in an organisation, which a ban of that organisation turns into an offence."""
