"""Rights of women and of children."""

import reflex as rx

from rindu_app.pages.public.article import article, law, part, points, words


def women() -> rx.Component:
    return article(
        "Hak perempuan",
        "Kekerasan bukan urusan pribadi yang harus disimpan. Hukum berpihak kepada Anda.",
        part(
            "Bebas dari kekerasan",
            words("Tidak seorang pun boleh memukul, mengancam, merendahkan, memaksa hubungan seksual, atau menelantarkan "
                  "Anda. Suami pun tidak boleh."),
            law("UU 23/2004 tentang Penghapusan Kekerasan dalam Rumah Tangga; UU 7/1984 tentang penghapusan "
                "diskriminasi terhadap perempuan."),
        ),
        part(
            "Bila Anda mengalami kekerasan seksual",
            points(
                "Berhak ditangani, dilindungi, dan dipulihkan sejak awal, tanpa biaya.",
                "Pelecehan lewat kata-kata, foto, atau pesan juga dilarang.",
                "Tidak boleh diselesaikan dengan damai di luar pengadilan, kecuali bila pelakunya anak.",
                "Keterangan Anda dan satu alat bukti lain sudah dapat menjadi dasar.",
                "Berhak atas penghapusan foto atau video pribadi yang disebarkan.",
            ),
            law("UU 12/2022 tentang Tindak Pidana Kekerasan Seksual."),
        ),
        part(
            "Saat meminta bantuan",
            points(
                "Identitas Anda dirahasiakan.",
                "Anda boleh didampingi dari awal sampai akhir: ke polisi, rumah sakit, dan pengadilan.",
                "Anda yang memutuskan. Setiap layanan berjalan dengan persetujuan Anda.",
                "Anda tidak dapat dituntut karena melapor.",
                "Polisi wajib memberi perlindungan sementara dalam 1 kali 24 jam setelah menerima laporan kekerasan "
                "dalam rumah tangga.",
                "Anda boleh meminta perlindungan LPSK, telepon 148.",
            ),
            law("UU 23/2004, UU 12/2022, dan UU 31/2014 tentang Perlindungan Saksi dan Korban."),
        ),
        part(
            "Data Anda",
            words("Data Anda hanya dipakai untuk menolong Anda. Anda berhak tahu, memperbaiki, dan meminta penghapusannya."),
            law("UU 27/2022 tentang Pelindungan Data Pribadi."),
        ),
    )  # fmt: skip


def children() -> rx.Component:
    return article(
        "Hak anak",
        "Anak adalah siapa pun yang belum 18 tahun. Kalau kamu seorang anak, halaman ini untukmu juga.",
        part(
            "Setiap anak berhak",
            points(
                "Hidup, tumbuh, bermain, dan bersekolah.",
                "Diasuh dengan kasih sayang, cukup makan, dan dirawat saat sakit.",
                "Aman dari pukulan, ancaman, hinaan, perundungan, dan sentuhan yang tidak diinginkan.",
                "Tidak dipaksa bekerja, tidak dikawinkan, tidak diperdagangkan.",
                "Didengar pendapatnya.",
            ),
            law("Konvensi Hak Anak; UU 23/2002 dan UU 35/2014 tentang Perlindungan Anak; "
                "usia kawin paling muda 19 tahun menurut UU 16/2019."),
        ),
        part(
            "Kalau ada yang menyakitimu",
            points(
                "Itu bukan salahmu, siapa pun yang melakukannya.",
                "Kamu boleh bercerita ke sini sendiri, tanpa orang tua dan tanpa KTP.",
                "Kalau yang menyakitimu adalah orang tua atau keluarga, kami tidak memberi tahu orang itu.",
                "Ceritakan juga kepada satu orang dewasa yang kamu percaya: guru, nenek, bibi, atau tetangga.",
                "Rahasia yang membuatmu takut tidak harus disimpan.",
            ),
        ),
        part(
            "Bila anak berhadapan dengan hukum",
            points(
                "Namanya, fotonya, dan sekolahnya tidak boleh disebarkan.",
                "Berhak didampingi orang tua, pekerja sosial, dan pengacara, tanpa biaya.",
                "Diperiksa dengan cara dan di ruang yang ramah anak.",
            ),
            law("UU 11/2012 tentang Sistem Peradilan Pidana Anak."),
        ),
        part(
            "Untuk orang dewasa",
            words("Bila Anda melihat atau menduga seorang anak disakiti, laporkan. Tidak perlu bukti dan tidak perlu yakin "
                  "lebih dulu; memeriksanya adalah tugas kami."),
        ),
    )  # fmt: skip
