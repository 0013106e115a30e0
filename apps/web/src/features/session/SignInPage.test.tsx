import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import SignInPage from "./SignInPage.tsx";

const SESSION = {
  person: { id: "019a0000-0000-7000-8000-000000000001", name: "Contoh", nip: "198001012005011001", jabatan: null, unit: null, unitId: null, opd: null, opdId: null },
  roles: ["pegawai"], leads: null, today: "2026-11-23", isDemo: false,
};
async function fill(nip: string, password: string) {
  if (nip) await userEvent.type(screen.getByLabelText("NIP"), nip);
  if (password) await userEvent.type(screen.getByLabelText("Kata sandi"), password);
  await userEvent.click(screen.getByRole("button", { name: "Masuk" }));
}

test("an empty form asks the server nothing and says which field is missing", async () => {
  const { seen } = await serveOrigin((_, response) => json(response, SESSION));
  draw(<SignInPage />, { at: "/masuk" });
  await fill("", "");
  expect(screen.getAllByRole("link").map((link) => link.textContent).slice(0, 2)).toEqual(["Isi NIP Anda.", "Isi kata sandi Anda."]);
  expect(seen).toEqual([]);
});

test("the right password leads back to the page that was asked for", async () => {
  const { seen } = await serveOrigin((_, response) => json(response, SESSION));
  const { router } = draw(<SignInPage />, { at: "/masuk?kembali=%2Flaporan%2F2026-10" });
  await fill(" 198001012005011001 ", "rahasia kota langsa");
  await expect.poll(() => router.state.location.pathname).toBe("/laporan/2026-10");
  expect(seen.map(({ method, url, body }) => [method, url, JSON.parse(body)])).toEqual([["POST", "/api/session", { nip: "198001012005011001", password: "rahasia kota langsa" }]]);
});

test("nothing of the person before stays in memory when the next one signs in", async () => {
  await serveOrigin((_, response) => json(response, SESSION));
  const { client, router } = draw(<SignInPage />, { at: "/masuk" });
  client.setQueryData(["/api/result"], { predikat: "kurang" });
  await fill("198001012005011001", "rahasia");
  await expect.poll(() => router.state.location.pathname).toBe("/");
  expect(client.getQueryData(["/api/result"])).toBeUndefined();
});

test("a wrong password says so without telling which of the two is wrong", async () => {
  await serveOrigin((_, response) => problem(response, 401, "unauthenticated"));
  draw(<SignInPage />);
  await fill("198001012005011001", "salah");
  expect((await screen.findByRole("alert")).textContent).toBe("NIP atau kata sandi keliru. Periksa keduanya, lalu coba lagi.");
});

test("a fault of ours gives a number to mention, too many tries asks to wait", async () => {
  const answer = { status: 500, code: "bug" };
  await serveOrigin((_, response) => problem(response, answer.status, answer.code));
  draw(<SignInPage />);
  await fill("1", "x");
  expect((await screen.findByRole("alert")).textContent).toContain("Nomor rujukan: req-7.");
  Object.assign(answer, { status: 429, code: "too_many" });
  await userEvent.click(screen.getByRole("button", { name: "Masuk" }));
  await expect.poll(() => screen.queryByRole("alert")?.textContent).toBe("Terlalu sering dicoba. Tunggu beberapa saat, lalu coba lagi.");
});

test("the password can be looked at and hidden again", async () => {
  draw(<SignInPage />);
  const field = screen.getByLabelText<HTMLInputElement>("Kata sandi");
  await userEvent.click(screen.getByRole("button", { name: "Tampilkan kata sandi" }));
  expect(field.type).toBe("text");
  await userEvent.click(screen.getByRole("button", { name: "Sembunyikan kata sandi" }));
  expect(field.type).toBe("password");
});
