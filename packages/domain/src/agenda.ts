import { type LocalDate, type Month, addDays, addMonths, firstDayOf, isHariKerja, type Kalender, lastDayOf, weekday } from "./calendar.ts";
import { type Decision, noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { StandarPenilaian } from "./standar.ts";
import type { AgendaAlasan, AgendaBagian, Kewajiban } from "./vocabulary.ts";

export type AturanRapat = StandarPenilaian["rapat"];

/** What the agenda knows of one report, or of one unit's head in a cascade. No names, no words. */
export type LaporanRapat = {
  /** Person or unit; orders ties, so it never changes from month to month. */
  key: string;
  /** The bidang by which the agenda can be grouped. */
  unitId: string;
  kewajiban: Kewajiban;
  isSent: boolean;
  /** Rows flagged *Bahas di rapat* by the pegawai and by the penilai; rows whose target counts as missed (`aturan.melesetDi`). */
  bahasPegawai: number;
  bahasPenilai: number;
  targetMeleset: number;
  mintaBantuan: boolean;
  adaKendala: boolean;
  /** Percent, of the rows with a figure; null without one. */
  capaianTertinggi: number | null;
  capaianTerendah: number | null;
  /** Put off at the meeting before. */
  isDitunda: boolean;
  mintaDialog: boolean;
  /** Places at earlier meetings, newest first: 0 spoke first, 1 last. */
  giliran: readonly number[];
  isPertamaBulanLalu: boolean;
};

/** A promise of an earlier meeting that opens this one. */
export type JanjiRapat = { id: string; due: LocalDate; isTerbuka: boolean };

export type PilihanAgenda = {
  isGrouped: boolean;
  isExceptionsOnly: boolean;
  /** The leader's own order; whoever is not in it follows in the order of the rule. Empty: the order of the rule. */
  order: readonly string[];
  /** Minutes that the leader chose, by key. */
  minutes: Readonly<Record<string, number>>;
};

export type Tempat = { bagian: AgendaBagian; alasan: AgendaAlasan[]; minutes: number };
export type ButirAgenda = Tempat & { key: string; usualMinutes: number };
export type Agenda = {
  /** The opening with promises first (key "promises") where there are any, then the speakers. */
  items: ButirAgenda[];
  dialogPribadi: ButirAgenda[];
  leftOut: ButirAgenda[];
  totalMinutes: number;
  speakers: number;
  isTooMany: boolean;
  isTooLong: boolean;
};

type Flags = Pick<LaporanRapat, "kewajiban" | "isSent" | "bahasPegawai" | "bahasPenilai" | "targetMeleset" | "mintaBantuan" | "adaKendala" | "capaianTertinggi" | "capaianTerendah" | "isDitunda" | "mintaDialog">;

/** Percent: nothing of a clear success stays under its target. */
const AS_TARGETED = 100;
function isKeberhasilan(f: Flags, aturan: AturanRapat): boolean {
  return f.capaianTertinggi !== null && f.capaianTertinggi >= aturan.keberhasilanDari && f.capaianTerendah !== null && f.capaianTerendah >= AS_TARGETED;
}

function alasanOf(f: Flags, aturan: AturanRapat): AgendaAlasan[] {
  if (f.mintaDialog) return ["minta_dialog_pribadi"];
  const put = f.isDitunda ? (["ditunda"] as const) : [];
  if (f.kewajiban !== "wajib_lapor") return [...put, "tidak_wajib_lapor"];
  if (!f.isSent) return [...put, "belum_lapor"];
  const found: [AgendaAlasan, boolean][] = [
    ["bahas_penilai", f.bahasPenilai > 0], ["bahas_pegawai", f.bahasPegawai > 0], ["target_meleset", f.targetMeleset > 0], ["minta_bantuan", f.mintaBantuan],
    ["keberhasilan", isKeberhasilan(f, aturan)], ["kendala", f.adaKendala],
  ];
  const reasons = [...put, ...found.filter(([, holds]) => holds).map(([alasan]) => alasan)];
  return reasons.length > 0 ? reasons : ["tanpa_catatan"];
}

/** What is discussed before the rest, in the order of weight. */
const PERLU_DIBAHAS: readonly AgendaAlasan[] = ["ditunda", "bahas_penilai", "bahas_pegawai", "target_meleset", "minta_bantuan", "keberhasilan"];
const SILENT: readonly AgendaAlasan[] = ["belum_lapor", "tidak_wajib_lapor", "tanpa_catatan"];

/** In which part of the agenda a report stands, why, and for how many minutes. */
export const tempatAgenda = rule({
  name: "Tempat dalam agenda rapat",
  cite: cityStandard("rapat: bagian dan menit"),
  decide: ({ aturan, ...f }: Flags & { aturan: AturanRapat }): Tempat => {
    const alasan = alasanOf(f, aturan);
    const [first] = alasan;
    if (first === "minta_dialog_pribadi") return { bagian: "dialog_pribadi", alasan, minutes: 0 };
    const isSilent = alasan.every((one) => SILENT.includes(one));
    const minutes = f.isSent && f.mintaBantuan ? aturan.menitBantuan : isSilent ? aturan.menitTanpaCatatan : aturan.menitUmum;
    return { bagian: alasan.some((one) => PERLU_DIBAHAS.includes(one)) ? "perlu_dibahas" : "lainnya", alasan, minutes };
  },
});

const mean = (values: readonly number[]): number => (values.length === 0 ? 0.5 : values.reduce((sum, value) => sum + value, 0) / values.length);
const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** Who spoke late on average speaks early now; who is equal takes turns from month to month. */
function byTurn(all: readonly LaporanRapat[], month: Month): (a: LaporanRapat, b: LaporanRapat) => number {
  const keys = all.map((one) => one.key).toSorted();
  const turn = new Map(keys.map((key, i) => [key, (i + monthNumber(month)) % Math.max(keys.length, 1)]));
  const late = new Map(all.map((one) => [one.key, mean(one.giliran)]));
  return (a, b) => Number(b.isDitunda) - Number(a.isDitunda) || (late.get(b.key) ?? 0.5) - (late.get(a.key) ?? 0.5) || (turn.get(a.key) ?? 0) - (turn.get(b.key) ?? 0);
}

type Placed = { laporan: LaporanRapat; tempat: Tempat };

/** The groups in the order of whom they bring first; inside a group the order stays. */
function grouped(placed: readonly Placed[]): Placed[] {
  const units = [...new Set(placed.map(({ laporan }) => laporan.unitId))];
  return units.flatMap((unitId) => placed.filter(({ laporan }) => laporan.unitId === unitId));
}

/** Behind the next speaker of the same group, or behind the next group where there is none: the first of last month is not first again. */
function withoutSameFirst(placed: readonly Placed[], isGrouped: boolean): Placed[] {
  const [first, ...rest] = placed;
  if (first === undefined || !first.laporan.isPertamaBulanLalu || rest.length === 0) return [...placed];
  const length = isGrouped ? placed.filter(({ laporan }) => laporan.unitId === first.laporan.unitId).length : placed.length;
  if (length > 1) return [...rest.slice(0, 1), first, ...rest.slice(1)];
  const next = rest[0]?.laporan.unitId;
  const after = rest.filter(({ laporan }) => laporan.unitId === next);
  return [...after, first, ...rest.filter(({ laporan }) => laporan.unitId !== next)];
}

function ownOrder(placed: readonly Placed[], order: readonly string[]): Placed[] {
  const place = new Map(order.map((key, i) => [key, i]));
  return placed.toSorted((a, b) => (place.get(a.laporan.key) ?? order.length) - (place.get(b.laporan.key) ?? order.length));
}

/** The exceptions with their successes; where those are too few, the best of the rest come in. */
function onlyExceptions(placed: readonly Placed[], { pengecualianPerKeberhasilan }: AturanRapat): { kept: Placed[]; leftOut: Placed[] } {
  const isSuccess = ({ tempat }: Placed): boolean => tempat.alasan.includes("keberhasilan");
  const exceptions = placed.filter(({ tempat }) => tempat.bagian === "perlu_dibahas");
  const wanted = Math.max(1, Math.ceil(exceptions.filter((one) => !isSuccess(one)).length / pengecualianPerKeberhasilan)) - exceptions.filter(isSuccess).length;
  const best = placed.filter(({ laporan, tempat }) => tempat.bagian === "lainnya" && laporan.isSent && laporan.kewajiban === "wajib_lapor" && laporan.capaianTertinggi !== null)
    .toSorted((a, b) => (b.laporan.capaianTertinggi ?? 0) - (a.laporan.capaianTertinggi ?? 0)).slice(0, Math.max(0, wanted));
  const kept = placed.flatMap((one) => (exceptions.includes(one) ? [one] : best.includes(one) ? [{ ...one, tempat: { ...one.tempat, bagian: "perlu_dibahas" as const, alasan: ["keberhasilan_penyeimbang" as const, ...one.tempat.alasan] } }] : []));
  return { kept, leftOut: placed.filter((one) => !exceptions.includes(one) && !best.includes(one)) };
}

function opening(janji: readonly JanjiRapat[], tanggal: LocalDate, aturan: AturanRapat): Tempat | null {
  if (janji.length === 0) return null;
  const isOverdue = janji.some((one) => one.isTerbuka && one.due < tanggal);
  return { bagian: "tindak_lanjut", alasan: isOverdue ? ["tindak_lanjut_lewat", "tindak_lanjut"] : ["tindak_lanjut"], minutes: Math.min(janji.length * aturan.menitTindakLanjut, aturan.menitTindakLanjutMaks) };
}

type Masukan = { bulan: Month; tanggal: LocalDate; laporan: readonly LaporanRapat[]; janji: readonly JanjiRapat[]; tempat: readonly Tempat[]; pilihan: PilihanAgenda; aturan: AturanRapat };

const urutan = rule({
  name: "Susunan agenda rapat evaluasi",
  cite: cityStandard("rapat: urutan, menit dan batas"),
  decide: ({ bulan, tanggal, laporan, janji, tempat, pilihan, aturan }: Masukan) => {
    const butir = (key: string, one: Tempat): ButirAgenda => ({ ...one, key, usualMinutes: one.minutes, minutes: one.bagian === "dialog_pribadi" ? 0 : (pilihan.minutes[key] ?? one.minutes) });
    const of = ({ laporan: { key }, tempat: where }: Placed): ButirAgenda => butir(key, where);
    const turn = byTurn(laporan, bulan);
    const all = laporan.map((one, i): Placed => ({ laporan: one, tempat: tempat[i] ?? { bagian: "lainnya", alasan: [], minutes: 0 } })).toSorted((a, b) => turn(a.laporan, b.laporan));
    const isExcused = ({ laporan: one }: Placed): boolean => one.kewajiban !== "wajib_lapor" && !one.isDitunda;
    const speaking = all.filter((one) => one.tempat.bagian !== "dialog_pribadi" && !isExcused(one));
    const { kept, leftOut } = pilihan.isExceptionsOnly ? onlyExceptions(speaking, aturan) : { kept: speaking, leftOut: [] };
    const bySection = [...kept.filter((one) => one.tempat.bagian === "perlu_dibahas"), ...kept.filter((one) => one.tempat.bagian !== "perlu_dibahas")];
    const inGroups = pilihan.isGrouped ? grouped(bySection) : bySection;
    const isOwn = pilihan.order.length > 0;
    const ordered = isOwn ? ownOrder(inGroups, pilihan.order) : withoutSameFirst(inGroups, pilihan.isGrouped);
    const first = opening(janji, tanggal, aturan);
    const items = [...(first === null ? [] : [butir("promises", first)]), ...ordered.map(of)];
    const totalMinutes = items.reduce((sum, one) => sum + one.minutes, 0);
    const agenda: Agenda = {
      items, dialogPribadi: all.filter((one) => one.tempat.bagian === "dialog_pribadi").map(of),
      leftOut: [...leftOut, ...all.filter((one) => one.tempat.bagian !== "dialog_pribadi" && isExcused(one))].map(of),
      totalMinutes, speakers: ordered.length, isTooMany: ordered.length > aturan.batasOrang, isTooLong: totalMinutes > aturan.batasMenit,
    };
    return noted(agenda, isOwn ? NOTES.urutanPemimpin : ordered[0] !== inGroups[0] && NOTES.bukanPertamaLagi, pilihan.isExceptionsOnly && NOTES.hanyaPengecualian);
  },
});

/**
 * The agenda of a meeting: promises first, then what is to be discussed, then the others; who spoke late speaks early, and the
 * first of last month is not first again. Each report stands exactly once: in `items`, `dialogPribadi` or `leftOut`. `from` holds the
 * Decision of each report's place, in the order of `laporan`. The same input gives the same agenda.
 */
export function susunAgenda(input: Omit<Masukan, "tempat">): Decision<Agenda> {
  const tempat = input.laporan.map(({ key: _key, unitId: _unitId, giliran: _giliran, isPertamaBulanLalu: _first, ...flags }) => tempatAgenda({ ...flags, aturan: input.aturan }));
  return urutan({ ...input, tempat });
}

/**
 * The day of the meeting about `bulan`: the `pekan`-th (1–4, 5 the last) `hari` (1 Monday … 5 Friday) of the month after it;
 * on a day that is no working day, the next working day.
 */
export const hariRapat = rule({
  name: "Hari rapat menurut pola setahun",
  cite: cityStandard("rapat: jadwal setahun"),
  decide: ({ bulan, pekan, hari, kalender }: { bulan: Month; pekan: number; hari: number; kalender: Kalender }) => {
    const usual = ordinaryDay(addMonths(bulan, 1), pekan, hari);
    let day = usual;
    while (!isHariKerja(day, kalender)) day = addDays(day, 1);
    return noted(day, day !== usual && NOTES.rapatDipindah);
  },
});

/** The day of the pattern itself, working day or not. */
export function ordinaryDay(month: Month, pekan: number, hari: number): LocalDate {
  if (pekan === 5) {
    const last = lastDayOf(month);
    return addDays(last, -((weekday(last) - hari + 7) % 7));
  }
  const first = firstDayOf(month);
  return addDays(first, ((hari - weekday(first) + 7) % 7) + (pekan - 1) * 7);
}
