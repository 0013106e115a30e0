import { ritmeDokumentasi, rumpunJabatan, type StandarPenilaian } from "@teraju/domain";

/** What the rumpun of a person follows from on a day: the post, and the rumpun kept with the person. Both are SQL expressions; the row is JSON. */
export const postJson = (person: string, day: string): string => `(
  select json_build_object('rumpun', w.job_family, 'jabatan', (
    select j.name from placement l join jabatan j on j.id = l.jabatan_id
     where l.person_id = w.id and l.valid_from <= ${day} and (l.valid_until is null or l.valid_until > ${day}) order by (l.kind = 'definitif') desc, l.valid_from limit 1))
  from person w where w.id = ${person})`;
export type Post = { rumpun: string | null; jabatan: string | null };

/** The documentation rhythm of a post under a standard, with the rumpun that it follows from. */
export const ritmeOf = (post: Post, { pendokumentasian }: Pick<StandarPenilaian, "pendokumentasian">) => ritmeDokumentasi({ rumpun: rumpunJabatan(post), pilihan: pendokumentasian });
