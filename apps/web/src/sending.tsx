import { addNote, listNotes, type NoteView } from "@teraju/contracts/daily-note";
import type { Output } from "@teraju/contracts/endpoint";
import { addEvidence, uploadEvidence } from "@teraju/contracts/evidence";
import { readHome } from "@teraju/contracts/home";
import { listMyReports, readMyReport, saveReport, submitReport, type ReportDraft, type ReportState, type ReportView } from "@teraju/contracts/monthly-report";
import { readSession } from "@teraju/contracts/session";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createStore, type UseStore } from "idb-keyval";
import { useEffect, useSyncExternalStore } from "react";
import { type AnyEndpoint, call, OfflineError, ProblemError, queryKey } from "./api.ts";
import { type Answer, createOutbox, type Entry } from "./outbox.ts";
import { useSession, whenSignedOut } from "./session.ts";

/** What may wait for a signal. Each is harmless when it arrives twice. */
const SENDABLE = { saveReport, submitReport, uploadEvidence, addEvidence, addNote } as const satisfies Record<string, AnyEndpoint>;
/** Whose contract comes only when one of them is to be sent: the first load of every phone does not carry it. */
const FETCHED = {
  commandMeeting: async () => (await import("@teraju/contracts/evaluation-meeting-live")).commandMeeting,
  answerTindakLanjut: async () => (await import("@teraju/contracts/tindak-lanjut")).answerTindakLanjut,
} as const satisfies Record<string, () => Promise<AnyEndpoint>>;
export type Sendable = keyof typeof SENDABLE | keyof typeof FETCHED;
type Asked = Pick<AnyEndpoint, "path">;
const leaderView: Asked = { path: "/api/evaluation-meeting/:id/leader" };
const myTindakLanjut: Asked = { path: "/api/tindak-lanjut" };
/** The answers that each of them makes old. */
const REFRESHES: Record<Sendable, readonly Asked[]> = {
  saveReport: [], submitReport: [readMyReport, listMyReports, readHome], uploadEvidence: [readMyReport, listNotes, myTindakLanjut], addEvidence: [readMyReport, myTindakLanjut], addNote: [listNotes, readMyReport],
  commandMeeting: [leaderView], answerTindakLanjut: [myTindakLanjut, readHome],
};
const isFetched = (name: string): name is keyof typeof FETCHED => Object.hasOwn(FETCHED, name);
const isSendable = (name: string): name is Sendable => Object.hasOwn(SENDABLE, name) || isFetched(name);
const endpointOf = async (name: Sendable): Promise<AnyEndpoint> => (isFetched(name) ? FETCHED[name]() : SENDABLE[name]);

/** A command of a meeting says how long ago it was given: by this device's clock alone, whatever it shows. */
const LONGEST_AGE = 86_400_000;
const agedBody = ({ endpoint, createdAt }: Entry, body: unknown): unknown =>
  endpoint === "commandMeeting" && typeof body === "object" ? { ...body, ageMs: Math.min(LONGEST_AGE, Math.max(0, Date.now() - Date.parse(createdAt))) } : body;

let client: QueryClient | null = null;
let owner = "";

/** Another account's session on this browser must not be taken for the server's no. */
async function isStillOurs(): Promise<boolean> {
  return call(readSession, {}).then(({ person }) => person.id === owner, () => false);
}

async function answerOf(error: unknown): Promise<Answer> {
  if (!(error instanceof ProblemError)) return { kind: "later" };
  if (error.code === "busy" || error.code === "too_many") return { kind: "later" };
  if (error.code === "unauthenticated") return { kind: "stop" };
  if ((error.code === "forbidden" || error.code === "not_found") && !(await isStillOurs())) return { kind: "stop" };
  return { kind: "refused", refused: { code: error.code, refusals: error.refusals, fields: error.fields.map((f) => f.code) } };
}

async function send(entry: Entry, file: Blob | undefined): Promise<Answer> {
  if (!isSendable(entry.endpoint)) return { kind: "refused", refused: { code: "invalid", refusals: [], fields: [] } };
  const body = agedBody(entry, entry.input.body);
  const words = entry.version === null || typeof body !== "object" ? body : { ...body, version: entry.version };
  try {
    // The input was typed by the endpoint when it was put in; the queue on the device has no types.
    const result: unknown = await call<AnyEndpoint>(await endpointOf(entry.endpoint), { ...entry.input, body: file ?? words } as never, { ...(file && { contentType: file.type }) });
    const version = entry.version !== null && typeof result === "object" && result !== null && "version" in result ? Number(result.version) : null;
    return { kind: "done", version, result };
  } catch (error) {
    if (error instanceof OfflineError) return { kind: "later" };
    return answerOf(error);
  }
}

/** The page's own copy of the report becomes what the server now has, without asking for it again. */
function keepSaved(cache: QueryClient, { input }: Entry, state: ReportState): void {
  const draft = input.body as Omit<ReportDraft, "version">;
  cache.setQueryData<ReportView>(queryKey(readMyReport, { params: { month: state.month } }), (view) => view && {
    ...view, version: state.version, kendala: draft.kendala, bantuan: draft.bantuan,
    rows: view.rows.map((row) => {
      const { noteIds, ...said } = draft.rows.find((given) => given.id === row.id) ?? {};
      return { ...row, ...said, notes: row.notes.map((note) => (noteIds === undefined ? note : { ...note, isAttached: noteIds.includes(note.id) })) };
    }),
  });
}

/** A note that has arrived stands in its month's list at once: it must not vanish until that has been asked for again. */
function keepNote(cache: QueryClient, note: NoteView): void {
  cache.setQueryData<Output<typeof listNotes>>(queryKey(listNotes, { query: { month: note.day.slice(0, 7) } }), (list) => list && {
    ...list, notes: [note, ...list.notes.filter((other) => other.id !== note.id)].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
  });
}

/** A page that is just opening asked before this arrived: its answer, when it comes, is old, and is asked for again. */
function askLater(cache: QueryClient, endpoint: Asked): void {
  for (const query of cache.getQueryCache().findAll({ queryKey: [endpoint.path], fetchStatus: "fetching" })) {
    void query.promise?.then(() => cache.invalidateQueries({ queryKey: query.queryKey, exact: true }), () => undefined);
  }
}

/** What a command has made of the room is known before the command leaves the queue: the leader's screen never steps back for a moment. */
function keepRoom(cache: QueryClient, { input }: Entry, { state }: { state: unknown }): void {
  cache.setQueryData(["/api/evaluation-meeting/:id/state", { params: input.params }], state);
}

function onSent(entry: Entry, result: unknown): void {
  if (client === null || !isSendable(entry.endpoint)) return;
  if (entry.endpoint === "saveReport") keepSaved(client, entry, result as ReportState);
  if (entry.endpoint === "addNote") keepNote(client, result as NoteView);
  if (entry.endpoint === "commandMeeting") keepRoom(client, entry, result as { state: unknown });
  askLater(client, readMyReport);
  for (const endpoint of REFRESHES[entry.endpoint]) askLater(client, endpoint);
  for (const endpoint of REFRESHES[entry.endpoint]) void client.invalidateQueries({ queryKey: [endpoint.path] });
}

let opened: UseStore | undefined;
/** Opened when first used: a page that sends nothing needs no database. What else waits on the device lies here too, and goes with it at sign-out. */
export const store: UseStore = async (mode, callback) => (opened ??= createStore("teraju", "outbox"))(mode, callback);

/** The one outbox of this window. */
export const outbox = createOutbox({ send, onSent, store });
whenSignedOut((keepFor) => (keepFor === null ? outbox.wipe() : outbox.keepOnly(keepFor)));

export const useOutbox = () => useSyncExternalStore(outbox.subscribe, outbox.read);

/** Sends while somebody is signed in: at once, when the network is back, and when the page is looked at again. */
export function OutboxRunner(): null {
  const { person } = useSession();
  const cache = useQueryClient();
  useEffect(() => {
    client = cache;
    owner = person.id;
    void outbox.start(person.id);
    const wake = () => document.visibilityState === "visible" && outbox.wake();
    addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [cache, person.id]);
  return null;
}
