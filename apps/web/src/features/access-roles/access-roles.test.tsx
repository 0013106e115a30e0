import type { findRoleHolders, listRoleAssignments } from "@teraju/contracts/access-roles";
import type { Output } from "@teraju/contracts/endpoint";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { sessionQuery } from "../../session.ts";
import AccessPage from "./AccessPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const person = (n: number, name: string) => ({ id: uuid(n), name, nip: `19800101200501100${n}`, unit: "Sekretariat" });
type View = Output<typeof listRoleAssignments>;
const ONE: View["current"][number] = { id: uuid(11), person: person(1, "Fauzan"), role: "bkpsdm", opd: null, from: "2026-01-05", until: null, basis: null, givenBy: "Mutia", actions: { end: [] } };
const LIST: View = {
  current: [ONE, { ...ONE, id: uuid(12), person: person(2, "Mutia"), role: "bkpsdm_kepala", givenBy: null, actions: { end: ["role_of_own"] } }],
  ended: [{ ...ONE, id: uuid(13), person: person(3, "Zuraida"), role: "auditor", until: "2026-06-01" }],
  givable: ["bkpsdm", "auditor", "admin_opd"], opds: [{ id: uuid(21), name: "Dinas Kesehatan" }],
};
const FOUND: Output<typeof findRoleHolders> = { people: [person(4, "Cut Intan")] };
const served: { list: View; refusal: string | null } = { list: LIST, refusal: null };
beforeEach(() => Object.assign(served, { list: LIST, refusal: null }));
const SESSION = { person: { id: uuid(2), name: "Mutia", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["bkpsdm_kepala" as const], leads: null, today: "2026-11-23", isDemo: true };

async function open() {
  const { seen } = await serveOrigin(({ url, method, body }, response) => {
    if (method !== "GET" && served.refusal !== null) return problem(response, 409, "refused", { refusals: [served.refusal] });
    if (url.endsWith("/end")) return json(response, { ...ONE, until: "2026-12-01" });
    if (method === "POST") return json(response, { ...ONE, role: JSON.parse(body).role, person: person(4, "Cut Intan") });
    return json(response, url.includes("/people") ? FOUND : served.list);
  });
  draw(<Suspense><AccessPage /></Suspense>, { at: "/akses", prepare: (client) => client.setQueryData(sessionQuery.queryKey, SESSION) });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
const sent = (seen: { method?: string; url: string; body: string }[]) => seen.filter(({ method }) => method !== "GET").map(({ url, body }) => [url, JSON.parse(body) as object]);

test("the page says who holds what since when, by whom, and why one's own cannot be ended", async () => {
  await open();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("2 peran berlaku atau akan berlaku.");
  expect(within(screen.getAllByRole("row")[1] as HTMLElement).getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["Operator BKPSDMmulai 5 Januari 2026", "5 Januari 2026", "belum ditentukan", "Mutia", "Akhiri"]);
  expect(screen.getByText("Peran sendiri tidak dapat diberi atau diakhiri sendiri.")).toBeDefined();
  expect(screen.getByText("Auditor (Inspektorat), 5 Januari 2026 sampai 1 Juni 2026.")).toBeDefined();
});

test("a role is given to somebody found by name; what is missing is named; an auditor needs the letter", async () => {
  const seen = await open();
  await userEvent.click(screen.getByRole("button", { name: "Beri peran" }));
  await userEvent.click(screen.getByRole("button", { name: "Beri peran ini" }));
  expect(within(screen.getByRole("alert")).getAllByRole("link").map((link) => link.textContent)).toEqual(["Pilih orangnya.", "Pilih perannya."]);
  await userEvent.type(screen.getByRole("searchbox", { name: "Cari orang" }), "Cut");
  await userEvent.click(await screen.findByRole("radio", { name: /Cut Intan/ }));
  await userEvent.click(screen.getByRole("radio", { name: /Auditor/ }));
  await userEvent.click(screen.getByRole("button", { name: "Beri peran ini" }));
  expect(within(screen.getByRole("alert")).getAllByRole("link").map((link) => link.textContent)).toEqual(["Tulis surat penunjukannya."]);
  await userEvent.click(screen.getByRole("radio", { name: /Admin OPD/ }));
  await userEvent.selectOptions(screen.getByLabelText("OPD yang diurus"), "Dinas Kesehatan");
  await userEvent.click(screen.getByRole("button", { name: "Beri peran ini" }));
  expect(await screen.findByText("Cut Intan sekarang: Admin OPD.")).toBeDefined();
  expect(sent(seen)).toEqual([["/api/role-assignment", { id: expect.any(String), personId: uuid(4), role: "admin_opd", unitId: uuid(21), from: "2026-11-23", until: null, basis: null }]]);
});

test("ending asks for the first day without the role, and a refusal is read out", async () => {
  served.refusal = "role_in_past";
  const seen = await open();
  await userEvent.click(screen.getByRole("button", { name: "Akhiri peran Operator BKPSDM: Fauzan" }));
  const dialog = within(screen.getByRole("dialog", { name: "Akhiri peran Operator BKPSDM dari Fauzan?" }));
  await userEvent.click(dialog.getByRole("button", { name: "Akhiri peran" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("Peran mulai dan berakhir hari ini atau sesudahnya.");
  served.refusal = null;
  await userEvent.click(dialog.getByRole("button", { name: "Akhiri peran" }));
  expect(await screen.findByText("Peran Fauzan berakhir 23 November 2026.")).toBeDefined();
  expect(sent(seen).at(-1)).toEqual([`/api/role-assignment/${uuid(11)}/end`, { until: "2026-11-23" }]);
});

test("who only reads sees no buttons", async () => {
  served.list = { ...LIST, givable: [] };
  await open();
  expect(screen.queryByRole("button")).toBeNull();
});
