"""Assessment and plan."""

from enum import StrEnum

from rindu_app.words.codes import AssessmentArea, Progress

LABELS: dict[type[StrEnum], dict[str, str]] = {
    AssessmentArea: {
        AssessmentArea.PHYSICAL: "Fisik",
        AssessmentArea.PSYCHOLOGICAL: "Psikologis",
        AssessmentArea.SOCIAL: "Sosial",
        AssessmentArea.ECONOMIC: "Ekonomi",
    },
    Progress: {
        Progress.NOT_STARTED: "Belum mulai",
        Progress.GOING: "Sedang berjalan",
        Progress.REACHED: "Tercapai",
        Progress.DROPPED: "Tidak dilanjutkan",
    },
}
