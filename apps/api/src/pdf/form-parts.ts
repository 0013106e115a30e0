/** Pieces that several forms share: the two heads, tables' cells, signatures. */
import { PERILAKU, type Format, type Month } from "@teraju/domain";
import { dayAndClock, dayOf, longDate, monthName } from "./dates.ts";
import type { DocumentContent, IndikatorContent, PartyContent, PerilakuContent, PlaceContent, Signed, UmpanBalikContent } from "./form-content.ts";
import { lastLineOfPenilai, NONE, pangkatLabel, panduanOf, PERILAKU_NAME, spanWords, TITLES } from "./form-words.ts";
import type { Block, Cell, Line, Part, SignatureSlot } from "./forms.ts";
import { signatureLines } from "./official.ts";

type Look = Omit<Cell, "lines">;
export const cell = (text: string, look: Look = {}): Cell => ({ lines: [{ text }], ...look });
export const shaded = (text: string, look: Look = {}): Cell => ({ lines: [{ text }], fill: true, ...look });
export const title = (text: string, look: Look = {}): Cell => shaded(text, { center: true, ...look });
export const numbers = (n: number): Cell[] => Array.from({ length: n }, (_, i) => title(`(${i + 1})`));
/** Lines of a cell; a dash where there are none, so that nobody writes into it afterwards. */
export const listed = (lines: readonly Line[], look: Look = {}): Cell => ({ lines: lines.length === 0 ? [{ text: NONE }] : lines, ...look });

const UPRIGHT: readonly Format[] = ["B.1.2", "B.1.6", "B.1.7", "B.1.8", "B.1.9", "B.1.10", "KONSELING"];
const NIP_OPTIONAL: readonly Format[] = ["A.1.1", "A.1.2", "B.1.4", "C.1.1", "C.1.2"];
/** NO, PEGAWAI YANG DINILAI | NO, PEJABAT PENILAI KINERJA: five lines each. */
export function partiesTable({ format, pegawai, penilai, instansi }: Pick<DocumentContent, "format" | "pegawai" | "penilai" | "instansi">): Block {
  // On the upright sheets the third label breaks, as it does in the annex.
  const label = UPRIGHT.includes(format) ? -26 : -43;
  const labels = ["NAMA", "NIP", pangkatLabel(format), "JABATAN"];
  const last = lastLineOfPenilai(format);
  // Where the penilai may be the head of a region or a minister.
  const nip = NIP_OPTIONAL.includes(format) ? "NIP (*opsional)" : "NIP";
  const values = ({ name, nip, pangkat, jabatan }: PartyContent): string[] => [name, nip ?? NONE, pangkat ?? NONE, jabatan ?? NONE];
  const side = (who: PartyContent, own: readonly string[], lastLabel: string, lastValue: string) => [...own.map((text, i) => [text, values(who)[i] ?? NONE] as const), [lastLabel, lastValue] as const];
  const left = side(pegawai, labels, "UNIT KERJA", pegawai.unit ?? NONE);
  const right = side(penilai, labels.with(1, nip), last, last === "INSTANSI" ? instansi : (penilai.unit ?? NONE));
  return {
    kind: "table", widths: [-8, label, 1, -8, label, 1], head: [[title("NO"), title("PEGAWAI YANG DINILAI", { colspan: 2 }), title("NO"), title("PEJABAT PENILAI KINERJA", { colspan: 2 })]],
    rows: left.map(([text, value], i) => [cell(String(i + 1), { center: true }), cell(text), cell(value), cell(String(i + 1), { center: true }), cell(right[i]?.[0] ?? ""), cell(right[i]?.[1] ?? "")]),
  };
}

export const spanBlock = ({ instansi, first, last }: Pick<DocumentContent, "instansi" | "first" | "last">): Block => ({ kind: "span", instansi: instansi.toUpperCase(), span: spanWords(first, last) });

/** What stands where the annex prints the number of its form; the record of a konseling has none there. */
const STATE: Partial<Record<Format, string>> = { KONVERSI: "Peraturan BKN 3/2023", AKUMULASI: "Peraturan BKN 3/2023", PAK: "Peraturan BKN 3/2023", KONSELING: "Bentuk Teraju" };
export function part(content: DocumentContent, format: Format, more: Pick<Part, "flipped" | "blocks"> & Partial<Part>): Part {
  const [name, ...lines] = TITLES[format];
  return { state: STATE[format] ?? `Format ${format}`, title: name, lines, notice: content.notice, letterhead: true, garuda: false, ...more };
}

export const saidLines = (heard: readonly UmpanBalikContent[]): Line[] =>
  heard.flatMap(({ from, on, text, reply }): Line[] => [{ text: `${from}, ${longDate(on)}:`, style: "soft" }, { text }, ...(reply === null ? [] : [{ text: `Tanggapan pegawai: ${reply}`, style: "soft" } as const])]);

const short = (month: Month): string => monthName(month).replace(/ \d{4}$/, "");
const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
/** "Juli", "Juli, Agustus", "Juli–September": three or more in a row are a stretch. */
export function monthsWords(months: readonly Month[]): string {
  const runs: Month[][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && monthNumber(month) === monthNumber(before) + 1) last.push(month);
    else runs.push([month]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(short) : [`${short(run[0] ?? "")}–${short(run.at(-1) ?? "")}`])).join(", ");
}
/** The same words of several months, once: "Juli–September: Register kohort bayi". */
export function byText(said: readonly { readonly month: Month; readonly text: string }[]): string[] {
  const months = new Map<string, Month[]>();
  for (const { month, text } of said) months.set(text, [...(months.get(text) ?? []), month]);
  return [...months].map(([text, of]) => `${monthsWords(of)}: ${text}`);
}
export const evidenceLines = (bulan: IndikatorContent["bulan"]): Line[] => byText(bulan.flatMap(({ month, bukti }) => bukti.map((text) => ({ month, text })))).map((text) => ({ text: `Bukti ${text}`, style: "soft" }));
/** Realisasi of the period with the evidence it stands on. */
export function realisasiLines({ realisasi, bulan }: IndikatorContent): Line[] {
  const words = byText(bulan.flatMap(({ month, sentence, realisasi: figure }) => {
    const text = realisasi === null && figure !== null ? figure : sentence;
    return text === null ? [] : [{ month, text }];
  }));
  return [...(realisasi === null ? [] : [{ text: realisasi }]), ...words.map((text): Line => ({ text })), ...evidenceLines(bulan)];
}

/** The mark of the form's note; on B.1.4 and B.1.5, where the annex left one without a note of its own, there is none. */
const PERILAKU_MARK: Partial<Record<Format, string>> = { "A.1.1": "*", "A.1.2": "*", "A.1.6": "*", "A.1.7": "**" };

/** PERILAKU KERJA: seven values with their panduan and the ekspektasi khusus; in B and C the umpan balik beside them. */
export function perilakuTable({ format, perilaku }: { format: Format; perilaku: readonly PerilakuContent[] }, isHeard: boolean): Block {
  const asterisk = PERILAKU_MARK[format] ?? "";
  const head = isHeard ? [shaded(`PERILAKU KERJA${asterisk}`, { colspan: 3 }), title("UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG")] : [shaded(`PERILAKU KERJA${asterisk}`, { colspan: 3 })];
  const rows = PERILAKU.flatMap((name, i): Cell[][] => {
    const own = perilaku.find((one) => one.perilaku === name);
    const ekspektasi: Line[] = [{ text: "Ekspektasi Khusus Pimpinan:" }, ...(own?.ekspektasi ? [{ text: own.ekspektasi }] : [])];
    return [
      [cell(String(i + 1), { center: true, rowspan: 2, keep: true }), cell(PERILAKU_NAME[name], { colspan: isHeard ? 3 : 2 })],
      [{ lines: panduanOf(name, format).map((text): Line => ({ text, style: "item" })) }, { lines: ekspektasi }, ...(isHeard ? [listed(saidLines(own?.umpanBalik ?? []))] : [])],
    ];
  });
  return { kind: "table", widths: isHeard ? [-8, 1.25, 0.8, 1] : [-8, 1.3, 1], head: [head], rows };
}

export const NOT_SIGNED = "Belum ditandatangani di Teraju";
export type Signer = PartyContent & { readonly role: string; readonly signed: Signed | null; /** What an unsigned place says; null where a hand alone signs. */ readonly unsigned?: string | null; /** "Langsa, 31 Januari 2026"; null keeps the line free. */ readonly place: string | null };
/** A place to sign, with role, name and NIP as on the form: what was signed in the app stands in it, and below it is room for a certified electronic signature or a hand. */
export function slot({ place, unsigned = NOT_SIGNED, ...who }: Signer): SignatureSlot {
  const [line] = signatureLines([{ ...who, jabatan: "" }]);
  if (line === undefined) throw new Error("one signature gives one line");
  return { ...line, place: place ?? "\u00A0", unsigned, tte: true };
}
export const placeAndDay = ({ place, date }: Pick<DocumentContent, "place" | "date">): string => `${place}, ${longDate(date)}`;
/** A hand writes its own day; an act in the app brings it along. */
export const placeOf = ({ place }: Pick<DocumentContent, "place">, act: Signed | null): string => `${place}, ${act === null ? "........................................" : longDate(dayOf(act.at))}`;
type Both<T> = { readonly pegawai: T; readonly penilai: T };
export const bothSign = (content: DocumentContent, signed: Both<Signed | null>, { role = "Pejabat Penilai Kinerja", unsigned }: { role?: string; unsigned?: Both<string> } = {}): Block => ({
  kind: "signatures",
  slots: [
    slot({ ...content.pegawai, role: "Pegawai yang Dinilai", signed: signed.pegawai, unsigned: unsigned?.pegawai ?? NOT_SIGNED, place: null }),
    slot({ ...content.penilai, role, signed: signed.penilai, unsigned: unsigned?.penilai ?? NOT_SIGNED, place: placeOf(content, signed.penilai) }),
  ],
});
/** An unsigned place of a record: the old content's signature is named, so that nobody looks for it in vain. */
export const unsignedWords = ({ before }: PlaceContent): string => (before === null ? NOT_SIGNED : `Isi berubah sejak ditandatangani ${dayAndClock(before)}. Isi ini belum ditandatangani`);
