import { blindRating as rules, type Ekspektasi, type LocalDate, type Refusal } from "@teraju/domain";
import type { BlindRatingView } from "@teraju/contracts/blind-rating";
import type { Pool } from "pg";

type Line = { lineId: string; text: string };
type Word = { lineId: string; text: string; by: string; on: LocalDate };
type Row = {
  sent: Record<rules.BlindSide, LocalDate | null>; lines: Line[]; own: { lineId: string; rating: Ekspektasi }[]; open: { lineId: string; pegawai: Ekspektasi; penilai: Ekspektasi }[]; words: Word[]; isFinal: boolean;
};

const STEP = {
  name: "blind_step",
  // $1 period, $2 pegawai, $3 the asking side: its own marks, and both sides' from the view alone
  text: `
    select json_build_object('pegawai', (select sent_on from blind_form where period_id = $1 and person_id = $2 and side = 'pegawai'), 'penilai', (select sent_on from blind_form where period_id = $1 and person_id = $2 and side = 'penilai')) as sent,
           coalesce((select json_agg(json_build_object('lineId', h.line_id, 'text', h.text) order by h.position) from skp s join hasil_kerja h on h.skp_id = s.id join evaluation_period e on e.id = $1 where s.person_id = $2 and s.year = e.year and s.status = 'set'), '[]') as lines,
           coalesce((select json_agg(json_build_object('lineId', m.line_id, 'rating', m.rating)) from blind_mark m where m.period_id = $1 and m.person_id = $2 and m.side = $3), '[]') as own,
           coalesce((select json_agg(json_build_object('lineId', o.line_id, 'pegawai', o.pegawai, 'penilai', o.penilai)) from blind_open o where o.period_id = $1 and o.person_id = $2), '[]') as open,
           coalesce((select json_agg(json_build_object('lineId', w.line_id, 'text', w.text, 'by', p.name, 'on', w.said_on)) from blind_word w join person p on p.id = w.author_id where w.period_id = $1 and w.person_id = $2), '[]') as words,
           exists (select from appraisal a where a.period_id = $1 and a.person_id = $2 and a.status = 'final') as "isFinal"`,
};

/** One person's two-blind step as one side may see it. */
export type BlindStep = rules.Blind & Pick<Row, "own" | "open" | "words"> & { results: Line[] };
/** One query. The other side's ratings leave the database only when both are locked. */
export async function findBlindStep(pool: Pool, { id, ratingFrom, ratingUntil }: { id: string; ratingFrom: LocalDate; ratingUntil: LocalDate }, personId: string, side: rules.BlindSide): Promise<BlindStep> {
  const row = (await pool.query<Row>({ ...STEP, values: [id, personId, side] })).rows[0];
  if (row === undefined) throw new Error("a select without from gives one row");
  const gaps = row.open.filter((one) => rules.selisihDuaSisi(one).value.perluPenjelasan).map((one) => one.lineId);
  return { sent: row.sent, lines: row.lines.map((one) => one.lineId), results: row.lines, gaps, explained: row.words.map((one) => one.lineId), isFinal: row.isFinal, ratingFrom, ratingUntil, own: row.own, open: row.open, words: row.words };
}

/** As it goes over the wire to the side that `findBlindStep` was asked for. */
export function blindStepView(step: BlindStep, context: rules.Context): BlindRatingView {
  return {
    sent: step.sent, waitedUntil: rules.waitedUntil(step, context),
    results: step.results.map(({ lineId, text }) => {
      const both = step.open.find((one) => one.lineId === lineId);
      const word = step.words.find((one) => one.lineId === lineId);
      return {
        lineId, text, own: step.own.find((one) => one.lineId === lineId)?.rating ?? null,
        both: both === undefined ? null : { pegawai: both.pegawai, penilai: both.penilai, selisih: rules.selisihDuaSisi({ pegawai: both.pegawai, penilai: both.penilai }) },
        word: word === undefined ? null : { text: word.text, by: word.by, on: word.on },
      };
    }),
    actions: { send: rules.sendRefusals(step, null, context), explain: rules.wordRefusals(step, null, context) },
  };
}

/** What the step still asks for before a result becomes final; nothing where the period has no such step. */
export function blindFinalRefusals(step: BlindStep | null, context: rules.Context): Refusal[] {
  return step === null ? [] : rules.finalRefusals(step, context);
}
