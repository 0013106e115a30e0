import type { EvidenceView } from "@teraju/contracts/evidence";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { draw } from "../../../test/render.tsx";
import { problem, serveOrigin } from "../../../test/server.ts";
import { EvidencePreview } from "./EvidencePreview.tsx";

const ID = "019a0000-0000-7000-8000-000000000001";
const BYTES = Buffer.from("/9j/4AAQSkZJRgABAQEASABIAAD/2Q==", "base64");
const evidence = (more: Partial<EvidenceView>): EvidenceView => ({ id: ID, kind: "file", title: "Register kohort", mime: "image/jpeg", sizeBytes: BYTES.length, url: null, registerNumber: null, createdAt: "2026-11-20T03:00:00.000Z", ...more });

const blobs = new Map<string, Blob>();
beforeEach(() => {
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => { const url = `blob:${blobs.size}`; blobs.set(url, blob as Blob); return url; });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => void blobs.delete(url));
});
afterEach(() => {
  vi.restoreAllMocks();
  blobs.clear();
});

test("a picture is fetched, shown with its title, and let go when closed", async () => {
  const { seen } = await serveOrigin((_asked, response) => response.writeHead(200, { "content-type": "image/jpeg", "content-disposition": "attachment" }).end(BYTES));
  const closed = vi.fn();
  const { unmount } = draw(<EvidencePreview evidence={evidence({})} onClose={closed} />);
  const picture = await screen.findByRole("img", { name: "Register kohort" });
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET /api/evidence/${ID}/file`]);
  const blob = blobs.get(picture.getAttribute("src") ?? "");
  expect([blob?.type, Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)).equals(BYTES)]).toEqual(["image/jpeg", true]);
  await userEvent.click(screen.getByRole("button", { name: "Tutup bukti" }));
  expect(closed).toHaveBeenCalledOnce();
  unmount();
  expect(blobs.size).toBe(0);
});

test("a picture that the server does not give is said to be missing", async () => {
  await serveOrigin((_asked, response) => problem(response, 404, "not_found"));
  draw(<EvidencePreview evidence={evidence({})} onClose={() => undefined} />);
  expect((await screen.findByRole("alert")).textContent).toBe("Berkas bukti belum bisa dibuka.");
});

test("PDF, link and register number each in their way, without a request", async () => {
  const { seen } = await serveOrigin((_asked, response) => problem(response, 500, "internal"));
  draw(<><EvidencePreview evidence={evidence({ mime: "application/pdf" })} onClose={() => undefined} />
    <EvidencePreview evidence={evidence({ kind: "link", mime: null, url: "https://contoh.go.id/a" })} onClose={() => undefined} />
    <EvidencePreview evidence={evidence({ kind: "register", mime: null, registerNumber: "445/12" })} onClose={() => undefined} /></>);
  expect((await screen.findByRole("link", { name: "Unduh PDF" })).getAttribute("href")).toBe(`/api/evidence/${ID}/file`);
  expect(screen.getByRole("link", { name: /Buka tautan/ }).getAttribute("rel")).toBe("noopener noreferrer");
  expect(screen.getByText("Nomor register: 445/12")).toBeTruthy();
  expect(seen).toEqual([]);
});
