"""Words that the product itself writes into a case: titles of the tasks that services and clocks leave behind."""

BROKEN_TASK = "Kesepakatan mediasi dilanggar: tanyakan keselamatan klien dan tawarkan langkah lain"
ASK_AGAIN_TASK = (
    "Tanyakan lagi persetujuan kepada pemberi lain: yang menjawab dulu kini tercatat sebagai terduga"
)

# By the clock rule that runs (3.8).
CLOCK_TASKS = {
    "police_protection": "Pastikan polisi memberi perlindungan sementara",
    "police_protection_stay": "Perlindungan sementara polisi segera berakhir: pastikan klien tetap aman",
    "court_order_request": "Pastikan perintah perlindungan dimohonkan ke pengadilan",
    "lpsk_request": "Pastikan polisi meminta perlindungan kepada LPSK",
    "lpsk_decision": "Tanyakan keputusan LPSK atas permohonannya",
    "appeal": "Tanyakan kepada jaksa: banding diajukan atau tidak, lalu jelaskan kepada klien",
    "cassation": "Tanyakan kepada jaksa: kasasi diajukan atau tidak, lalu jelaskan kepada klien",
    "religious_appeal": "Tanyakan kepada klien: banding diajukan atau tidak",
    "religious_cassation": "Tanyakan kepada klien: kasasi diajukan atau tidak",
}
