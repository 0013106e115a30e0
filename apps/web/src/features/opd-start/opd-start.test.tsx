import type { listOpdStarts } from "@teraju/contracts/opd-start";
import type { Output } from "@teraju/contracts/endpoint";
import type { SessionView } from "@teraju/contracts/session";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { sessionQuery } from "../../session.ts";
import OpdStartPage from "./OpdStartPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const VIEW: Output<typeof listOpdStarts> = { opds: [
  { id: uuid(1), name: "Dinas Kesehatan", month: "2026-01", note: null, setBy: "Fauzan", setOn: "2026-01-05", firstRecorded: "2026-02" },
  { id: uuid(2), name: "Dinas Sosial", month: null, note: null, setBy: null, setOn: null, firstRecorded: null },
  { id: uuid(3), name: "Dinas Pendidikan", month: null, note: null, setBy: null, setOn: null, firstRecorded: null },
] };
const session = (roles: SessionView["roles"]): SessionView => ({ person: { id: uuid(9), name: "Fauzan", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles, leads: null, today: "2026-11-23", isDemo: true });

async function open(roles: SessionView["roles"] = ["bkpsdm"]) {
  const served: { refusal: string | null } = { refusal: null };
  const { seen } = await serveOrigin(({ method }, response) => (method === "PUT" && served.refusal !== null ? problem(response, 409, "refused", { refusals: [served.refusal] }) : json(response, VIEW)));
  draw(<Suspense><OpdStartPage /></Suspense>, { at: "/langkah-awal/mulai", prepare: (client) => client.setQueryData(sessionQuery.queryKey, session(roles)) });
  await screen.findByRole("heading", { level: 1 });
  return { seen, served };
}

test("each OPD with its first month; those without are chosen in one press and set together", async () => {
  const { seen, served } = await open();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 dari 3 perangkat daerah punya bulan mulai.");
  await userEvent.click(screen.getByRole("button", { name: "Tetapkan" }));
  expect(within(screen.getByRole("alert")).getByText("Pilih paling sedikit satu perangkat daerah.")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Pilih semua yang belum" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Pilih Dinas Sosial" }));
  served.refusal = "start_after_records";
  await userEvent.click(screen.getByRole("button", { name: "Tetapkan" }));
  expect(await screen.findByText("Sudah ada laporan atau hasil dari bulan sebelumnya.")).toBeDefined();
  served.refusal = null;
  await userEvent.click(screen.getByRole("button", { name: "Tetapkan" }));
  expect(await screen.findByText("1 perangkat daerah mulai memakai sejak November 2026.")).toBeDefined();
  expect(seen.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body)).at(-1)).toEqual({ unitIds: [uuid(3)], month: "2026-11", note: null });
});

test("who only reads sees the months and no form", async () => {
  await open(["admin_teknis"]);
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.getByText("Januari 2026")).toBeDefined();
});
