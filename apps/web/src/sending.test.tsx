import "fake-indexeddb/auto";
import { listMyReports } from "@teraju/contracts/monthly-report";
import { useSuspenseQuery } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import type { ServerResponse } from "node:http";
import { Suspense } from "react";
import { afterEach, expect, test } from "vitest";
import { draw } from "../test/render.tsx";
import { json, serveOrigin } from "../test/server.ts";
import { apiQuery } from "./api.ts";
import { outbox, OutboxRunner } from "./sending.tsx";
import { sessionQuery } from "./session.ts";

const SESSION = { person: { id: "budi", name: "Budi", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2026-11-23", isDemo: false };
const Months = () => <p>{useSuspenseQuery(apiQuery(listMyReports, { query: { year: "2026" } })).data.months.map((m) => m.status).join()}</p>;
afterEach(() => outbox.wipe());

test("what a page asked before the waiting report arrived is asked again: after a killed browser nobody sees the old draft", async () => {
  const early: ServerResponse[] = [];
  const arrived = { is: false };
  await serveOrigin(({ method, url }, response) => {
    const months = { months: [{ month: "2026-11", kewajiban: "wajib_lapor", status: arrived.is ? "submitted" : "draft", isLate: false, capaian: null, tutup: "2026-12-21" }] };
    if (method === "POST") {
      arrived.is = true;
      json(response, { id: "r", month: "2026-11", version: 4 });
      // The answer that was under way all the while comes last, and is old.
      setTimeout(() => early.splice(0).forEach((late) => json(late, { months: [{ ...months.months[0], status: "draft" }] })), 50);
    } else if (url.startsWith("/api/monthly-report") && !arrived.is) early.push(response);
    else json(response, url.startsWith("/api/monthly-report") ? months : SESSION);
  });
  await outbox.start("budi");
  draw(<><OutboxRunner /><Suspense><Months /></Suspense></>, { prepare: (client) => {
    client.setDefaultOptions({ queries: { staleTime: 30_000, retry: false } });
    client.setQueryData(sessionQuery.queryKey, SESSION as never);
  } });
  await expect.poll(() => early.length).toBe(1);
  await outbox.add({ endpoint: "submitReport", recordId: "r", version: 3, input: { params: { id: "r" }, body: { finishedOn: "2026-11-23" } } });
  expect(await screen.findByText("submitted")).toBeTruthy();
});
