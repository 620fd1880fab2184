"""The questions to a client about the help she got, in her words."""

from rindu_app.words.codes import Question

QUESTIONS: dict[Question, str] = {
    Question.RESPECTED: "Apakah Anda merasa dihormati?",
    Question.SAFE: "Apakah Anda merasa aman selama dibantu?",
    Question.RIGHTS: "Apakah hak dan pilihan Anda dijelaskan sampai Anda paham?",
    Question.NEEDS: "Apakah Anda mendapat yang Anda butuhkan?",
    Question.AGAIN: "Bila perlu, apakah Anda mau datang lagi?",
}
# From 1 to 4.
SCALE = ("Tidak", "Kurang", "Cukup", "Ya")
SCALES: dict[Question, tuple[str, ...]] = {Question.AGAIN: ("Tidak", "Mungkin tidak", "Mungkin", "Ya")}
BEST = len(SCALE)
# What says that she does not want to answer.
SKIP = "skip"


def scale_of(question: Question) -> tuple[str, ...]:
    return SCALES.get(question, SCALE)
