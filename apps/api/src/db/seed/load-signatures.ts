import { addDays, type LocalDate, weekday } from "@teraju/domain";
import type pg from "pg";
import { recordDocuments } from "../../features/documents/content.ts";
import { letterheadsOn } from "../../letterhead.ts";
import { digestOf } from "../../pdf/form-documents.ts";
import type { PeriodRow } from "../../features/documents/queries.ts";
import type { City } from "./city.ts";

type Said = PeriodRow & { personId: string; penilaiId: string; lastSaid: LocalDate };

const FRIDAY = 5;
/** So many days later, or the Monday after. */
function workdayAfter(day: LocalDate, days: number): LocalDate {
  const on = addDays(day, days);
  return weekday(on) > FRIDAY ? addDays(on, 8 - weekday(on)) : on;
}

/**
 * The records of umpan balik of closed quarters of this year, signed by both in the teams of the visitors; the quarter that is being rated still waits.
 * In the seed's transaction, after the day's people can be read.
 */
export async function loadSignatures(client: pg.PoolClient, { city, today }: { city: City; today: LocalDate }): Promise<void> {
  const visitors = city.people.filter((one) => one.account !== null).map(({ id }) => id);
  const { rows } = await client.query<Said>(
    `select e.id, e.year, e.kind, e.number, e.first_month as "firstMonth", e.last_month as "lastMonth", r.pegawai_id as "personId", r.penilai_id as "penilaiId", said.on as "lastSaid"
       from evaluation_period e
       join penilai_relation r on r.penilai_id = any($1) and r.valid_from <= (e.last_month || '-01')::date + interval '27 days' and (r.valid_until is null or r.valid_until > (e.last_month || '-01')::date + interval '1 month')
       join lateral (select max(greatest(u.given_at, u.replied_at))::date as on from umpan_balik u where u.to_id = r.pegawai_id and u.month between e.first_month and e.last_month and u.status = 'diberikan') said on said.on is not null
      where e.kind = 'triwulanan' and e.year = extract(year from $2::date) and e.closed_at is not null order by e.last_month, r.pegawai_id`, [visitors, today]);
  const heads = await letterheadsOn(client, today);
  for (const periodId of new Set(rows.map(({ id }) => id))) {
    const own = rows.filter(({ id }) => id === periodId);
    const [row] = own;
    if (row === undefined) continue;
    const written = await recordDocuments(client, own.map(({ personId }) => ({ kind: "rekaman_umpan_balik", personId, sourceId: periodId })), row, heads);
    const signed = written.flatMap(({ ref, content }) => {
      const of = own.find(({ personId }) => personId === ref.personId);
      const digest = digestOf(content);
      const on = of === undefined ? today : workdayAfter(of.lastSaid > content.last ? of.lastSaid : content.last, 5);
      const answeredOn = workdayAfter(on, 2);
      return of === undefined || answeredOn >= today ? [] : [["penilai", of.penilaiId, `${on}T02:40:00Z`] as const, ["pegawai", of.personId, `${answeredOn}T03:05:00Z`] as const].map(([place, signerId, at]) => ({ personId: of.personId, place, digest, signerId, at }));
    });
    await client.query("insert into document_signature (kind, person_id, period_id, place, digest, signer_id, signed_at) select 'rekaman_umpan_balik', x.person_id, $1, x.place, x.digest, x.signer_id, x.at from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[]) as x(person_id, place, digest, signer_id, at)",
      [periodId, signed.map((one) => one.personId), signed.map((one) => one.place), signed.map((one) => one.digest), signed.map((one) => one.signerId), signed.map((one) => one.at)]);
  }
}
