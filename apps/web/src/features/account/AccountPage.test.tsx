import type { giveActivationCode, listAccounts, listLetters } from "@teraju/contracts/account";
import type { Output } from "@teraju/contracts/endpoint";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import AccountPage from "./AccountPage.tsx";
import type { Account } from "./AccountTable.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const account = (n: number, name: string, more: Partial<Account> = {}): Account => ({ personId: uuid(n), name, login: `19800101200501100${n}`, unit: "Sekretariat", isActive: true, rank: "pegawai", state: "never_used", codeExpiresAt: null, sessions: 0, actions: { code: [], state: [] }, ...more });
const LIST: Output<typeof listAccounts> = {
  accounts: [account(1, "Budi"), account(2, "Citra", { state: "code_given", codeExpiresAt: "2026-11-27 02:00:00+00" }), account(3, "Dewi", { isActive: false, state: "active", actions: { code: ["account_closed"], state: [] } })],
  next: null, counts: { active: 8, codeGiven: 1, neverUsed: 3994 },
};
const CODE: Output<typeof giveActivationCode> = { code: "4V47-UXK8-NTXV-2SJT-HCMP-7CUH-2GCK", expiresAt: "2026-11-27T02:00:00.000Z" };
const served: { list: typeof LIST; refusal: string | null } = { list: LIST, refusal: null };
beforeEach(() => Object.assign(served, { list: LIST, refusal: null }));
async function open(at = "/admin") {
  const { seen } = await serveOrigin(({ url, method, body }, response) => {
    if (method !== "GET" && served.refusal !== null) return problem(response, 409, "refused", { refusals: [served.refusal] });
    if (url.endsWith("/activation-code")) return json(response, CODE);
    if (method === "PUT") return json(response, account(1, "Budi", JSON.parse(body)));
    return json(response, served.list);
  });
  return { seen, ...draw(<AccountPage />, { at }) };
}

test("the page says how many accounts are in use, and the state of each in words", async () => {
  await open();
  expect(await screen.findByRole("heading", { name: "8 akun aktif, 3.994 belum pernah dipakai." })).toBeDefined();
  const states = screen.getAllByRole("row").slice(1).map((row) => within(row).getAllByRole("cell")[1]?.textContent);
  expect(states).toEqual(["belum pernah dipakai", "kode sudah diberikanBerlaku sampai 27 November 2026, 09.00.", "ditutup"]);
});

test("searching writes the address; nothing found says what to do", async () => {
  const { seen, router } = await open();
  await userEvent.type(await screen.findByRole("searchbox", { name: "Cari nama atau NIP" }), "Yus");
  served.list = { ...LIST, accounts: [] };
  await userEvent.click(screen.getByRole("button", { name: "Cari" }));
  expect(router.state.location.search).toBe("?cari=Yus");
  expect(await screen.findByText("Tidak ada akun yang cocok.")).toBeDefined();
  expect(seen.at(-1)?.url).toBe("/api/account?q=Yus");
});

test("a code is given only after its effect is said, shows once, and can be copied", async () => {
  const { seen } = await open();
  await userEvent.click(await screen.findByRole("button", { name: "Beri kode aktivasi: Budi" }));
  const dialog = within(screen.getByRole("dialog", { name: "Kode aktivasi untuk Budi" }));
  expect(dialog.getByText(/Kata sandi lama tidak berlaku lagi/)).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "Buat kode" }));
  expect(dialog.getByText("Pilih kartu yang Anda cocokkan.")).toBeDefined();
  expect(seen.some(({ method }) => method === "POST")).toBe(false);
  await userEvent.click(dialog.getByRole("radio", { name: "KTP" }));
  await userEvent.click(dialog.getByRole("button", { name: "Buat kode" }));
  const slip = within(await dialog.findByRole("region", { name: "Kode aktivasi Teraju" }));
  expect(slip.getByText(CODE.code)).toBeDefined();
  expect(slip.getByText("Berlaku sampai 27 November 2026, 09.00.")).toBeDefined();
  expect(dialog.queryByRole("button", { name: "Buat kode" })).toBeNull();
  await expect.poll(() => seen.filter(({ method }) => method === "GET")).toHaveLength(2);
  const user = userEvent.setup();
  await user.click(dialog.getByRole("button", { name: "Salin kode" }));
  expect(await navigator.clipboard.readText()).toBe(CODE.code);
  await user.click(dialog.getByRole("button", { name: "Selesai" }));
  expect(screen.queryByText(CODE.code)).toBeNull();
});

test("a closed account gets no code, and the button says why", async () => {
  await open();
  const button = await screen.findByRole("button", { name: "Beri kode aktivasi: Dewi" });
  await userEvent.click(button);
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Akun ini ditutup. Buka dahulu akunnya.");
});

test("closing asks first, and says that it was done", async () => {
  const { seen } = await open();
  await userEvent.click(await screen.findByRole("button", { name: "Tutup akun: Budi" }));
  const dialog = within(screen.getByRole("dialog", { name: "Tutup akun Budi?" }));
  await userEvent.click(dialog.getByRole("button", { name: "Tutup akun" }));
  expect(await screen.findByText("Akun Budi sudah ditutup.")).toBeDefined();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(seen.find(({ method }) => method === "PUT")).toMatchObject({ url: `/api/account/${uuid(1)}`, body: '{"isActive":false}' });
});

test("a refusal is read out and the dialog stays", async () => {
  served.refusal = "own_account";
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Tutup akun: Budi" }));
  const dialog = within(screen.getByRole("dialog", { name: "Tutup akun Budi?" }));
  await userEvent.click(dialog.getByRole("button", { name: "Tutup akun" }));
  expect((await dialog.findByRole("alert")).textContent).toContain("Akun Anda sendiri tidak dapat Anda tutup.");
});

test("an account that was closed can be opened again", async () => {
  const { seen } = await open();
  await userEvent.click(await screen.findByRole("button", { name: "Buka akun: Dewi" }));
  await userEvent.click(within(screen.getByRole("dialog", { name: "Buka lagi akun Dewi?" })).getByRole("button", { name: "Buka akun" }));
  expect(await screen.findByText("Akun Dewi sudah dibuka.")).toBeDefined();
  expect(seen.find(({ method }) => method === "PUT")?.body).toBe('{"isActive":true}');
});

const LETTERS: Output<typeof listLetters> = { perFile: 60, opds: [{ id: uuid(8), name: "Dinas Kesehatan", people: 300, withPassword: 20, codeGiven: 5, toPrint: 262, elsewhere: 13 }] };
test("letters of an office come as one file at a time, and the page says to print and delete it", async () => {
  const made: Blob[] = [];
  URL.createObjectURL = (blob) => { made.push(blob as Blob); return "blob:x"; };
  URL.revokeObjectURL = () => undefined;
  // The test's window would leave the page for the file; a browser keeps it.
  const names: string[] = [];
  const press = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) { names.push(this.download); });
  const { seen } = await serveOrigin(({ url, method }, response) => {
    if (method === "POST") { response.writeHead(200, { "content-type": "application/pdf" }); response.end("%PDF-1.7"); return; }
    return json(response, url.startsWith("/api/account-letter") ? LETTERS : LIST);
  });
  draw(<AccountPage />, { at: "/admin?lihat=surat" });
  expect(await screen.findByRole("heading", { name: "262 orang menunggu surat akun." })).toBeDefined();
  expect(screen.getByText("13 lagi diurus BKPSDM")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Cetak 60 surat: Dinas Kesehatan" }));
  expect(await screen.findByText(/Cetak sekarang, lalu hapus berkasnya/)).toBeDefined();
  expect([made.map(({ type }) => type), names]).toEqual([["application/pdf"], ["surat-akun Dinas Kesehatan.pdf"]]);
  await userEvent.click(screen.getByRole("button", { name: "Cetak ulang surat: Dinas Kesehatan" }));
  const dialog = within(screen.getByRole("dialog", { name: "Cetak ulang surat Dinas Kesehatan?" }));
  expect(dialog.getByText(/Kode pada surat lama tidak berlaku lagi/)).toBeDefined();
  await userEvent.click(dialog.getByRole("button", { name: "Cetak ulang" }));
  await expect.poll(() => seen.filter(({ method }) => method === "POST").map(({ url, body }) => [url, body])).toEqual([
    [`/api/account-letter/${uuid(8)}`, '{"again":false}'], [`/api/account-letter/${uuid(8)}`, '{"again":true}']]);
  press.mockRestore();
});
