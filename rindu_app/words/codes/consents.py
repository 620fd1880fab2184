"""Consents and exceptions (3.11, 3.12)."""

from enum import StrEnum


class ConsentGiver(StrEnum):
    """Who gave a consent (3.11)."""

    SELF = "self"
    PARENT = "parent"
    GUARDIAN = "guardian"
    ACCOMPANIER = "accompanier"


class SharedField(StrEnum):
    """What a partner may be told of a person, piece by piece (RR-13): only what her consent names."""

    NAME = "name"
    PHONE = "phone"
    AGE = "age"
    AREA = "area"
    ADDRESS = "address"
    SUMMARY = "summary"
    NEEDS = "needs"
    RISK = "risk"


class Assent(StrEnum):
    """What the person herself said where somebody else consented (3.12): a child is always asked in her own words."""

    YES = "yes"
    NO = "no"
    CANNOT = "cannot"


class ConsentLanguage(StrEnum):
    """In which language a consent was explained."""

    INDONESIAN = "indonesian"
    LOCAL = "local"
    SIGN = "sign"
    PICTURES = "pictures"
    OTHER = "other"


class EvidenceKind(StrEnum):
    """How a consent was given (3.11)."""

    SIGNATURE = "signature"
    THUMB = "thumb"
    VOICE = "voice"
    WITNESS = "witness"
    WRITTEN = "written"


class ExceptionGround(StrEnum):
    """When something may be done without consent (3.11, UU 27/2022 Pasal 20)."""

    LIFE = "life"
    LAW = "law"
    COURT = "court"
    CHILD_INTEREST = "child_interest"
