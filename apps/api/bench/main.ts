/**
 * `pnpm bench`: the hot paths end to end (HTTP over loopback, application and PostgreSQL as processes of their own, fsync on)
 * against the bare `pg` driver running the same SQL in the same run, both sides warm, medians of rounds in which the sides
 * take turns. Only ratios of one run mean something on a shared machine. Goals: issue 2, section 6.
 */
import { cpus } from "node:os";
import { createPool } from "#db/client.ts";
import { LARGE, SMALL } from "./city.ts";
import { openLab, startServer } from "./cluster.ts";
import { measureDocuments } from "./documents.ts";
import { loadLine } from "./measure.ts";
import { measurePages, measureNode } from "./pages.ts";
import { measureImport } from "./people-import.ts";
import { measureSubmit, measureTeam } from "./ratios.ts";
import { measureYear } from "./year.ts";

const goals: { name: string; isReached: boolean }[] = [];
const goal = (name: string, isReached: boolean): void => {
  goals.push({ name, isReached });
};

console.log(`Machine: ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}, load before the run ${loadLine()}`);
const lab = await openLab();
try {
  const postmaster = await lab.postmaster();
  for (const [name, size] of [["kota4000", SMALL], ["kota100000", LARGE]] as const) {
    const start = performance.now();
    const url = await lab.city(name, size);
    console.log(`\n== ${size.people.toLocaleString("en")} people × 24 months (filled in ${((performance.now() - start) / 1000).toFixed(1)} s)`);
    const pool = createPool(url);
    const server = await startServer(url, lab.dataDir);
    const bench = { url, pool, server, postmaster, folder: lab.dataDir, goal };
    try {
      if (size === SMALL) {
        await measureSubmit(bench);
        await measureTeam(bench);
        await measureDocuments(bench);
        await measureImport(bench);
        await measureYear(bench);
      }
      await measureNode(bench, size === SMALL ? 10 : 50);
      await measurePages(bench, size === SMALL ? 40 : 12);
    } finally {
      await server.stop();
      await pool.end();
    }
  }
} finally {
  await lab.close();
}
console.log(`\nLoad after the run ${loadLine()}`);
for (const { name, isReached } of goals) console.log(`${isReached ? "reached" : "MISSED "}  ${name}`);
