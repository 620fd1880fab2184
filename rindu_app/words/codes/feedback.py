"""What clients say about the help they got."""

from enum import StrEnum


class Question(StrEnum):
    """What is asked. The values are also columns of `ClientFeedback`."""

    RESPECTED = "respected"
    SAFE = "safe"
    RIGHTS = "rights"
    NEEDS = "needs"
    AGAIN = "again"


class Help(StrEnum):
    """The kind of help an answer is about, so broad that it names nobody."""

    COUNSELLING = "counselling"
    LEGAL = "legal"
    SHELTER = "shelter"
    OTHER = "other"
    SEVERAL = "several"
