import type { DocumentPeriod } from "@teraju/contracts/documents";
import type { LocalDate, PenandatanganRekaman, RecordKind } from "@teraju/domain";
import type { Pool } from "pg";
import { iso } from "../../report.ts";

export type SignatureRow = { kind: RecordKind; personId: string; place: PenandatanganRekaman; digest: string; signerId: string; at: string };
const SIGNATURES = {
  name: "documents_signatures",
  text: `
    select s.kind, s.person_id as "personId", s.place, s.digest, s.signer_id as "signerId", ${iso("s.signed_at")} as at
      from document_signature s where s.person_id = any($1) and s.period_id = $2 order by s.signed_at desc`,
};
/** Signatures under these people's records of a period, the latest first, whatever content they hold for. One query. */
export async function listSignatures(pool: Pick<Pool, "query">, people: readonly string[], periodId: string): Promise<SignatureRow[]> {
  return (await pool.query<SignatureRow>({ ...SIGNATURES, values: [people, periodId] })).rows;
}

export type ToSign = { person: { id: string; name: string }; period: DocumentPeriod };
const TO_SIGN = {
  name: "documents_to_sign",
  // $1 actor, $2 today: periods of this year that are over, by who was penilai on their last day, or one's own. Signed means: after the last
  // that was said; whether the content is the same to the letter, the record itself tells.
  text: `
    with e as (select e.*, ((e.last_month || '-01')::date + interval '1 month' - interval '1 day')::date as last from evaluation_period e where e.kind <> 'tahunan' and e.year = extract(year from $2::date) and e.last_month < to_char($2::date, 'YYYY-MM')),
    place as (select e.id as period_id, r.pegawai_id as person_id, 'penilai' as place from e join penilai_relation r on r.penilai_id = $1 and r.valid_from <= e.last and (r.valid_until is null or r.valid_until > e.last)
              union all select e.id, $1::uuid, 'pegawai' from e)
    select json_build_object('id', p.id, 'name', p.name) as person, json_build_object('id', e.id, 'year', e.year, 'kind', e.kind, 'number', e.number, 'firstMonth', e.first_month, 'lastMonth', e.last_month) as period
      from place l join e on e.id = l.period_id join person p on p.id = l.person_id
      join lateral (select max(greatest(coalesce(u.given_at, u.given_on::timestamptz), u.replied_at)) as at from umpan_balik u where u.to_id = l.person_id and u.month between e.first_month and e.last_month and u.status = 'diberikan') said on said.at is not null
     where exists (select from skp s where s.person_id = l.person_id and s.year = e.year and s.status = 'set')
       and exists (select from monthly_report m where m.person_id = l.person_id and m.month between e.first_month and e.last_month and m.status in ('submitted', 'checked', 'closed_unreviewed'))
       and not exists (select from document_signature s where s.person_id = l.person_id and s.period_id = e.id and s.kind = 'rekaman_umpan_balik' and s.place = l.place and s.signed_at >= said.at)
     order by e.last desc, (l.place = 'pegawai') desc, p.name, p.id limit 200`,
};
/** Records of umpan balik that wait for this person's signature, the latest period first; at most 200. One query. */
export async function listToSign(pool: Pool, { actorId, today }: { actorId: string; today: LocalDate }): Promise<ToSign[]> {
  return (await pool.query<ToSign>({ ...TO_SIGN, values: [actorId, today] })).rows;
}
