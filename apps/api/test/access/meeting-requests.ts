import { v7 } from "uuid";
import { TINY_PDF } from "../images.ts";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

/** Nobody has seen this version: who may act gets as far as "changed meanwhile" or a refusal of state, and changes nothing. */
const version = 999;
const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
const planned = (w: World, tail: string, body?: unknown): Request => at(`/api/evaluation-meeting/${w.meetings.plannedId}${tail}`, body);
const held = (w: World, tail: string, body?: unknown): Request => at(`/api/evaluation-meeting/${w.meetings.heldId}${tail}`, body);
const plan = (w: World, body?: unknown): Request => at(`/api/evaluation-meeting/plan/${w.city.units.bidangA1}${body === undefined ? "?year=2026&week=3&weekday=4" : ""}`, body);
const promise = (w: World, tail: string, body?: unknown): Request => at(`/api/tindak-lanjut/${w.meetings.promiseId}${tail}`, body);

/** Requests about meetings, minutes and promises. */
export const MEETING_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/evaluation-meeting": () => at("/api/evaluation-meeting?year=2026"),
  "GET /api/evaluation-meeting/plan/:unitId": (w) => plan(w),
  "GET /api/evaluation-meeting/plan/:unitId [Dinas A]": (w) => at(`/api/evaluation-meeting/plan/${w.city.units.dinasA}?year=2026&week=3&weekday=4`),
  // Into the past: who may plan is refused by that alone.
  "POST /api/evaluation-meeting/plan/:unitId": (w) => plan(w, { time: "09:00", place: "Ruang rapat", meetings: [{ id: v7(), month: "2026-08", date: "2026-09-17" }] }),
  "GET /api/evaluation-meeting/:id": (w) => planned(w, ""),
  "PUT /api/evaluation-meeting/:id": (w) => planned(w, "", { version, date: "2026-12-01", time: "09:00", place: "Aula", delegateId: null, secretaryId: null }),
  "POST /api/evaluation-meeting/:id/cancel": (w) => planned(w, "/cancel", { version, reason: "Banjir" }),
  "PUT /api/evaluation-meeting/:id/agenda": (w) => planned(w, "/agenda", { version, isGrouped: true, isExceptionsOnly: false, isCascade: false, order: [], minutes: [] }),
  "GET /api/evaluation-meeting/:id/my-slide": (w) => planned(w, "/my-slide"),
  "PUT /api/evaluation-meeting/:id/my-slide": (w) => planned(w, "/my-slide", { version, headline: "Baik", photoIds: [], isPrivate: false }),
  "GET /api/evaluation-meeting/:id/photo/:photoId": (w) => planned(w, `/photo/${w.meetings.photoId}`),
  "GET /api/evaluation-meeting/:id/undangan.ics": (w) => planned(w, "/undangan.ics"),
  "GET /api/evaluation-meeting/:id/slides": (w) => planned(w, "/slides"),
  "GET /api/evaluation-meeting/:id/participant": (w) => planned(w, "/participant"),
  "GET /api/evaluation-meeting/:id/state": (w) => planned(w, "/state"),
  "GET /api/evaluation-meeting/:id/events": (w) => planned(w, "/events?layar=peserta&ikuti=tidak&lastEventId=0"),
  "GET /api/evaluation-meeting/:id/events [for the leader]": (w) => planned(w, "/events?layar=pemimpin&ikuti=tidak"),
  "GET /api/evaluation-meeting/:id/leader": (w) => planned(w, "/leader"),
  "GET /api/evaluation-meeting/:id/cetak/:kertas": (w) => planned(w, "/cetak/daftar-hadir"),
  "PUT /api/evaluation-meeting/:id/attendance": (w) => planned(w, "/attendance", { attendance: "hadir", reason: null }),
  "POST /api/evaluation-meeting/:id/applause": (w) => planned(w, "/applause", { id: v7(), itemId: v7() }),
  "POST /api/evaluation-meeting/:id/question": (w) => planned(w, "/question", { id: v7(), itemId: null, text: "Kapan?" }),
  "POST /api/evaluation-meeting/:id/command": (w) => planned(w, "/command", { id: v7(), deviceId: v7(), ageMs: 0, kind: "note", itemId: v7(), note: null }),
  "POST /api/evaluation-meeting/:id/command [end]": (w) => planned(w, "/command", { id: v7(), deviceId: v7(), ageMs: 0, kind: "finish" }),
  "POST /api/evaluation-meeting/:id/paper": (w) => held(w, "/paper", { version, date: "2026-10-15", startedAt: "10:00", finishedAt: "11:00", attendance: [], decisions: [] }),
  "GET /api/evaluation-meeting/:id/notulen": (w) => held(w, "/notulen"),
  "PUT /api/evaluation-meeting/:id/notulen": (w) => held(w, "/notulen", { version, letterNumber: null, opening: null, closing: null, secretaryId: w.people.sekantor, summaries: [] }),
  "POST /api/evaluation-meeting/:id/notulen/sign": (w) => held(w, "/notulen/sign", { version }),
  "POST /api/evaluation-meeting/:id/notulen/addendum": (w) => held(w, "/notulen/addendum", { id: v7(), text: "Ralat" }),
  "GET /api/evaluation-meeting/:id/notulen.pdf": (w) => held(w, "/notulen.pdf"),
  "PUT /api/evaluation-meeting/:id/notulen/scan/file": (w) => ({ url: held(w, "/notulen/scan/file?title=Notulen").url, file: TINY_PDF }),
  "GET /api/evaluation-meeting/:id/notulen/scan/file": (w) => held(w, "/notulen/scan/file"),
  "GET /api/evaluation-meeting-figures/:unitId": (w) => at(`/api/evaluation-meeting-figures/${w.city.units.bidangA1}?year=2026`),
  "GET /api/evaluation-meeting-figures": () => at("/api/evaluation-meeting-figures?year=2026"),
  "GET /api/tindak-lanjut": () => at("/api/tindak-lanjut?month=2026-10"),
  "GET /api/tindak-lanjut/unit/:unitId": (w) => at(`/api/tindak-lanjut/unit/${w.city.units.bidangA1}`),
  "GET /api/tindak-lanjut/unit/:unitId [Dinas A]": (w) => at(`/api/tindak-lanjut/unit/${w.city.units.dinasA}`),
  "GET /api/tindak-lanjut/:id": (w) => promise(w, ""),
  "PUT /api/tindak-lanjut/:id/answer": (w) => promise(w, "/answer", { version, month: "2026-11", jawaban: "belum", note: null }),
  "POST /api/tindak-lanjut/:id/cancel": (w) => promise(w, "/cancel", { version, reason: "Tidak perlu lagi" }),
  "POST /api/evidence [on a promise]": (w) => at("/api/evidence", { id: v7(), tindakLanjutId: w.meetings.promiseId, title: "Surat", registerNumber: "440/1/2026" }),
  "GET /api/evidence/:id/file [on a promise]": (w) => at(`/api/evidence/${w.meetings.promiseFileId}/file`),
};
