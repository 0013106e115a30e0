import { type BahanPenilaian, type Ekspektasi, masukanRekan, PERILAKU, type Perilaku, saranRatingHasilKerja, saranRatingPerilaku } from "@teraju/domain";
import type { SourcesRow } from "./ratings.ts";

export type FragileLine = { personId: string; suggestion: Ekspektasi | null; without: { source: "rekan" | "umpan_balik" | "satu_hasil_kerja"; suggestion: Ekspektasi | null }[] };

/** People whose suggestion hangs on one source: left out, the guide would suggest something else. */
export function fragileLines(rows: readonly SourcesRow[]): FragileLine[] {
  return rows.flatMap((row) => [hasilLine(row), perilakuLine(row)].flatMap((line) => (line === null || line.without.length === 0 ? [] : [line])));
}

function hasilLine({ personId, hasil, umpanBalik, batas }: SourcesRow): FragileLine | null {
  const suggest = (h: SourcesRow["hasil"], u: SourcesRow["umpanBalik"] | null) => saranRatingHasilKerja({ hasil: h, umpanBalik: u, batas }).value;
  const suggestion = suggest(hasil, umpanBalik);
  if (suggestion === null) return null;
  const hasWords = umpanBalik.positif + umpanBalik.netral + umpanBalik.negatif > 0;
  const mute = hasWords ? suggest(hasil, null) : suggestion;
  // One that changes it is enough: which one, the receipt shows.
  const others = hasil.length < 2 ? [] : hasil.map((_, i) => suggest(hasil.toSpliced(i, 1), umpanBalik)).filter((value) => value !== suggestion);
  return { personId, suggestion, without: [...(mute === suggestion ? [] : [{ source: "umpan_balik" as const, suggestion: mute }]), ...others.slice(0, 1).map((other) => ({ source: "satu_hasil_kerja" as const, suggestion: other }))] };
}

function perilakuLine({ personId, perilaku, rekan, batas, bobotRekan }: SourcesRow): FragileLine | null {
  // Kept as the facts of a result, read back as they were.
  const given = rekan as BahanPenilaian["rekan"] | null;
  if (given === null || given === undefined || "sebab" in given) return null;
  const nilai = perilaku.filter((one): one is { perilaku: Perilaku; rating: Ekspektasi | null } => PERILAKU.some((name) => name === one.perilaku));
  const suggestion = saranRatingPerilaku({ nilai, rekan: masukanRekan({ ...given, bobot: bobotRekan ?? 0 }), batas }).value;
  const alone = saranRatingPerilaku({ nilai, rekan: null, batas }).value;
  return { personId, suggestion, without: alone === suggestion ? [] : [{ source: "rekan", suggestion: alone }] };
}
