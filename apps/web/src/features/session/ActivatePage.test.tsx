import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { problem, serveOrigin } from "../../../test/server.ts";
import ActivatePage from "./ActivatePage.tsx";

async function fill(password: string, again: string) {
  const values = { NIP: "198001012005011001", "Kode aktivasi": "ABCD-EFGH", "Kata sandi baru": password, "Ulangi kata sandi baru": again };
  for (const [label, value] of Object.entries(values)) await userEvent.type(screen.getByLabelText(label), value);
  await userEvent.click(screen.getByRole("button", { name: "Aktifkan akun" }));
}
const faults = () => screen.getByRole("alert").textContent;

test("a short password and a second one that differs are refused before anything is sent", async () => {
  const { seen } = await serveOrigin((_, response) => problem(response, 500, "bug"));
  draw(<ActivatePage />);
  await fill("pendek", "pandek");
  expect(faults()).toContain("Kata sandi kurang dari 12 huruf.");
  expect(faults()).toContain("Kata sandi kedua berbeda dari yang pertama.");
  expect(seen).toEqual([]);
});

test("a code that does not fit says so, and a password that anybody would guess says its own reason", async () => {
  const answer: { status: number; code: string; more?: object } = { status: 401, code: "unauthenticated" };
  const { seen } = await serveOrigin((_, response) => problem(response, answer.status, answer.code, answer.more));
  draw(<ActivatePage />);
  await fill("kata sandi panjang", "kata sandi panjang");
  expect((await screen.findByRole("alert")).textContent).toBe("Kode tidak cocok dengan NIP ini, atau sudah kedaluwarsa.");
  Object.assign(answer, { status: 409, code: "refused", more: { refusals: ["password_common"] } });
  await userEvent.click(screen.getByRole("button", { name: "Aktifkan akun" }));
  await expect.poll(() => screen.queryByRole("alert")?.textContent).toBe("Kata sandi ini terlalu mudah ditebak. Pilih yang lain.");
  expect(seen.map(({ body }) => JSON.parse(body) as object)[0]).toEqual({ nip: "198001012005011001", code: "ABCD-EFGH", password: "kata sandi panjang" });
});
