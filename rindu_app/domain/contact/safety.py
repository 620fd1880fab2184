"""Safe contact as a rule (RR-05): an outgoing message that breaks it does not leave."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from rindu_app.models import SafeContact
from rindu_app.words.codes import ContactWay


@dataclass(frozen=True)
class ContactRule:
    """When and how a person may be reached. Empty days mean every day; no hours mean any hour. `refused`: she no longer lets us."""

    ways: frozenset[str]
    days: frozenset[int]
    hour_from: int | None
    hour_to: int | None
    refused: bool = False

    @classmethod
    def of(cls, contact: SafeContact, *, refused: bool = False) -> "ContactRule":
        hours = (contact.hour_from, contact.hour_to)
        return cls(frozenset(contact.ways), frozenset(contact.days), *hours, refused)


def why_unsafe(rule: ContactRule, way: ContactWay, moment: datetime, timezone: str) -> str | None:
    """The code of the reason not to reach out now, or None. Days and hours are those of the person's place.

    Writing HERE is never unsafe: it waits until she comes back by herself.
    """
    if way is ContactWay.HERE:
        return None
    if rule.refused:
        return "contact_refused"
    if ContactWay.NONE in rule.ways or way not in rule.ways:
        return "not_safe_way"
    local = moment.astimezone(ZoneInfo(timezone))
    if rule.days and local.isoweekday() not in rule.days:
        return "not_safe_day"
    if (
        rule.hour_from is not None
        and rule.hour_to is not None
        and not rule.hour_from <= local.hour < rule.hour_to
    ):
        return "not_safe_hour"
    return None
