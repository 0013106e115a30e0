import type { Output } from "@teraju/contracts/endpoint";
import type { AgendaItem, MeetingPerson, MeetingView, listMeetings, readMySlide } from "@teraju/contracts/evaluation-meeting";
import type { MeetingState, readLeaderView, readParticipantView, readSlides, Slide } from "@teraju/contracts/evaluation-meeting-live";
import type { NotulenView } from "@teraju/contracts/notulen";
import type { SessionView } from "@teraju/contracts/session";
import type { TindakLanjutView } from "@teraju/contracts/tindak-lanjut";

/** A meeting of three, typed as its endpoints answer. */
export const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
export const UNIT = { id: uuid(1), name: "Puskesmas Contoh", kind: "uptd" };
export const MEETING = uuid(100);
export const person = (n: number, name: string): MeetingPerson => ({ id: uuid(n), name, jabatan: "Bidan", unit: UNIT.name });
export const HEAD = person(10, "dr. Rahmad Contoh");
export const CUT = person(11, "Cut Contoh");
export const YUSUF = person(12, "M. Yusuf");
export const SESSION: SessionView = { person: { ...HEAD, nip: null, unitId: UNIT.id, opd: "Dinas Kesehatan", opdId: uuid(2) }, roles: ["pegawai", "kepala_unit", "penilai"], leads: UNIT, today: "2026-11-23", isDemo: false };

const bar = (text: string, realisasi: number, target: number, lastMonth: number, satuan: string, isToDiscuss = false): Slide["bars"][number] => ({ text, satuan, arah: "maks", target, realisasi, lastMonth, uraian: null, isToDiscuss });
const SLIDE: Slide = {
  itemId: uuid(200), kind: "opening", bagian: "lainnya", position: 1, minutes: 2, person: null, speaker: null, unit: null, headline: null, report: null, bars: [], moreBars: 0, kendala: null, bantuan: null, photos: [], promises: [], unitMonth: null,
};
export const PROMISE = { id: uuid(300), text: "Ajukan lemari vaksin", owner: CUT.name, due: "2026-11-20", state: "lewat" as const, dibawaBulan: 2 };
export const SLIDES: Slide[] = [
  SLIDE,
  { ...SLIDE, itemId: uuid(201), kind: "promises", bagian: "tindak_lanjut", position: 2, promises: [PROMISE] },
  {
    ...SLIDE, itemId: uuid(202), kind: "person", bagian: "perlu_dibahas", position: 3, minutes: 4, person: CUT, headline: "Imunisasi naik menjadi 17 dari 20 bayi.", report: "ada",
    bars: [bar("Imunisasi dasar lengkap", 17, 20, 16, "bayi"), bar("Penyuluhan gizi", 1, 3, 3, "sesi", true)], kendala: "Dua sesi batal.", bantuan: "Tukar jadwal.",
  },
  { ...SLIDE, itemId: uuid(203), kind: "person", position: 4, minutes: 2, person: YUSUF, report: "belum" },
  { ...SLIDE, itemId: uuid(204), kind: "closing", position: 5 },
];
export const STATE: MeetingState = {
  seq: 5, status: "running", serverTime: new Date().toISOString(), itemId: uuid(202), position: 3, isBlank: false, timer: { itemId: uuid(202), minutes: 4, spentMs: 0, startedAt: new Date().toISOString() },
  controller: null, present: 1, invited: 3, decisions: 0, applause: 0, questions: 0, startedAt: new Date().toISOString(), finishedAt: null,
};
export const ROOM: Output<typeof readSlides> = { meetingId: MEETING, unit: UNIT, month: "2026-10", date: "2026-11-23", place: "Aula", leader: HEAD.name, state: STATE, slides: SLIDES, decisions: [], presencePath: `/rapat/${MEETING}/hadir?kode=abc` };

export const item = (slide: Slide, alasan: AgendaItem["alasan"] = []): AgendaItem => ({
  key: slide.itemId, kind: slide.kind, bagian: slide.bagian, position: slide.position, person: slide.person, unit: slide.unit, minutes: slide.minutes, usualMinutes: slide.minutes, alasan, why: null,
  hasReport: slide.report === "ada", headline: slide.headline, status: "menunggu", spentMs: 0, speaker: null, isRaised: false,
});
const ALASAN: Record<string, AgendaItem["alasan"]> = { [uuid(202)]: ["target_meleset", "minta_bantuan"], [uuid(203)]: ["belum_lapor"] };
export const LEADER: Output<typeof readLeaderView> = {
  state: STATE, items: SLIDES.map((slide) => ({ ...item(slide, ALASAN[slide.itemId]), slide, note: null, isPresent: slide.person === null ? null : slide.person.id === CUT.id })), privateDialogues: [],
  attendance: [HEAD, CUT, YUSUF].map((one, i) => ({ person: one, attendance: i === 1 ? "hadir" : "belum_dikonfirmasi", reason: null, via: null, speaksAt: i })), decisions: [], questions: [],
  nextMeeting: { date: "2026-12-10", isPlanned: true }, isLeader: true, actions: { start: [], lead: [], finish: [] },
};
export const VIEW: MeetingView = {
  id: MEETING, unit: UNIT, month: "2026-10", date: "2026-11-23", time: "09:00", place: "Aula", status: "planned", version: 3, hats: ["memimpin", "kepala", "peserta"], leader: HEAD, secretary: null, people: 2, minutes: 6, present: 0, decisions: 0,
  notulen: null, cancelReason: null, isPaper: false, delegate: null,
  agenda: { items: SLIDES.map((slide) => item(slide, ALASAN[slide.itemId])), totalMinutes: 10, speakers: 2, privateDialogues: [], leftOut: [], isGrouped: false, isExceptionsOnly: false, isCascade: false, isOwnOrder: false, why: null },
  warnings: [{ kind: "no_secretary", figure: 0, limit: 0 }], cascade: null, invitation: "Undangan rapat evaluasi Oktober", presenceFrom: "2026-11-23T01:30:00Z", presenceUntil: null, candidates: [HEAD, CUT, YUSUF],
  mine: { isSpeaker: false, position: null, attendance: "belum_dikonfirmasi", isPrivate: false },
  actions: { arrange: [], cancel: [], agenda: [], start: [], paper: [], slide: [], attend: [], notulen: ["wrong_status"] },
};
export const PARTICIPANT: Output<typeof readParticipantView> = {
  state: STATE, unit: UNIT, month: "2026-10", date: "2026-11-23", time: "09:00", place: "Aula", current: { itemId: uuid(202), kind: "person", title: CUT.name }, turnsLeft: 1,
  order: SLIDES.map((slide) => ({ itemId: slide.itemId, position: slide.position, kind: slide.kind, title: slide.person?.name ?? slide.kind, isMine: slide.person?.id === YUSUF.id, isDone: slide.position < 3 })),
  attendance: "belum_dikonfirmasi", decisions: [], myQuestions: [], actions: { present: [], ask: [], applaud: [] },
};
export const MY_SLIDE: Output<typeof readMySlide> = {
  meetingId: MEETING, version: 0, headline: null, suggestion: "Imunisasi naik menjadi 17 dari 20 bayi.", photos: [{ id: uuid(400), title: "Posyandu.jpg", isChosen: false }, { id: uuid(401), title: "Kelas.jpg", isChosen: false }, { id: uuid(402), title: "Rapat.jpg", isChosen: false }],
  isPrivate: false, hasReport: true, bars: SLIDES[2]?.bars ?? [], kendala: null, bantuan: null, actions: { save: [] },
};
export const NOTULEN: NotulenView = {
  meetingId: MEETING, version: 2, status: "draft", meetingStatus: "ended", unit: UNIT, opd: "Dinas Kesehatan", month: "2026-10", number: "RE/2026/10/0001", letterNumber: null, date: "2026-11-23",
  startedAt: "2026-11-23T02:00:00Z", finishedAt: "2026-11-23T02:20:00Z", place: "Aula", isPaper: false, leader: HEAD, secretary: CUT, opening: "Rapat dibuka.", closing: null,
  attendance: [{ person: HEAD, attendance: "hadir" }, { person: CUT, attendance: "hadir" }, { person: YUSUF, attendance: "izin" }],
  counts: { belum_dikonfirmasi: 0, hadir: 2, izin: 1, sakit: 0, cuti: 0, dinas_luar: 0, dinas_jaga: 0 },
  items: [{ itemId: uuid(202), position: 3, title: CUT.name, jabatan: "Bidan", isDeferred: false, speaker: null, spentMs: 240_000, headline: "Imunisasi naik menjadi 17 dari 20 bayi.", figures: ["Imunisasi dasar lengkap: 17 dari 20 bayi"], kendala: "Dua sesi batal.", bantuan: null, summary: null }],
  promises: [{ ...PROMISE }], decisions: [{ id: uuid(500), text: "Kunjungan rumah tiga bayi", owner: CUT.name, due: "2026-12-10", about: CUT.name }], signatures: [], hash: null, verificationPath: null, addenda: [], hasScan: false,
  actions: { edit: [], sign: [], addendum: ["wrong_status"], scan: [] },
};
export const TINDAK_LANJUT: TindakLanjutView = {
  id: PROMISE.id, text: PROMISE.text, owner: CUT, pemilik: "pribadi", unit: { id: UNIT.id, name: UNIT.name }, due: PROMISE.due, status: "terbuka", isOverdue: true, dibawaBulan: 2, origin: { meetingId: uuid(99), month: "2026-08", date: "2026-09-10", unit: UNIT.name },
  closedOn: null, cancelReason: null, answers: [], evidence: [], version: 4, actions: { answer: [], cancel: [] },
};
export const MEETINGS: Output<typeof listMeetings> = { year: 2026, today: "2026-11-23", meetings: [VIEW, { ...VIEW, id: uuid(101), month: "2026-09", date: "2026-10-08", status: "signed", notulen: "signed", minutes: 68, decisions: 5 }], plannable: [UNIT] };
