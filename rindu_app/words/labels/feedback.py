"""What clients say about the help they got, as staff read it."""

from enum import StrEnum

from rindu_app.words.codes import Help, Question

LABELS: dict[type[StrEnum], dict[str, str]] = {
    Question: {
        Question.RESPECTED: "Merasa dihormati",
        Question.SAFE: "Merasa aman",
        Question.RIGHTS: "Paham hak dan pilihannya",
        Question.NEEDS: "Mendapat yang dibutuhkan",
        Question.AGAIN: "Mau datang lagi bila perlu",
    },
    Help: {
        Help.COUNSELLING: "Konseling",
        Help.LEGAL: "Bantuan dan pendampingan hukum",
        Help.SHELTER: "Penampungan sementara",
        Help.OTHER: "Layanan lain",
        Help.SEVERAL: "Beberapa layanan",
    },
}
