import type { NotulenData } from "./notulen.ts";

const DIGEST = "3f9a1c07be52d84690a1f3c8d7e65b2490cf8812aa37d5e1b64f0c9923e7d158";
const LEADER = { name: "dr. Cut Ratna Dewi, M.Kes.", nip: "197104052000032001", jabatan: "Kepala Dinas Kesehatan" };
const SECRETARY = { name: "Muhammad Iqbal, S.K.M.", nip: "198809142011011003", jabatan: "Kepala Subbagian Umum dan Kepegawaian" };
const NAMES = ["Nurhayati, A.Md.Keb.", "Teuku Fadli, S.K.M.", "Rahmawati, S.Kep., Ns.", "Zulfikar, A.Md.", "Cut Meutia Sari, S.Gz.", "Mulyadi, S.E.", "Fitriani, S.Farm., Apt.", "Saiful Bahri, S.T.", "Yusniar, A.Md.Kes.", "Irwansyah, S.Kom.", "Mariana, S.K.M.", "Hendra Saputra, S.Sos.", "Nazariah, A.Md.Keb.", "Ridwan, S.K.M.", "Safrina, S.Kep.", "Aulia Rahman, dr.", "Putri Handayani, S.Psi.", "Bukhari, S.H."];
const POSTS = ["Bidan Penyelia", "Epidemiolog Kesehatan Ahli Muda", "Perawat Ahli Pertama", "Pengelola Data", "Nutrisionis Ahli Pertama", "Bendahara"];
const STATES = ["hadir", "hadir", "hadir", "hadir", "hadir", "hadir", "hadir", "sakit", "hadir", "dinas_luar", "hadir", "hadir", "belum_dikonfirmasi"] as const;

/** Minutes of an invented meeting of `n` people, the same each time. */
export function notulenOf(n: number, change: Partial<NotulenData> = {}): NotulenData {
  const people = Array.from({ length: n }, (_, i) => ({ name: `${NAMES[i % NAMES.length]}${i >= NAMES.length ? ` (${Math.floor(i / NAMES.length) + 1})` : ""}`, jabatan: POSTS[i % POSTS.length] ?? "Pelaksana" }));
  return {
    letterhead: { government: "Pemerintah Kota Langsa", offices: ["Dinas Kesehatan"], address: ["Jalan Contoh Nomor 1, Langsa 24411"] },
    number: "800.1.11/214/2026", unit: "Dinas Kesehatan", month: "2026-10", date: "2026-11-12",
    startedAt: "2026-11-12T02:03:00.000Z", endedAt: "2026-11-12T03:14:00.000Z", place: "Aula Dinas Kesehatan, lantai 2",
    leader: LEADER, secretary: SECRETARY, isPaper: false,
    attendance: people.map((person, i) => ({ ...person, state: STATES[i % STATES.length] ?? "hadir" })),
    opening: "Rapat dibuka oleh Kepala Dinas dan membahas laporan bulan Oktober 2026. Hasil yang baik disampaikan lebih dahulu, lalu kendala dan bantuan yang diperlukan.",
    closing: "Rapat ditutup oleh pimpinan rapat. Tindak lanjut menjadi baris pertama laporan bulan berikutnya dari penanggung jawabnya.",
    promises: n === 0 ? [] : [
      { text: "Kunjungan rumah tiga bayi yang belum lengkap imunisasinya di Gampong Matang Seulimeng", owner: people[0]?.name ?? "", due: "2026-11-05", state: "selesai", carried: 0 },
      { text: "Menyediakan dua kotak pendingin vaksin untuk puskesmas pembantu", owner: LEADER.name, due: "2026-10-20", state: "sebagian", carried: 2 },
      { text: "Menyelesaikan kalibrasi timbangan posyandu", owner: people[3 % n]?.name ?? "", due: "2026-11-10", state: "lewat", carried: 1 },
    ],
    people: people.map((person, i) => ({
      ...person,
      note: i % 7 === 3 ? "Disampaikan oleh Rahmawati, S.Kep., Ns." : null,
      headline: i % 5 === 4 ? "Laporan bulan Oktober belum ada." : "Cakupan imunisasi dasar lengkap mencapai 96 persen, naik dari 91 persen bulan lalu.",
      figures: i % 5 === 4 ? [] : ["Cakupan imunisasi dasar lengkap: 96 persen dari target 95 persen", "Kunjungan rumah: 17 dari 20 bayi"],
      points: i % 5 === 4 || i % 3 !== 0 ? [] : [
        { label: "Kendala", text: "Dua posyandu tidak dapat dikunjungi pada pekan kedua karena jalan tergenang." },
        { label: "Bantuan yang diminta", text: "Satu kendaraan roda empat selama dua hari pada pekan pertama bulan depan." },
      ],
    })),
    decisions: n === 0 ? [] : [
      { text: "Kendaraan dinas dipinjamkan kepada tim imunisasi pada 1 dan 2 Desember", owner: SECRETARY.name, due: "2026-12-01", about: people[0]?.name ?? null },
      { text: "Kalibrasi timbangan posyandu diselesaikan bersama Dinas Perindustrian", owner: people[3 % n]?.name ?? "", due: "2026-12-10", about: null },
      { text: "Usulan dua kotak pendingin vaksin dimasukkan ke perubahan anggaran", owner: LEADER.name, due: "2026-12-10", about: null },
    ],
    addenda: [],
    signatures: [{ ...SECRETARY, role: "Notulis", signed: { at: "2026-11-12T03:18:00.000Z", digest: DIGEST } }, { ...LEADER, role: "Pimpinan rapat", signed: { at: "2026-11-12T03:20:00.000Z", digest: DIGEST } }],
    verification: { url: "https://teraju.langsakota.go.id/periksa/7K3M-92QX-HW4D", number: "NOT-2026-11-0214", date: "2026-11-12", digest: DIGEST },
    ...change,
  };
}
