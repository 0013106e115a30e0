/** Leave as an office's list says it: one line for one stretch of days. */
import { isLocalDate, type LocalDate } from "./calendar.ts";
import { parseNip } from "./nip.ts";
import type { Refusal } from "./refusal.ts";
import { type AbsenceKind, CUTI, type Cuti } from "./vocabulary.ts";
import { reasons } from "./workflow.ts";

/** The letter by which somebody is absent: its number and its date. */
export type Surat = { nomor: string; tanggal: LocalDate };

/** Who plans no SKP while it lasts (PermenPANRB 6/2022 Lampiran BAB II huruf C angka 8): kinds of absence, and of cuti. Questions to the database are made from it too. */
export const TANPA_SKP: { readonly kind: readonly AbsenceKind[]; readonly cuti: readonly Cuti[] } = { kind: ["diberhentikan_sementara", "masa_persiapan_pensiun"], cuti: ["cltn"] };

/** Granted or imposed by a keputusan, which BKPSDM keeps. */
export function isTanpaSkp({ kind, cuti }: { kind: AbsenceKind; cuti: Cuti | null }): boolean {
  return TANPA_SKP.kind.includes(kind) || (cuti !== null && TANPA_SKP.cuti.includes(cuti));
}

/** Why it may not be marked so; nobody marks themselves, whatever their role. */
export function absenceRefusals(absence: { kind: AbsenceKind; cuti: Cuti | null; surat: Surat | null }, { isOwn }: { isOwn: boolean }): Refusal[] {
  return reasons({ own_line: isOwn, letter_missing: isTanpaSkp(absence) && absence.surat === null });
}

/** Why it may not be taken back: what rests on a keputusan is taken back by who recorded it, or by BKPSDM; what excused settled months stays. */
export function absenceRemovalRefusals(absence: { kind: AbsenceKind; cuti: Cuti | null }, { isOwn, isOwnRecord, isBkpsdm, isSettled }: { isOwn: boolean; isOwnRecord: boolean; isBkpsdm: boolean; isSettled: boolean }): Refusal[] {
  return reasons({ own_line: isOwn, not_yours: isTanpaSkp(absence) && !isOwnRecord && !isBkpsdm, period_closed: isSettled });
}

/** Columns of the file, in the order of its example. */
export const KOLOM_CUTI = ["nip", "jenis", "mulai", "selesai", "keterangan"] as const;
/** Columns that a file may have besides: the letter. What leaves no SKP needs them. */
export const KOLOM_SURAT = ["nomor_surat", "tanggal_surat"] as const;
export type KolomCuti = (typeof KOLOM_CUTI)[number] | (typeof KOLOM_SURAT)[number];
export const MASALAH_CUTI = ["nip_tidak_sah", "jenis_tidak_dikenal", "tanggal_tidak_sah", "selesai_sebelum_mulai", "orang_tidak_ada", "bertumpuk", "surat_tidak_ada"] as const;
export type MasalahCuti = { kolom: KolomCuti; masalah: (typeof MASALAH_CUTI)[number] };
/** `lastDay` null: until further notice. */
export type BarisCuti = { nip: string; kind: AbsenceKind; cuti: Cuti | null; firstDay: LocalDate; lastDay: LocalDate | null; note: string | null; surat: Surat | null };

/** "Cuti di luar tanggungan negara" is what letters write for CLTN. */
const ALSO: Readonly<Record<string, Cuti>> = { di_luar_tanggungan_negara: "cltn", karena_alasan_penting: "alasan_penting" };
const KINDS: Readonly<Record<string, AbsenceKind>> = { cuti: "cuti", tugas_belajar: "tugas_belajar", diberhentikan_sementara: "diberhentikan_sementara", masa_persiapan_pensiun: "masa_persiapan_pensiun" };

function kindOf(text: string): Pick<BarisCuti, "kind" | "cuti"> | null {
  const word = text.trim().toLowerCase().replaceAll(/[\s_]+/g, "_");
  if (Object.hasOwn(KINDS, word)) return { kind: KINDS[word] ?? "cuti", cuti: null };
  const bare = word.replace(/^cuti_/, "");
  const cuti = CUTI.find((one) => one === bare) ?? (Object.hasOwn(ALSO, bare) ? ALSO[bare] : undefined);
  return cuti === undefined ? null : { kind: "cuti", cuti };
}

/** One line of the file, read strictly: NIP of 18 digits, a kind of cuti (PP 11/2017 Pasal 310) or of absence, days as 2026-11-02; `selesai` empty: until further notice. */
export function bacaCuti(baris: Readonly<Record<(typeof KOLOM_CUTI)[number], string> & Partial<Record<(typeof KOLOM_SURAT)[number], string>>>): { cuti: BarisCuti } | { masalah: MasalahCuti[] } {
  const nip = parseNip(baris.nip);
  const kind = kindOf(baris.jenis);
  const [firstDay, lastDay] = [baris.mulai.trim(), baris.selesai.trim()];
  const areDays = isLocalDate(firstDay) && (lastDay === "" || isLocalDate(lastDay));
  const [nomor, tanggal] = [baris.nomor_surat?.trim() ?? "", baris.tanggal_surat?.trim() ?? ""];
  const isDated = isLocalDate(tanggal);
  const surat = nomor !== "" && isDated ? { nomor, tanggal } : null;
  const masalah: MasalahCuti[] = [
    ...(nip.valid ? [] : [{ kolom: "nip" as const, masalah: "nip_tidak_sah" as const }]),
    ...(kind === null ? [{ kolom: "jenis" as const, masalah: "jenis_tidak_dikenal" as const }] : []),
    ...(areDays ? [] : [{ kolom: isLocalDate(firstDay) ? ("selesai" as const) : ("mulai" as const), masalah: "tanggal_tidak_sah" as const }]),
    ...(areDays && lastDay !== "" && lastDay < firstDay ? [{ kolom: "selesai" as const, masalah: "selesai_sebelum_mulai" as const }] : []),
    ...(tanggal !== "" && !isDated ? [{ kolom: "tanggal_surat" as const, masalah: "tanggal_tidak_sah" as const }] : []),
    ...(surat === null && (tanggal === "" || isDated) && (nomor !== "" || tanggal !== "" || (kind !== null && isTanpaSkp(kind))) ? [{ kolom: nomor === "" ? ("nomor_surat" as const) : ("tanggal_surat" as const), masalah: "surat_tidak_ada" as const }] : []),
  ];
  if (!nip.valid || kind === null || masalah.length > 0) return { masalah };
  return { cuti: { nip: nip.nip, ...kind, firstDay, lastDay: lastDay === "" ? null : lastDay, note: baris.keterangan.trim() || null, surat } };
}

/** Whether two stretches share a day; an open end goes on for ever. */
export function areOverlapping(a: Pick<BarisCuti, "firstDay" | "lastDay">, b: Pick<BarisCuti, "firstDay" | "lastDay">): boolean {
  return (b.lastDay === null || a.firstDay <= b.lastDay) && (a.lastDay === null || b.firstDay <= a.lastDay);
}
