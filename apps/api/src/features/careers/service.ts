import type { CareerView, listReadiness, Output } from "@teraju/contracts";
import { career, type Decision, type Kenaikan, type Kesiapan, KESIAPAN, type LocalDate, type StatusSyarat, tanggalKenaikanPangkat } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { readCursor, writeCursor } from "../../cursor.ts";
import { Problem } from "#http/problem.ts";
import { mustPerson, mustRole } from "../../standing.ts";
import { writeWorkbook } from "../../xlsx.ts";
import * as queries from "./queries.ts";
import { karierOf, personOf, toView } from "./view.ts";

/** One's own career. One query. */
export async function mine(ctx: Ctx): Promise<CareerView> {
  const row = await queries.findCareer(ctx.pool, ctx.actor.personId, ctx.today);
  if (row === null) throw new Problem("not_found");
  return toView(row, ctx.today, { withPotensial: false });
}

export async function ofPerson(ctx: Ctx, personId: string): Promise<CareerView> {
  await mustPerson(ctx, "career.read", personId);
  const row = await queries.findCareer(ctx.pool, personId, ctx.today);
  if (row === null) throw new Problem("not_found");
  return toView(row, ctx.today, { withPotensial: personId !== ctx.actor.personId });
}

const KESIAPAN_OF: Readonly<Record<Kenaikan, (karier: career.Karier) => Decision<Kesiapan> | null>> = { pangkat: career.kesiapanPangkat, jenjang: career.kesiapanJenjang, prestasi: career.kesiapanPrestasi };
type Asked = { jenis: Kenaikan; kesiapan?: Kesiapan | undefined; unit?: string | undefined };
type Readiness = { row: queries.Row; decision: Decision<Kesiapan>; total: number | null };

const isSyarat = (decision: Decision<unknown>): decision is Decision<StatusSyarat> => typeof decision.value === "string";
const named = ({ from }: Decision<Kesiapan>, status: StatusSyarat): string[] => from.filter(isSyarat).filter(({ value }) => value === status).map(nameOf);
/** Two conditions come from one rule: their name is what was asked for. */
const nameOf = ({ rule, given }: Decision<unknown>): string => (typeof given["syarat"] === "string" ? given["syarat"] : rule);
const needOf = ({ from }: Decision<Kesiapan>): number | null => {
  const perlu = from.find(({ given }) => typeof given["perlu"] === "number")?.given["perlu"];
  return typeof perlu === "number" ? perlu : null;
};

/** Everybody to whom the list applies, in the order of the tree. One query; the rules run over it in memory (4,000 people: some 40 ms). */
async function readiness(ctx: Ctx, { jenis, unit }: Asked): Promise<Readiness[]> {
  const rows = await queries.findCareers(ctx.pool, unit ?? null, ctx.today);
  return rows.flatMap((row) => {
    const karier = karierOf(row, ctx.today);
    const decision = KESIAPAN_OF[jenis](karier);
    return decision === null ? [] : [{ row, decision, total: jenis === "prestasi" ? null : career.angkaKreditKumulatif(karier)?.total ?? null }];
  });
}

const PAGE = 50;

/** Sorted by name, so that a page can go on after a person however the list changes meanwhile. */
export async function list(ctx: Ctx, asked: Asked & { after?: string | undefined; limit?: string | undefined }): Promise<Output<typeof listReadiness>> {
  mustRole(ctx, "career.list");
  const cursor = readCursor(asked.after);
  const [all, units] = await Promise.all([readiness(ctx, asked), queries.findOpds(ctx.pool, ctx.today)]);
  const inOrder = all.filter(({ decision }) => asked.kesiapan === undefined || decision.value === asked.kesiapan).sort((a, b) => compare(a.row, b.row));
  const rest = cursor === null ? inOrder : inOrder.filter(({ row }) => compare(row, cursor) > 0);
  const limit = asked.limit === undefined ? PAGE : Number(asked.limit);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    jenis: asked.jenis, units, tanggal: tanggalKenaikanPangkat(ctx.today),
    counts: { siap_diperiksa: count(all, "siap_diperiksa"), perlu_data: count(all, "perlu_data"), belum: count(all, "belum") },
    rows: page.map(({ row, decision, total }) => ({ person: personOf(row), kesiapan: decision.value, angkaKredit: total, perlu: needOf(decision), belum: named(decision, "belum"), tidakDiketahui: named(decision, "belum_diketahui") })),
    next: last === undefined || rest.length <= limit ? null : writeCursor(last.row),
  };
}
const count = (all: readonly Readiness[], kesiapan: Kesiapan): number => all.filter(({ decision }) => decision.value === kesiapan).length;
const compare = (a: { name: string; id: string }, b: { name: string; id: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const KESIAPAN_WORDS: Readonly<Record<Kesiapan, string>> = { siap_diperiksa: "Siap diperiksa", perlu_data: "Perlu data", belum: "Belum" };
const STATUS_WORDS: Readonly<Record<StatusSyarat, string>> = { terpenuhi: "terpenuhi", belum: "belum", belum_diketahui: "belum diketahui" };
const SYARAT_WORDS: Readonly<Record<string, string>> = { uji_kompetensi: "Uji kompetensi", lowongan: "Lowongan", penetapan_prestasi: "Penetapan prestasi luar biasa" };
const KENAIKAN_WORDS: Readonly<Record<Kenaikan, string>> = { pangkat: "pangkat", jenjang: "jenjang", prestasi: "pangkat karena prestasi" };

/** The whole list as XLSX: each condition with its state and its source. */
export async function exportList(ctx: Ctx, asked: Asked): Promise<Buffer> {
  mustRole(ctx, "career.list");
  const all = (await readiness(ctx, asked)).filter(({ decision }) => asked.kesiapan === undefined || decision.value === asked.kesiapan);
  const byState = KESIAPAN.flatMap((state) => all.filter(({ decision }) => decision.value === state));
  return writeWorkbook([{
    name: `Kesiapan ${asked.jenis}`,
    heading: [`Kesiapan kenaikan ${KENAIKAN_WORDS[asked.jenis]}`, `Per ${ctx.today}. Daftar ini bukan keputusan: hukuman disiplin, ujian dinas, dan berkas lain diperiksa BKPSDM.`],
    columns: [{ title: "NIP", width: 22 }, { title: "Nama", width: 32 }, { title: "Gol.", width: 7 }, { title: "Jabatan", width: 32 }, { title: "Unit", width: 36 }, { title: "Kesiapan", width: 16 }, { title: "Angka kredit", format: "0.00" }, { title: "Diperlukan", format: "0.00" }, { title: "Syarat", width: 70 }, { title: "Sumber", width: 60 }],
    rows: byState.map(({ row, decision, total }) => [
      row.nip ?? "", row.name, row.golongan ?? "", row.jabatan ?? "", row.unit ?? "", KESIAPAN_WORDS[decision.value], total, needOf(decision),
      decision.from.filter(isSyarat).map((one) => `${SYARAT_WORDS[nameOf(one)] ?? nameOf(one)}: ${STATUS_WORDS[one.value]}`).join("; "),
      sourcesOf(row, asked, ctx.today),
    ]),
  }]);
}

/** The papers that each list of conditions rests on. */
const PAPERS: Readonly<Record<Kenaikan, Partial<Record<career.JenisFakta, string>>>> = {
  pangkat: { angka_kredit: "PAK", pangkat: "pangkat" }, jenjang: { angka_kredit: "PAK", uji_kompetensi: "uji kompetensi", lowongan: "lowongan" }, prestasi: { penetapan_prestasi: "penetapan prestasi" },
};
function sourcesOf(row: queries.Row, { jenis: untuk }: Asked, today: LocalDate): string {
  const year = Number(today.slice(0, 4));
  const predikat = row.predikat.filter(({ tahun }) => tahun >= year - 2 && tahun < year).map(({ tahun, sumber }) => `predikat ${tahun}: ${sumber ?? "Teraju"}`);
  const papers = row.facts.flatMap(({ jenis, perTanggal, sumber }) => (PAPERS[untuk][jenis] === undefined ? [] : [`${PAPERS[untuk][jenis]} per ${perTanggal}: ${sumber}`]));
  return [...predikat, ...papers].join("; ");
}
