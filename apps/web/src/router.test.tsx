import "fake-indexeddb/auto";
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import "../test/render.tsx";
import { json, problem, serveOrigin } from "../test/server.ts";
import { createQueryClient } from "./api.ts";
import { routes } from "./router.tsx";

const SESSION = {
  person: { id: "019a0000-0000-7000-8000-000000000001", name: "dr. Contoh Pegawai", nip: "198001012005011001", jabatan: "Bidan Penyelia", unit: null, unitId: null, opd: null, opdId: null },
  roles: ["pegawai", "penilai"], leads: null, today: "2026-11-23", isDemo: true,
};

function open(at: string) {
  const client = createQueryClient({ onSignedOut: () => undefined });
  client.setDefaultOptions({ queries: { retry: false } });
  const router = createMemoryRouter(routes(client), { initialEntries: [at] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { router, client };
}

test("who is not signed in comes to the sign-in page, and the address asked for is kept", async () => {
  await serveOrigin((_, response) => problem(response, 401, "unauthenticated"));
  const { router } = open("/entah/apa?x=1");
  expect(await screen.findByRole("heading", { name: "Masuk ke Teraju" })).toBeDefined();
  expect(router.state.location.search).toBe("?kembali=%2Fentah%2Fapa%3Fx%3D1");
});

test("an address that does not exist says so within the frame: menu, person and the day of the demonstration", async () => {
  await serveOrigin((_, response) => json(response, SESSION));
  open("/entah/apa");
  expect(await screen.findByRole("heading", { name: "Halaman ini tidak ada." })).toBeDefined();
  expect(screen.getByText("Kota contoh, bukan data sungguhan. Tanggalnya tetap 23 November 2026.")).toBeDefined();
  const [menu] = screen.getAllByRole("navigation", { name: "Menu utama" });
  if (!menu) throw new Error("no menu");
  // Which entries a menu has, `navigation.test.ts` says; here, that the menu of this person stands.
  const links = within(menu).getAllByRole("link").map((link) => link.textContent);
  expect([links[0], links.includes("Penilaian"), links.includes("Dasbor")]).toEqual(["Beranda", true, false]);
});

test("without signal the page says what is safe, and trying again opens it", async () => {
  const server = { isAway: true };
  await serveOrigin((_, response) => (server.isAway ? void response.destroy() : json(response, SESSION)));
  open("/entah/apa");
  expect(await screen.findByRole("heading", { name: "Tidak ada sinyal." })).toBeDefined();
  server.isAway = false;
  await userEvent.click(screen.getByRole("button", { name: "Coba lagi" }));
  expect(await screen.findByRole("heading", { name: "Halaman ini tidak ada." })).toBeDefined();
});

test("a fault of ours says its reference number", async () => {
  await serveOrigin((_, response) => problem(response, 500, "bug"));
  open("/entah/apa");
  expect((await screen.findByRole("alert")).textContent).toContain("Nomor rujukan: req-7.");
});

test("signing out ends the session, empties memory and leaves the sign-in page", async () => {
  const { seen } = await serveOrigin((request, response) => (request.method === "DELETE" ? void response.writeHead(204).end() : json(response, SESSION)));
  const { router, client } = open("/entah/apa");
  client.setQueryData(["/api/result"], { predikat: "kurang" });
  const [signOut] = await screen.findAllByRole("button", { name: "Keluar" });
  if (!signOut) throw new Error("no way out");
  await userEvent.click(signOut);
  expect(await screen.findByRole("heading", { name: "Masuk ke Teraju" })).toBeDefined();
  await expect.poll(() => client.getQueryData(["/api/result"])).toBeUndefined();
  expect(seen.at(-1)).toMatchObject({ method: "DELETE", url: "/api/session" });
  expect(router.state.location.pathname).toBe("/masuk");
});
