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

/**
 * What BKPSDM took over from papers: everybody's predikat of the two years before this one, unless `rated` holds them and the year
 * was evaluated here (one source for each year), the latest PAK of those on a jabatan fungsional, an assessment of some who lead or may come to lead, examinations and vacancies of a few.
 */
export function loadCareers(random: Random, load: Loader, { city, timeline, rated }: { city: City; timeline: Timeline; rated: ReadonlySet<Person> }): void {
  const add = load.table("career_fact", ["id", "person_id", "jenis", "tahun", "nilai", "per_tanggal", "sumber", "recorded_by", "recorded_on"]);
  const operator = city.people.find((one) => one.account?.cityRole === "bkpsdm");
  const year = Number(timeline.today.slice(0, 4));
  const recordedOn = `${year}-02-16`;
  const on = recordedOn < timeline.today ? recordedOn : timeline.today;
  const fact = (person: Person, jenis: string, tahun: number | null, nilai: string, perTanggal: string, sumber: string): void =>
    add(random.uuid(millisOf(on)), person.id, jenis, tahun, nilai, perTanggal, sumber, operator?.id ?? null, on);
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
