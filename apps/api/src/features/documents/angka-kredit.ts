import { ANGKA_KREDIT_KIND, angkaKreditAkumulasi, angkaKreditMinimal, angkaKreditPeriode, career, dasarKonversi, firstDayOf, JENJANG, lastDayOf, parseNip, type DocumentKind, type Format, type Jenjang, type LocalDate, type Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import type { Letterheads } from "../../letterhead.ts";
import type { DocumentRef } from "../../official-document.ts";
import type { AngkaKreditBaris, AngkaKreditContent } from "../../pdf/form-content.ts";
import { partyOf, peopleOn, type Written } from "./party.ts";
import { listPenilai } from "./queries.ts";

type Kind = (typeof ANGKA_KREDIT_KIND)[number];
const FORMAT: Record<Kind, Format> = { konversi_angka_kredit: "KONVERSI", akumulasi_angka_kredit: "AKUMULASI", penetapan_angka_kredit: "PAK" };
export const isAngkaKredit = (kind: string): kind is Kind => ANGKA_KREDIT_KIND.some((one) => one === kind);
const isJenjang = (text: string | null): text is Jenjang => JENJANG.some((one) => one === text);

/** A year's predikat with where it stands: our final annual result, else what was recorded from a paper. */
type Basis = { tahun: number; predikat: Predikat; sourceId: string; on: LocalDate; revision: number; isUnderKeberatan: boolean };
type Credit = { personId: string; nip: string | null; riwayat: career.RiwayatJenjang[]; predikat: Basis[]; pak: AngkaKreditContent["pak"] };
const CREDITS = {
  name: "documents_angka_kredit",
  text: `
    select p.id as "personId", p.nip, json_build_object('nilai', k.nilai::float8, 'perTanggal', k.per_tanggal, 'sumber', k.sumber) as pak,
      coalesce((select json_agg(json_build_object('jenjang', h.jenjang, 'dari', s.valid_from, 'sampai', s.valid_until) order by s.valid_from) from placement s join jabatan h on h.id = s.jabatan_id where s.person_id = p.id and s.kind = 'definitif'), '[]') as riwayat,
      coalesce((select json_agg(json_build_object('tahun', y.tahun, 'predikat', y.predikat, 'sourceId', y.id, 'on', y.on_day, 'revision', y.revision, 'isUnderKeberatan', exists (select from keberatan o where o.appraisal_id = y.id and o.status <> 'decided')) order by y.tahun) from (
        select distinct on (b.tahun) b.* from (
          select e.year as tahun, a.predikat, a.id, a.finalized_on as on_day, a.revision, 1 as rank from appraisal a join evaluation_period e on e.id = a.period_id and e.kind = 'tahunan' where a.person_id = p.id and a.is_current and a.status = 'final'
          union all select f.tahun, f.nilai, f.id, f.per_tanggal, 1, 2 from career_fact f where f.person_id = p.id and f.jenis = 'predikat') b
        order by b.tahun, b.rank, b.on_day desc, b.id desc) y), '[]') as predikat
      from person p join lateral (select f.* from career_fact f where f.person_id = p.id and f.jenis = 'angka_kredit' order by f.per_tanggal desc, f.id desc limit 1) k on true
     where p.id = any($1)`,
};
/** What angka kredit are counted from, of those with a PAK to begin from. One query. */
async function listCredits(pool: Pool, people: readonly string[]): Promise<Credit[]> {
  return (await pool.query<Credit>({ ...CREDITS, values: [people] })).rows;
}

type Year = { basis: Basis; periods: career.PeriodeKonversi[] };
/** Each year that counts after the PAK, with all periods up to its end. */
function yearsOf({ pak, riwayat, predikat }: Credit): Year[] {
  const all = career.konversiSetelahPak({ perTanggal: pak.perTanggal, riwayat, predikat });
  return predikat.flatMap((basis) => (all.some(({ tahun }) => tahun === basis.tahun) ? [{ basis, periods: all.filter(({ tahun }) => tahun <= basis.tahun) }] : []));
}

export type CreditSource = DocumentRef & { kind: DocumentKind; year: number; revision: number; state: "berlaku" | "keberatan"; period: null; date: LocalDate };
/** The three documents of each year that counts, oldest first. One query. */
export async function listCreditSources(pool: Pool, people: readonly string[]): Promise<CreditSource[]> {
  return (await listCredits(pool, people)).flatMap((credit) => yearsOf(credit).flatMap(({ basis: { sourceId, tahun, revision, on, isUnderKeberatan } }) =>
    ANGKA_KREDIT_KIND.map((kind): CreditSource => ({ kind, personId: credit.personId, sourceId, year: tahun, revision, state: isUnderKeberatan ? "keberatan" : "berlaku", period: null, date: on }))));
}

const barisOf = (period: career.PeriodeKonversi): AngkaKreditBaris => {
  const { tahun, dari, sampai, bulan, predikat } = period;
  return { tahun, dari, sampai, bulan, predikat, ...dasarKonversi(period), angkaKredit: angkaKreditPeriode(period).value };
};

/** Konversi, akumulasi and PAK as they stand on record. Three queries, and one for each year of the penilai. */
export async function angkaKreditDocuments(pool: Pool, refs: readonly DocumentRef[], { city, place }: Letterheads): Promise<Written[]> {
  const credits = await listCredits(pool, [...new Set(refs.map(({ personId }) => personId))]);
  const found = refs.flatMap((ref) => {
    const credit = credits.find(({ personId }) => personId === ref.personId);
    const year = credit === undefined ? undefined : yearsOf(credit).find(({ basis }) => basis.sourceId === ref.sourceId);
    return credit === undefined || year === undefined || !isAngkaKredit(ref.kind) ? [] : [{ ref, kind: ref.kind, credit, year, end: lastDayOf(`${year.basis.tahun}-12`) }];
  });
  const penilai = new Map<LocalDate, Map<string, string>>();
  for (const end of new Set(found.map((one) => one.end))) penilai.set(end, await listPenilai(pool, found.filter((one) => one.end === end).map(({ ref }) => ref.personId), end));
  const penilaiOf = ({ ref, end }: (typeof found)[number]): string | null => penilai.get(end)?.get(ref.personId) ?? null;
  const people = await peopleOn(pool, found.flatMap((one) => [one.ref.personId, penilaiOf(one)].map((id) => ({ id, day: one.end }))));
  return found.flatMap((one): Written[] => {
    const { ref, kind, credit, year: { basis, periods }, end } = one;
    const own = kind === "konversi_angka_kredit" ? periods.filter(({ tahun }) => tahun === basis.tahun) : periods;
    const [begin, last] = [own[0], own.at(-1)];
    if (begin === undefined || last === undefined) return [];
    const nip = parseNip(credit.nip ?? "");
    const held = credit.riwayat.findLast(({ jenjang, dari }) => isJenjang(jenjang) && dari <= end);
    const pegawai = people(ref.personId, end);
    const content: AngkaKreditContent = {
      kind, format: FORMAT[kind], instansi: `Pemerintah ${city}`, first: firstDayOf(begin.dari), last: lastDayOf(last.sampai), pegawai: partyOf(pegawai), penilai: partyOf(people(penilaiOf(one), end)), place, date: basis.on,
      notice: basis.isUnderKeberatan ? `Atas predikat tahun ${basis.tahun} diajukan keberatan yang sedang diperiksa atasan pejabat penilai.` : null,
      lahir: nip.valid ? nip.lahir : null, kelamin: nip.valid ? nip.kelamin : null, tmtJabatan: held?.dari ?? null,
      baris: own.map(barisOf), jumlah: angkaKreditAkumulasi(own).value, pak: credit.pak, minimal: angkaKreditMinimal({ jenjang: last.jenjang }).value,
    };
    return [{ ref, content, opdId: pegawai?.opdId ?? null }];
  });
}
