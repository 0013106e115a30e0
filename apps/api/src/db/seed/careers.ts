import { angkaKreditMinimal, JENJANG, type Jenjang, type Predikat } from "@teraju/domain";
import type { City, Person } from "./city.ts";
import type { Loader } from "./copy.ts";
import type { Random } from "./random.ts";
import { millisOf, type Timeline } from "./timeline.ts";

/** Years whose predikat came from e-Kinerja BKN, but for those that the city evaluated in Teraju itself. */
const YEARS_BEFORE = 2;
const PREDIKAT: readonly (readonly [Predikat, number])[] = [["sangat_baik", 0.16], ["baik", 0.8], ["butuh_perbaikan", 0.03], ["kurang", 0.01]];
const isJenjang = (text: string | null): text is Jenjang => JENJANG.some((one) => one === text);

function drawn(random: Random): Predikat {
  let left = random.next();
  for (const [predikat, share] of PREDIKAT) if ((left -= share) < 0) return predikat;
  return "baik";
}

type Fact = (person: Person, jenis: string, tahun: number | null, nilai: string, perTanggal: string, sumber: string) => void;
function writer(random: Random, load: Loader, { city, timeline }: { city: City; timeline: Timeline }): { fact: Fact; year: number; on: string } {
  const add = load.table("career_fact", ["id", "person_id", "jenis", "tahun", "nilai", "per_tanggal", "sumber", "recorded_by", "recorded_on"]);
  const operator = city.people.find((one) => one.account?.cityRole === "bkpsdm");
  const year = Number(timeline.today.slice(0, 4));
  const recordedOn = `${year}-02-16`;
  const on = recordedOn < timeline.today ? recordedOn : timeline.today;
  return { year, on, fact: (person, jenis, tahun, nilai, perTanggal, sumber) => add(random.uuid(millisOf(on)), person.id, jenis, tahun, nilai, perTanggal, sumber, operator?.id ?? null, on) };
}

/** Years since the last rise in pangkat, and their share: few wait beyond the four of kenaikan pangkat reguler. */
const SINCE: readonly (readonly [number, number])[] = [[0, 0.22], [1, 0.24], [2, 0.22], [3, 0.2], [4, 0.09], [6, 0.03]];

/** The decree of everybody's last pangkat, but for a few whose paper is not found; and the PPK's word on an outstanding achievement of very few. */
export function loadPangkat(random: Random, load: Loader, { city, timeline }: { city: City; timeline: Timeline }): void {
  const { fact, year } = writer(random, load, { city, timeline });
  for (const person of city.people) {
    if (person.jenis !== "pns" || person.golongan === null || !random.chance(0.97)) continue;
    let left = random.next();
    const back = SINCE.find(([, share]) => (left -= share) < 0)?.[0] ?? 2;
    const day = `${year - back}-${back === 0 || random.chance(0.5) ? "04" : "10"}-01`;
    if (day <= timeline.today) fact(person, "pangkat", null, person.golongan, day, `Keputusan kenaikan pangkat ${random.int(100, 999)}/${day.slice(0, 4)}`);
    if (random.chance(0.004)) fact(person, "penetapan_prestasi", null, "ada", `${year}-02-02`, `Keputusan Wali Kota ${random.int(100, 999)}/${year}`);
  }
}

/**
 * What BKPSDM took over from papers: everybody's predikat of the two years before this one, unless `rated` holds them and the year
 * was evaluated here (one source for each year), the latest PAK of those on a jabatan fungsional, an assessment of some who lead or may come to lead, examinations and vacancies of a few.
 */
export function loadCareers(random: Random, load: Loader, { city, timeline, rated }: { city: City; timeline: Timeline; rated: ReadonlySet<Person> }): void {
  const { fact, year, on } = writer(random, load, { city, timeline });
  for (const person of city.people) {
    if (person.jenis === "pejabat") continue;
    for (let past = YEARS_BEFORE; past >= 1; past--) {
      if (!random.chance(0.985)) continue;
      const nilai = drawn(random);
      if (year - past === timeline.pastYear?.year && rated.has(person)) {
        // The dice fall as if it were taken over: nobody else's papers change.
        random.uuid(millisOf(on));
        continue;
      }
      fact(person, "predikat", year - past, nilai, `${year - past}-12-31`, `e-Kinerja BKN, laporan tahun ${year - past}`);
    }
    const { jenjang } = person.jabatan;
    if (isJenjang(jenjang) && person.jenis === "pns") {
      const { kenaikanPangkat, kenaikanJenjang } = angkaKreditMinimal({ jenjang }).value;
      if (random.chance(0.94)) fact(person, "angka_kredit", null, (random.next() * kenaikanPangkat * (kenaikanJenjang === null ? 0.9 : 1.4)).toFixed(2), `${year - YEARS_BEFORE - 1}-12-31`, `PAK ${random.int(100, 999)}/${year - YEARS_BEFORE}`);
      if (random.chance(0.06)) fact(person, "uji_kompetensi", null, random.chance(0.8) ? "lulus" : "belum", `${year - 1}-10-15`, `Berita acara uji kompetensi ${year - 1}`);
      if (random.chance(0.1)) fact(person, "lowongan", null, "ada", `${year - 1}-12-15`, `Peta jabatan ${year - 1}`);
    }
    const mayLead = person.isHead || jenjang === "ahli_muda" || jenjang === "ahli_madya" || jenjang === "penyelia";
    if (mayLead && random.chance(0.7)) fact(person, "potensial", null, random.pick(["rendah", "menengah", "menengah", "tinggi"]), `${year - 1}-09-30`, `Asesmen kompetensi ${year - 1}`);
  }
}
