"""What we do, free of charge, and what happens after somebody has told us."""

import reflex as rx

from rindu_app.components import kit
from rindu_app.components.slots import when
from rindu_app.pages.public.article import article, law, part, points, steps, words
from rindu_app.pages.public.home import units_list


def services() -> rx.Component:
    """Slots beside those of every article: `units`."""
    return article(
        "Layanan kami",
        "Semua layanan gratis. Tidak ada biaya pendaftaran, biaya konseling, atau uang terima kasih.",
        part(
            "Yang dapat kami lakukan",
            points(
                "Menerima pengaduan: di halaman ini, lewat WhatsApp, telepon, atau datang langsung. Gratis.",
                "Menjangkau: petugas datang menemui Anda di tempat yang aman. Gratis.",
                "Mengelola kasus: satu petugas tetap mengurus dari awal sampai selesai. Gratis.",
                "Tempat tinggal sementara di rumah perlindungan; alamatnya dirahasiakan. Gratis.",
                "Mediasi untuk perselisihan keluarga yang memang boleh dimediasi. Gratis.",
                "Pendampingan ke polisi, rumah sakit, pengadilan, dan sekolah. Gratis.",
            ),
            law("Enam fungsi layanan UPTD Perlindungan Perempuan dan Anak; Perpres 55/2024."),
        ),
        part(
            "Juga kami bantu",
            points(
                "Konseling dan bantuan psikolog.",
                "Pemeriksaan medis dan visum.",
                "Bantuan hukum.",
                "Pelatihan, usaha, atau pekerjaan sesudah pulih, sampai Anda mandiri.",
            ),
        ),
        part(
            "Yang tidak kami lakukan",
            words("Kekerasan seksual, perdagangan orang, kejahatan terhadap anak, dan kekerasan berisiko tinggi tidak kami "
                  "mediasi dan tidak kami anggap selesai dengan damai. Hukum melarangnya, dan keselamatan Anda yang utama."),
        ),
        when("units", kit.section("Bertemu langsung", units_list())),
    )  # fmt: skip


def flow() -> rx.Component:
    return article(
        "Apa yang terjadi setelah saya bercerita",
        "Anda memegang kendali di setiap langkah.",
        part(
            "Langkah demi langkah",
            steps(
                ("Anda bercerita", "Boleh tanpa nama. Sesudahnya Anda menerima 20 angka untuk kembali membaca jawaban."),
                ("Konselor membaca", "Bila ada bahaya, secepatnya. Lainnya paling lama enam jam, atau 24 jam untuk hal "
                 "yang tidak mendesak. Waktunya tertulis saat Anda selesai mengirim."),
                ("Kita berbicara", "Dengan cara dan pada waktu yang Anda pilih: tulisan, telepon, WhatsApp, video, atau bertemu."),
                ("Anda memilih bantuan", "Kami menjelaskan pilihannya. Tidak ada layanan yang berjalan tanpa persetujuan Anda, "
                 "kecuali bila nyawa seseorang terancam atau undang-undang mewajibkan."),
                ("Kami mendampingi", "Satu petugas tetap menemani sampai tuntas: kesehatan, hukum, tempat aman, psikolog."),
                ("Anda pulih dan mandiri", "Pelatihan, usaha, atau pekerjaan bila Anda mau. Kami menanyakan kabar sampai setahun."),
            ),
        ),
        part(
            "Ke mana cerita saya pergi?",
            words("Hanya ke konselor yang bertugas di wilayah Anda. Relawan RT, pelatih, dan administrator tidak dapat "
                  "membacanya. Setiap kali dibuka, tercatat siapa yang membukanya."),
        ),
        part(
            "Jejaring kami",
            points(
                "Relawan di RT, PKK, PATBM, dan Forum Anak: mengenali dan mengantar.",
                "PUSPAGA atau Omah Peluk di kelurahan: konsultasi keluarga.",
                "UPTD PPA: menangani dan mendampingi.",
                "Rumah sakit, polisi, LPSK, pengadilan, sekolah, dan dinas lain: hanya menerima yang mereka perlukan.",
            ),
        ),
    )  # fmt: skip
