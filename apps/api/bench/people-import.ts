/**
 * A spreadsheet of 5,000 people, in which every line changes something: a thousand are new, two thousand move to another unit and penilai,
 * two thousand get another golongan. Measured over HTTP as the clerk waits for it: until the preview and its first lines are there,
 * until it is applied, until it is taken back. Afterwards the city is what it was.
 */
import type { ImportLine, ImportPreview } from "@teraju/contracts";
import type pg from "pg";
import { v7 } from "uuid";
import { readSheets } from "../src/sheet-file/read.ts";
import { writeWorkbook, XLSX_TYPE } from "../src/xlsx.ts";
import { sessionsFor } from "./city.ts";
import type { Server } from "./cluster.ts";

const NEW = 1_000;
const MOVED = 2_000;
const LINES = 5_000;
const PREVIEW_SECONDS = 10;
const APPLY_SECONDS = 15;

type Bench = { readonly pool: pg.Pool; readonly server: Server; readonly goal: (name: string, isReached: boolean) => void };
export async function measureImport({ pool, server, goal }: Bench): Promise<void> {
  const { rows: [office] } = await pool.query<{ id: string }>("select person_id as id from role_assignment where role = 'bkpsdm'");
  const [cookie = ""] = await sessionsFor(pool, [office?.id ?? ""]);
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { ...init, headers: { cookie, ...init.headers } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const post = (path: string, body: object): Promise<Response> => ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const before = await fingerprint(pool);
  const upload = (id: string, file: Uint8Array): Promise<Response> => ask(`/api/people-import/${id}/file?name=kota.xlsx`, { method: "PUT", headers: { "content-type": XLSX_TYPE }, body: Uint8Array.from(file) });
  const template = new Uint8Array(await (await ask("/api/people-template?isi=hari_ini&bentuk=xlsx")).arrayBuffer());
  const file = await edited(template);
  const [id, unchanged] = [v7(), v7()];
  await upload(unchanged, template);
  const { counts: said, people } = await (await ask(`/api/people-import/${unchanged}`)).json() as ImportPreview;
  goal(`the city's own export of ${people} lines, imported, says nothing new`, said.sama === people && said.units.sama > 0 && said.bermasalah + said.hilang + said.units.bermasalah + said.units.berubah === 0);

  const [preview, previewSeconds] = await timed(async () => {
    await upload(id, file);
    const [answer] = await Promise.all([ask(`/api/people-import/${id}`), ask(`/api/people-import/${id}/rows?of=orang&group=pindah`).then((rows) => rows.arrayBuffer())]);
    return await answer.json() as ImportPreview;
  });
  const { counts, from, endMissing, digest, import: { version } } = preview;
  const [applied, applySeconds] = await timed(async () => await (await post(`/api/people-import/${id}/apply`, { version, from, endMissing, digest })).json() as ImportLine);
  const [, undoSeconds] = await timed(() => post(`/api/people-import/${id}/undo`, { version: applied.version }));
  console.log(`import of ${LINES} lines (${(file.length / 1e6).toFixed(2)} MB; ${counts.baru} new, ${counts.pindah} moved, ${counts.berubah} changed, ${counts.bermasalah} with a problem): preview ${previewSeconds.toFixed(1)} s, applied ${applySeconds.toFixed(1)} s, undone ${undoSeconds.toFixed(1)} s`);
  goal(`import of ${LINES} lines previewed in ${previewSeconds.toFixed(1)} s (goal ${PREVIEW_SECONDS})`, previewSeconds <= PREVIEW_SECONDS && counts.baru === NEW && counts.pindah === MOVED && counts.bermasalah === 0);
  goal(`import of ${LINES} lines applied in ${applySeconds.toFixed(1)} s (goal ${APPLY_SECONDS})`, applySeconds <= APPLY_SECONDS);
  goal(`import of ${LINES} lines taken back in ${undoSeconds.toFixed(1)} s (goal ${APPLY_SECONDS})`, undoSeconds <= APPLY_SECONDS);
  goal("an import taken back leaves the city as it was", await fingerprint(pool) === before);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const value = await work();
  return [value, (performance.now() - start) / 1000];
}

/** Today's people as they were exported, edited as a spreadsheet would. */
async function edited(template: Uint8Array): Promise<Buffer> {
  const [people] = await readSheets(template);
  const rows = (people?.rows ?? []).filter((row) => row.length > 0);
  const [titles = [], ...all] = rows;
  const at = (title: string): number => titles.indexOf(title);
  const set = (row: readonly string[], values: Record<string, string | undefined>): string[] => titles.map((title, i) => values[title] ?? row[i] ?? "");
  const lead = all.filter((row) => row[at("Pimpinan Unit")] === "Ya");
  const staff = all.filter((row) => row[at("Pimpinan Unit")] !== "Ya");
  const moved = staff.slice(0, MOVED).map((row, i) => {
    const other = staff.slice(i + 1).find((one) => one[at("Kode Unit")] !== row[at("Kode Unit")]) ?? row;
    return set(row, { "Kode Unit": other[at("Kode Unit")], "NIP Penilai": other[at("NIP Penilai")], "NIP Atasan Penilai": other[at("NIP Atasan Penilai")] });
  });
  const rest = [...lead, ...staff.slice(MOVED)].map((row) => set(row, { Golongan: "IV/a" }));
  const made = Array.from({ length: NEW }, (_, i) => set(staff[i] ?? [], { "ID Teraju": "", NIP: `1998${String(1 + (i % 12)).padStart(2, "0")}152024011${String(i).padStart(3, "0")}`, Nama: `Calon Pegawai ${i + 1}`, Golongan: "III/a" }));
  const lines = [...moved, ...rest, ...made];
  if (lines.length !== LINES) throw new Error(`${lines.length} lines, ${LINES} were meant`);
  return writeWorkbook([{ name: "Pegawai", heading: [], columns: titles.map((title) => ({ title })), rows: lines }]);
}

/** Everything that an import writes, in one number; months of people are opened by whoever looks first, so those that are open stay out. */
async function fingerprint(pool: pg.Pool): Promise<string> {
  const parts: string[] = [];
  for (const table of ["person", "account", "unit_node", "tree_version", "jabatan", "placement", "penilai_relation", "notification"]) {
    const { rows } = await pool.query<{ x: string }>(`select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as x from ${table} t`);
    parts.push(`${table} ${rows[0]?.x}`);
  }
  const { rows } = await pool.query<{ x: string }>("select count(*) || ' ' || coalesce(sum(hashtextextended(concat_ws(',', person_id, month, unit_id, penilai_id, kewajiban, status), 0)), 0) as x from monthly_report where status <> 'draft'");
  return [...parts, rows[0]?.x].join("\n");
}
