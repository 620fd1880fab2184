"""Recognising and preventing violence, and using a phone safely."""

import reflex as rx

from rindu_app.pages.public.article import article, part, points, words


def prevention() -> rx.Component:
    return article(
        "Mengenali dan mencegah",
        "Makin awal dikenali, makin mudah dihentikan.",
        part(
            "Tanda hubungan yang tidak sehat",
            points(
                "Dia memeriksa HP Anda, menentukan teman, pakaian, atau uang Anda.",
                "Anda takut membuatnya marah.",
                "Dia meminta maaf, lalu mengulanginya, makin sering atau makin berat.",
                "Dia mengancam menyebarkan foto, mengambil anak, atau menyakiti dirinya.",
            ),
        ),
        part(
            "Tanda bahaya besar",
            points(
                "Pernah mencekik, mengancam dengan senjata, atau mengancam membunuh.",
                "Kekerasan terjadi saat Anda hamil.",
                "Anda baru pergi atau akan pergi dari rumah.",
            ),
            words(
                "Bila ada satu saja, jangan menghadapinya sendiri. Hubungi 112, 110, atau tulis kepada kami."
            ),
        ),
        part(
            "Menyiapkan diri",
            points(
                "Sepakati satu kata dengan orang yang dipercaya; bila kata itu Anda kirim, ia menelepon polisi.",
                "Siapkan tas kecil: KTP, KK, buku nikah, akta anak, obat, uang, baju. Titipkan di tempat aman.",
                "Kenali jalan keluar dari rumah. Saat bertengkar, jauhi dapur dan kamar mandi.",
                "Simpan foto luka dan pesan ancaman di tempat yang tidak dapat dibukanya.",
            ),
        ),
        part(
            "Menjaga anak",
            points(
                "Ajarkan: tubuhku milikku, dan tidak ada rahasia soal sentuhan.",
                "Kenali perubahan: takut pulang, mengompol lagi, luka berulang, nilai turun tiba-tiba.",
                "Dengarkan dulu. Jangan menyalahkan, jangan memaksa bercerita berulang-ulang.",
                "Temani anak di dunia maya; orang dewasa yang meminta foto pribadi harus dilaporkan.",
            ),
        ),
        part(
            "Bila tetangga Anda mengalaminya",
            points(
                "Tanyakan saat ia sendirian: “Apakah kamu aman?”",
                "Percayai, jangan menasihati untuk bersabar, jangan mendamaikan.",
                "Tawarkan untuk menelepon bersama, atau laporkan sebagai orang yang mengetahui.",
            ),
        ),
    )


def phone() -> rx.Component:
    return article(
        "Menjaga diri saat memakai HP",
        "Beberapa hal kecil supaya tidak ada yang tahu Anda membuka halaman ini.",
        part(
            "Yang dilakukan tombol Keluar cepat",
            points(
                "Langsung membuka halaman cuaca.",
                "Menghapus isian yang belum dikirim dari tempat kami.",
                "Menutup percakapan. Tombol Kembali tidak menampilkannya lagi.",
            ),
        ),
        part(
            "Yang tidak dapat dilakukannya",
            points(
                "Menghapus riwayat peramban. Alamat situs ini tetap tercatat.",
                "Menghapus tangkapan layar, catatan panggilan, atau pesan WhatsApp.",
                "Menyembunyikan layar dari orang yang sedang melihat, atau dari aplikasi pengintai.",
            ),
        ),
        part(
            "Supaya lebih aman",
            points(
                "Pakailah mode penyamaran (jendela samaran) di peramban.",
                "Hapus riwayat sesudahnya: menu, Riwayat, lalu hapus satu jam terakhir saja supaya tidak mencolok.",
                "Bila HP sering diperiksa, pinjam HP orang yang dipercaya atau pakai komputer di tempat umum.",
                "Hapus 112, 110, atau 129 dari daftar panggilan sesudah menelepon.",
                "Simpan angka Anda tanpa keterangan; bentuknya seperti nomor token listrik.",
            ),
        ),
        part(
            "Apa yang kami simpan",
            words("Isi cerita Anda terkunci dengan kunci tersendiri. Kami tidak menyimpan alamat internet dan jenis HP Anda "
                  "bersama cerita itu. Situs ini tidak menaruh apa pun di HP selain satu penanda kunjungan yang hilang saat Anda keluar."),
        ),
        call=False,
    )  # fmt: skip
