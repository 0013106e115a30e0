import type { Slide } from "@teraju/contracts/evaluation-meeting-live";
import type { ButirAgenda } from "@teraju/domain";
import type { Pool } from "pg";
import { IS_SUBMITTED } from "../../tree.ts";
import type { Composed } from "./agenda.ts";
import type { Candidate, Child } from "./people.ts";

/** As many lines as a room can read (ux.md 4). */
const MOST_BARS = 5;

type Bar = Slide["bars"][number];
const BARS = {
  name: "meeting_bars",
  // What is to be discussed first; then the high priority; figures of the month before by the indicator's line.
  text: `select r.person_id as "personId", i.text, i.satuan, i.arah, x.target::float8 as target,
      coalesce(x.realisasi, case when x.penyebut > 0 then round(x.pembilang / x.penyebut * 100, 2) end)::float8 as realisasi, x.uraian,
      (select coalesce(o.realisasi, case when o.penyebut > 0 then round(o.pembilang / o.penyebut * 100, 2) end)::float8 from monthly_report b join report_row o on o.report_id = b.id join indikator oi on oi.id = o.indikator_id
        where b.person_id = r.person_id and b.month = to_char((r.month || '-01')::date - 1, 'YYYY-MM') and b.submitted_at is not null and oi.line_id = i.line_id) as "lastMonth",
      (x.is_flagged or coalesce(x.verdict = 'bahas_di_rapat', false) or coalesce(x.capaian < $3, false)) as "isToDiscuss"
    from monthly_report r join report_row x on x.report_id = r.id join indikator i on i.id = x.indikator_id join hasil_kerja h on h.id = x.hasil_kerja_id
   where r.month = $1 and r.person_id = any($2) and ${IS_SUBMITTED} and (coalesce(x.realisasi, x.pembilang) is not null or x.uraian is not null)
   order by (x.is_flagged or x.verdict = 'bahas_di_rapat') desc nulls last, coalesce(x.capaian < $3, false) desc, (h.prioritas = 'utama') desc, x.position`,
};
/** The bullet bars of these people's sent reports, by person. Figures only: no capaian, no verdict leaves this query. */
export async function findBars(pool: Pool, month: string, personIds: readonly string[], under: number): Promise<Map<string, Bar[]>> {
  const { rows } = await pool.query<Bar & { personId: string }>({ ...BARS, values: [month, personIds, under] });
  const found = new Map<string, Bar[]>();
  for (const { personId, ...bar } of rows) found.set(personId, [...(found.get(personId) ?? []), bar]);
  return found;
}

const PHOTOS = { name: "meeting_photos", text: `select id, title from evidence where id = any($1) and kind = 'file' and mime like 'image/%'` };
export async function findPhotos(pool: Pool, ids: readonly string[]): Promise<Map<string, { id: string; title: string }>> {
  const { rows } = await pool.query<{ id: string; title: string }>({ ...PHOTOS, values: [ids] });
  return new Map(rows.map((row) => [row.id, row]));
}

export function promiseLine(one: Candidate & { dibawaBulan: number }, date: string): Slide["promises"][number] {
  const state = one.status !== "terbuka" ? one.status : one.due < date ? "lewat" : one.lastAnswer === "sebagian" ? "sebagian" : "terbuka";
  return { id: one.id, text: one.text, owner: one.owner ?? "", due: one.due, state, dibawaBulan: one.dibawaBulan };
}

type Source = { pool: Pool; month: string; date: string; under: number; composed: Composed; idOf: (key: string) => string };

/** All slides in their order, the first and the last one with them; `idOf` gives the id that a line has or will have. */
export async function makeSlides({ pool, month, date, under, composed, idOf }: Source): Promise<Slide[]> {
  const { items } = composed.decision.value;
  const speakers = items.flatMap((item) => composed.speakerOf(item.key) ?? []);
  const [bars, photos] = await Promise.all([findBars(pool, month, speakers, under), findPhotos(pool, [...composed.said.values()].flatMap((one) => one.photoIds))]);
  const frame = (key: "opening" | "closing", position: number): Slide => ({ ...EMPTY, itemId: idOf(key), kind: key, position });
  const slides = items.map((item, i) => slideOf(item, i + 1, { composed, bars, photos, idOf, date }));
  return [frame("opening", 0), ...slides, frame("closing", items.length + 1)];
}

const EMPTY: Omit<Slide, "itemId" | "kind" | "position"> = {
  bagian: "tindak_lanjut", minutes: 0, person: null, speaker: null, unit: null, headline: null, report: null, bars: [], moreBars: 0, kendala: null, bantuan: null, photos: [], promises: [], unitMonth: null,
};

type Parts = { composed: Composed; bars: ReadonlyMap<string, Bar[]>; photos: ReadonlyMap<string, { id: string; title: string }>; idOf: (key: string) => string; date: string };
function slideOf(item: ButirAgenda, position: number, { composed, bars, photos, idOf, date }: Parts): Slide {
  const line = composed.lineOf(item, position);
  const promises = composed.promises.map((one) => ({ ownerId: one.ownerId, unitId: one.pemilik === "unit" ? one.unitAsal : null, ...promiseLine(one, date) }));
  const strip = ({ ownerId: _o, unitId: _u, ...rest }: (typeof promises)[number]): Slide["promises"][number] => rest;
  const base = { ...EMPTY, itemId: idOf(item.key), kind: line.kind, bagian: item.bagian, position, minutes: item.minutes };
  if (item.key === "promises") return { ...base, promises: promises.map(strip) };
  const personId = composed.speakerOf(item.key);
  const said = composed.said.get(personId ?? "");
  const facts = composed.facts.get(personId ?? "");
  const rows = bars.get(personId ?? "") ?? [];
  const child = composed.children.find((one) => one.unitId === item.key);
  return {
    ...base, person: line.person, unit: line.unit, headline: said?.headline ?? null,
    report: facts?.isSent === true ? "ada" : facts !== undefined && facts.kewajiban !== "wajib_lapor" ? "tidak_wajib" : "belum",
    bars: rows.slice(0, MOST_BARS), moreBars: Math.max(0, rows.length - MOST_BARS), kendala: facts?.isSent === true ? facts.kendala : null, bantuan: facts?.isSent === true ? facts.bantuan : null,
    photos: (said?.photoIds ?? []).flatMap((id) => photos.get(id) ?? []),
    promises: promises.filter((one) => (child === undefined ? one.ownerId === personId : one.unitId === child.unitId || (one.ownerId !== null && one.ownerId === child.headId))).map(strip),
    unitMonth: child === undefined ? null : monthOfChild(child),
  };
}

function monthOfChild({ obliged, submitted, toDiscuss, heldOn, decisions, named }: Child): Slide["unitMonth"] {
  return { obliged, submitted, toDiscuss, meetingHeld: heldOn, decisions, named };
}
