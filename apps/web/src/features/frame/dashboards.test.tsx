import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { createQueryClient } from "../../api.ts";
import { routes } from "../../router.tsx";

const uuid = "019a0000-0000-7000-8000-000000000001";
const SESSION = {
  person: { id: uuid, name: "Contoh", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null },
  roles: ["kepala_opd"], leads: { id: uuid, name: "Dinas A", kind: "opd" }, today: "2026-11-24", isDemo: false,
};
const PAGES = ["/dasbor", `/dasbor/${uuid}`, `/orang/${uuid}`, "/kota", "/wali-kota", "/audit", "/audit?lihat=sampel", "/admin"];

function open(at: string) {
  const client = createQueryClient({ onSignedOut: () => undefined });
  client.setDefaultOptions({ queries: { retry: false } });
  const router = createMemoryRouter(routes(client), { initialEntries: [at] });
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

test.each(PAGES)("%s: without signal it says so, a fault gives its number, what one may not see does not exist", async (at) => {
  const server: { answer: "away" | "bug" | "not_found" } = { answer: "away" };
  await serveOrigin(({ url }, response) => {
    if (url === "/api/session") return json(response, SESSION);
    if (server.answer === "away") return void response.destroy();
    return problem(response, server.answer === "bug" ? 500 : 404, server.answer);
  });
  open(at);
  expect(await screen.findByRole("heading", { name: "Tidak ada sinyal." })).toBeDefined();
  server.answer = "bug";
  await userEvent.click(screen.getByRole("button", { name: "Coba lagi" }));
  expect(await screen.findByText(/Nomor rujukan: req-7/)).toBeDefined();
  server.answer = "not_found";
  await userEvent.click(screen.getByRole("button", { name: "Coba lagi" }));
  expect(await screen.findByRole("heading", { name: "Halaman ini tidak ada." })).toBeDefined();
});
