import { v7 } from "uuid";
import { tinyJpeg, TINY_PDF } from "../images.ts";
import type { TestApp } from "../app.ts";
import type { SmallCity } from "../factories.ts";
import { addMeeting } from "../meeting-factories.ts";
import type { StandingWord } from "./world.ts";

export type MeetingWorld = {
  /** Of Bidang A1 today: planned. Its delegate is who is called `bawahan`, its secretary `sekantor`; Budi shows a photo. */
  plannedId: string; photoId: string;
  /** Of Bidang A1 last month: held, its minutes a draft with a scan. */
  heldId: string;
  /** Budi's promise of that meeting, with a file as evidence. */
  promiseId: string; promiseFileId: string;
};

/** Two meetings of Budi's bidang in which every relation to a meeting occurs, each in one person. */
export async function buildMeetings({ app, pool, signIn }: TestApp, city: SmallCity, people: Record<StandingWord, string>, { noteId, today }: { noteId: string; today: string }): Promise<MeetingWorld> {
  const assistants = { secretaryId: people.sekantor, delegateId: people.bawahan };
  const plannedId = await addMeeting(pool, city, { unit: "bidangA1", month: "2026-10", date: today, ...assistants });
  const heldId = await addMeeting(pool, city, { unit: "bidangA1", month: "2026-09", date: "2026-10-15", ...assistants });
  await pool.query("update evaluation_meeting set status = 'ended', leader_id = delegate_id, started_at = '2026-10-15T03:00:00Z', finished_at = '2026-10-15T04:00:00Z' where id = $1", [heldId]);
  await pool.query("insert into meeting_participant (meeting_id, person_id) select $1, p from unnest($2::uuid[]) p", [heldId, [people.diri, people.kabid]]);
  await pool.query("insert into notulen (meeting_id, number) values ($1, 'NR/A1/2026-09')", [heldId]);
  const promiseId = v7();
  await pool.query("insert into tindak_lanjut (id, meeting_id, pemilik, owner_id, unit_id, text, due, created_at) values ($1,$2,'pribadi',$3,$4,'Melengkapi register','2026-11-19','2026-10-15T03:30:00Z')", [promiseId, heldId, people.diri, city.units.bidangA1]);
  const put = async (who: string, url: string, type: string, payload: Buffer): Promise<void> => {
    const answer = await app.inject({ method: "PUT", url, headers: { cookie: await signIn(who), "content-type": type }, payload });
    if (answer.statusCode !== 200) throw new Error(`the world has no file: ${answer.body}`);
  };
  const [photoId, promiseFileId] = [v7(), v7()];
  await put(people.sekantor, `/api/evaluation-meeting/${heldId}/notulen/scan/file?title=Notulen`, "application/pdf", TINY_PDF);
  await put(people.diri, `/api/evidence/${photoId}/file?noteId=${noteId}&title=Foto`, "image/jpeg", tinyJpeg());
  await put(people.diri, `/api/evidence/${promiseFileId}/file?tindakLanjutId=${promiseId}&title=Register`, "application/pdf", TINY_PDF);
  await pool.query("insert into meeting_participant (meeting_id, person_id, photo_ids) values ($1,$2,$3)", [plannedId, people.diri, [photoId]]);
  return { plannedId, photoId, heldId, promiseId, promiseFileId };
}
