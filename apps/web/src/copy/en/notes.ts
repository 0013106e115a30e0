/** The sentences that Decisions carry, as the rules write them, and their English. A test finds those without one. */
export const noteTranslations: Record<string, string> = {
  "Anak Lampiran 4 Tabel 3 mencetak Butuh Perbaikan untuk hasil kerja sesuai ekspektasi dengan perilaku di bawah ekspektasi; kuadran kinerja menetapkan Kurang. Kuadran yang dipakai.":
    "Annex 4 Table 3 prints Needs improvement for work results that meet expectation with behaviour below it; the quadrant says Poor. The quadrant is used.",
  "Panduan tidak memuat baris untuk gabungan ini: tidak ada saran.": "The guide has no row for this combination: no suggestion.",
  "Tidak ada hasil kerja yang dinilai: tidak ada saran.": "No work result was rated: no suggestion.",
  "Tidak ada perilaku kerja yang dinilai: tidak ada saran.": "No behaviour was rated: no suggestion.",
  "Belum ada umpan balik pada periode ini; saran hanya melihat hasil kerja.": "There is no feedback in this period; the suggestion looks at work results only.",
  "Umpan balik tidak memenuhi syarat baris panduan yang dipenuhi oleh hasil kerja: tidak ada saran.": "The feedback does not fit the row of the guide that the work results fit: no suggestion.",
  "Arti sebagian besar dan sebagian kecil adalah pilihan kota; peraturan tidak memberi angka.": "What counts as most and as a small part is the city's choice; the regulation gives no figures.",
  "Perilaku yang belum dinilai tidak ikut dihitung.": "Behaviours not yet rated are left out.",
  "Cara merangkum tujuh perilaku adalah pilihan kota; peraturan hanya memberi uraian.": "How seven behaviours become one is the city's choice; the regulation only describes.",
  "Rata-rata umpan balik rekan ikut dihitung sesuai bobot standar penilaian kota.": "The average of colleagues' feedback counts with the weight of the city's standard.",
  "Target nol atau negatif: capaian tidak dapat dihitung.": "The target is zero or negative: no achievement can be computed.",
  "Batas bawah target lebih besar daripada batas atas: capaian tidak dapat dihitung.": "The lower end of the target is above the upper end: no achievement can be computed.",
  "Bentuk target tidak cocok dengan arah indikator: capaian tidak dapat dihitung.": "The form of the target does not fit the indicator's direction: no achievement can be computed.",
  "Capaian tidak pernah kurang dari nol.": "Achievement is never below zero.",
  "Tidak ada capaian yang dapat dihitung: indeks tidak ada.": "No achievement can be computed: there is no index.",
  "Indikator tanpa capaian dikeluarkan; bobotnya dibagi ulang pada indikator lain.": "Indicators without an achievement are left out; their weight is spread over the others.",
  "Capaian di atas batas dihitung sebesar batas itu.": "An achievement above the limit counts as the limit.",
  "Jumlah bobot nol: indeks tidak ada.": "The weights sum to zero: there is no index.",
  "Indeks kota, bukan dasar predikat.": "The city's index, not the basis of the predicate.",
  "Nilai mencapai Sangat Baik, tetapi belum ada ide atau cara baru yang bermanfaat: Baik.": "The value reaches Very good, but there is no useful new idea or method: Good.",
  "Batas persen dihitung dalam orang: batas paling banyak dibulatkan ke bawah, batas paling sedikit ke atas.": "Percent limits are counted in people: upper limits are rounded down, lower limits up.",
  "Unit kurang dari lima orang: batas yang saling bertentangan dilonggarkan sampai dapat dipenuhi.": "The unit has fewer than five people: limits that contradict each other are eased until they can be met.",
  "Belum ada predikat: pola tidak diperiksa.": "There is no predicate yet: the pattern is not checked.",
  "Peraturan tidak mencetak padanan lima predikat organisasi ke tiga rating; ini tafsir kota (keyakinan rendah).": "The regulation does not map the five results of an organisation to three ratings; this is the city's reading (low confidence).",
  "Tenggat penyampaian, keberatan, dan keputusan berjumlah 35 hari kerja, melewati 30 hari kerja pelaporan: laporkan dengan keterangan keberatan berjalan.":
    "The deadlines of delivery, objection and decision sum to 35 working days, beyond the 30 of reporting: report with a remark that an objection is pending.",
  "Akreditasi program studi di bawah syarat panduan; dipakai baris perguruan tingginya.": "The study programme's accreditation is below the guide's condition; the row of its university is used.",
  "Pejabat penilai berhalangan tetap atau tidak ada pada akhir periode: atasannya yang menilai.": "The rating superior is permanently prevented or absent at the end of the period: the superior above rates.",
  "Pejabat penilai pindah di dalam jendela evaluasi: ia tetap menilai periode ini.": "The rating superior moved within the evaluation window and still rates this period.",
  "Pejabat penilai pindah di luar jendela evaluasi: penilai yang baru yang menilai.": "The rating superior moved outside the evaluation window: the new one rates.",
  "Akreditasi perguruan tinggi tidak disebut: dipakai baris akreditasi A, yang batasnya paling rendah.": "The university's accreditation is not given: the row of accreditation A is used, which has the lowest limits.",
  "Pegawai pindah dalam periode ini: penilai di unit baru yang menilai, dengan capaian organisasi unit baru; untuk evaluasi periodik boleh dipakai hasil periode sebelumnya di unit lama bila keduanya sepakat.":
    "The employee moved in this period: the new unit's superior rates, with the new unit's result; for a periodic evaluation the old unit's last result may be used if both agree.",
  "Koefisien, persen predikat, dan pembulatan diambil dari ringkasan resmi, bukan dari naskah peraturannya (keyakinan sedang sampai tinggi).":
    "Coefficients, percents of the predicate and rounding come from official summaries, not from the regulation's own text (medium to high confidence).",
  "Angka kredit kumulatif minimal diambil dari ringkasan resmi, bukan dari naskah peraturannya (keyakinan sedang sampai tinggi); jenjang di atasnya juga menuntut lowongan dan uji kompetensi.":
    "The least accumulated credit points come from official summaries, not from the regulation's own text (medium to high confidence); the next level also asks for a vacancy and a competence test.",
  "Isi sembilan kotak menurut PermenPANRB 3/2020 (keyakinan sedang sampai tinggi); naskah perubahannya, PermenPANRB 20/2025, belum dibaca.":
    "The nine boxes are those of PermenPANRB 3/2020 (medium to high confidence); the text of its amendment, PermenPANRB 20/2025, has not been read.",
  "Data belum cukup untuk menyatakan dampak. Sebagian kenaikan setelah nilai yang rendah adalah wajar, juga tanpa pelatihan.":
    "There is not enough data to speak of an effect. Part of a rise after a low value is to be expected, also without training.",
  "Belum terlihat bukan berarti tidak ada: selisihnya dengan rekan sepadan tidak lebih besar daripada yang dapat terjadi karena kebetulan.":
    "Not yet seen does not mean none: the difference from comparable colleagues is no larger than chance may bring.",
  "Pegawai bertugas sebagai Plt. pada akhir periode: pimpinan unit tempat ia melapor sebagai Plt. yang menilai.": "The employee was acting head at the end of the period: the head to whom the acting post reports rates.",
  "Tidak ada penempatan pada akhir periode: penilai tidak dapat ditentukan.": "There is no posting at the end of the period: who rates cannot be determined.",
  "Tidak ada angka yang dapat dibandingkan dengan target pada periode ini: capaian tidak dihitung.": "No figure of this period can be compared with the target: the achievement is not computed.",
  "Pejabat penilai mengikuti saran.": "The rating superior follows the suggestion.",
  "Pejabat penilai tidak mengikuti saran; alasannya tercetak.": "The rating superior departs from the suggestion; the reason is printed.",
  "Panduan tidak memberi saran; pejabat penilai yang menetapkan.": "The guide gives no suggestion; the rating superior decides.",
  "Dikirim setelah batas waktu tetapi sebelum bulan ditutup: diterima dan ditandai terlambat.": "Sent after the deadline but before the month closed: accepted and marked late.",
  "Selesai sebelum batas waktu dan tiba dalam waktu susulan: dihitung tepat waktu.": "Finished before the deadline and arrived within the extra time: counts as on time.",
  "Tidak bekerja sepanjang hari kerja bulan itu: keluar dari pembagi, tidak pernah terlambat.": "Absent on all working days of the month: out of the denominator, never late.",
};
