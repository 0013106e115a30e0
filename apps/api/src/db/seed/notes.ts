import { addDays, isHariKerja } from "@teraju/domain";
import type { Loader } from "./copy.ts";
import type { Random } from "./random.ts";
import type { Reports } from "./reports.ts";
import type { Skps } from "./skp.ts";
import { KALENDER, millisOf, must, type Timeline } from "./timeline.ts";

const TEXTS = ["Pelayanan pagi selesai sebelum pukul 11.", "Rekap hari ini sudah dicocokkan dengan register.", "Koordinasi dengan kader gampong untuk kunjungan minggu depan.", "Dua berkas dilengkapi dan diarsipkan.", "Kunjungan rumah selesai, hasilnya dicatat.", "Data hari ini sudah diunggah."] as const;

/** Catatan harian of the open month: many for the people with an account, a few for their colleagues, none for most. */
export function loadNotes(random: Random, load: Loader, reports: Reports, skps: Skps, timeline: Timeline): void {
  const add = load.table("daily_note", ["id", "person_id", "day", "text", "line_id"]);
  for (const person of reports.keys()) {
    const isVisitor = person.account !== null;
    if (!isVisitor && !random.chance(0.04)) continue;
    const skp = skps.get(person)?.findLast((one) => one.year === timeline.open.year && one.status === "set");
    if (skp === undefined) continue;
    for (let n = 0; n < (isVisitor ? 9 : 3); n++) {
      const day = addDays(`${timeline.open.month}-01`, random.int(0, 27));
      if (day >= timeline.today || day > timeline.open.lastDay || !isHariKerja(day, KALENDER)) continue;
      add(random.uuid(millisOf(day)), person.id, day, random.pick(TEXTS), must(skp.hasil[n % skp.hasil.length]).lineId);
    }
  }
}
