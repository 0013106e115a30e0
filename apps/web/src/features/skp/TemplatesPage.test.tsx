import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { may, SESSION, skpView, uuid } from "../../../test/skp.ts";
import { TemplateButton } from "./TemplateDialog.tsx";
import TemplatesPage from "./TemplatesPage.tsx";

const template = (n: number, over: object = {}) => ({ id: uuid(n), title: `Templat ${n}`, jabatan: "Bidan Terampil", scope: "team", source: "Templat tim, dari SKP 2026 yang berlaku", hasilKerja: ["Ibu hamil terlayani", "Bayi terlayani"], made: { by: "Kepala Puskesmas", on: "2026-01-12" }, retiredOn: null, version: 1, ...over });

async function open(templates: object[], { roles = ["pegawai", "penilai"], keepsCity = false, refuse = false } = {}) {
  const sent: [string, unknown][] = [];
  await serveOrigin(({ method, url, body }, response) => {
    const path = `${method} ${url.split("?")[0]}`;
    if (path === "GET /api/session") return json(response, { ...SESSION, roles });
    if (path === "GET /api/skp-template/kept") return json(response, { templates, keepsCity });
    if (method === "GET") return problem(response, 404, "not_found");
    sent.push([path, JSON.parse(body)]);
    return refuse ? problem(response, 409, "refused", { refusals: ["template_name_taken"] }) : json(response, template(9, { title: "Bidan desa" }));
  });
  return sent;
}

test("an example is looked into, renamed and retired; what is retired stands apart without buttons", async () => {
  const sent = await open([template(1), template(2, { title: "Bidan Terampil", retiredOn: "2026-02-03" })]);
  draw(<TemplatesPage />, { at: "/tim/skp/templat" });
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("1 templat SKP ditawarkan.");
  const offered = within(screen.getByRole("region", { name: "Ditawarkan" }));
  offered.getByText("Bidan Terampil · Untuk tim Anda · Dibuat Kepala Puskesmas, 12 Januari 2026");
  expect(offered.getAllByRole("listitem", { hidden: true }).map((item) => item.textContent)).toEqual(["Ibu hamil terlayani", "Bayi terlayani"]);
  const retired = within(screen.getByRole("region", { name: "Tidak ditawarkan lagi" }));
  retired.getByText("Dihentikan 3 Februari 2026.");
  expect(retired.queryAllByRole("button")).toEqual([]);
  expect(screen.queryByRole("searchbox")).toBeNull();
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Ubah nama: Templat 1" }));
  const name = screen.getByLabelText<HTMLInputElement>("Nama templat");
  await user.clear(name);
  await user.click(screen.getByRole("button", { name: "Simpan nama" }));
  screen.getByText("Tulis nama templat dahulu.");
  await user.type(name, " Bidan desa ");
  await user.click(screen.getByRole("button", { name: "Simpan nama" }));
  await user.click(await screen.findByRole("button", { name: "Hentikan: Templat 1" }));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Hentikan" }));
  await expect.poll(() => sent).toEqual([[`PUT /api/skp-template/${uuid(1)}`, { version: 1, title: "Bidan desa" }], [`POST /api/skp-template/${uuid(1)}/retire`, { version: 1 }]]);
});

test("a long list is searched, and the search lies in the address", async () => {
  await open(Array.from({ length: 9 }, (_, n) => template(n + 1, { scope: "city", made: null, source: "Contoh kota" })), { roles: ["bkpsdm"], keepsCity: true });
  draw(<TemplatesPage />, { at: "/tim/skp/templat?cari=templat%207" });
  expect((await screen.findAllByRole("heading", { level: 3 })).map((one) => one.textContent)).toEqual(["Templat 7"]);
  screen.getByText("Bidan Terampil · Untuk seluruh kota · Contoh kota");
  expect(screen.queryByRole("link", { name: "Ke SKP tim" })).toBeNull();
  await userEvent.setup().type(screen.getByRole("searchbox", { name: "Cari nama atau jabatan" }), "x");
  expect((await screen.findByText("Tidak ada templat dengan kata itu.")).isConnected).toBe(true);
});

test("hundreds are drawn as one goes on, not at once", async () => {
  await open(Array.from({ length: 60 }, (_, n) => template(n + 1)));
  draw(<TemplatesPage />, { at: "/tim/skp/templat" });
  const drawn = () => screen.getAllByRole("heading", { level: 3 }).length;
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Tampilkan 25 lagi" }));
  expect(drawn()).toBe(50);
  await user.click(screen.getByRole("button", { name: "Tampilkan 10 lagi" }));
  expect(drawn()).toBe(60);
  expect(screen.queryByRole("button", { name: /lagi$/ })).toBeNull();
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("60 templat SKP ditawarkan.");
});

test("before the first example the page says how one is made", async () => {
  await open([]);
  draw(<TemplatesPage />, { at: "/tim/skp/templat" });
  expect((await screen.findByText("Buka SKP yang berlaku dari satu anggota tim. Tekan Jadikan templat.")).isConnected).toBe(true);
});

test("an SKP becomes an example with one press and a name; a name that is taken is said, and who may not has no button", async () => {
  const sent = await open([], { refuse: true });
  const { id, actions } = skpView({ actions: may("template") });
  const page = draw(<TemplateButton skpId={id} jabatan="Bidan Terampil" refusals={actions.template} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Jadikan templat" }));
  await user.click(screen.getByRole("button", { name: "Simpan templat" }));
  await screen.findByText("Jabatan ini sudah mempunyai templat bernama itu.");
  expect(sent).toMatchObject([[`POST /api/skp/${id}/template`, { title: "Bidan Terampil" }]]);
  page.unmount();
  await open([]);
  draw(<TemplateButton skpId={id} jabatan="Bidan Terampil" refusals={[]} />);
  await user.click(await screen.findByRole("button", { name: "Jadikan templat" }));
  await user.click(screen.getByRole("button", { name: "Simpan templat" }));
  expect((await screen.findByText("Templat “Bidan desa” siap dipakai.")).isConnected).toBe(true);
});

test("who may not make it an example has no button", async () => {
  await open([]);
  const { container } = draw(<TemplateButton skpId={uuid(5)} jabatan={null} refusals={["not_yours"]} />);
  expect(container.querySelector("button")).toBeNull();
});
