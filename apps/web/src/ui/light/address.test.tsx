import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense, use } from "react";
import { Link } from "react-router-dom";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { useAddress } from "./address.ts";

/** What the server never answers. */
const forever = new Promise<never>(() => undefined);

function Content() {
  const { search } = useAddress();
  return search.has("keadaan") ? use(forever) : <p>Semua</p>;
}

function Page() {
  const { put, addressOf } = useAddress();
  return (
    <>
      <button onClick={() => put({ halaman: null, keadaan: "belum" })}>Keadaan</button>
      <button onClick={() => put({ opd: "5" })}>Perangkat daerah</button>
      <Link to={addressOf({ halaman: "3" })}>Halaman berikutnya</Link>
      <Suspense><Content /></Suspense>
    </>
  );
}

test("a second choice builds on the first, also while the first one's page is on its way", async () => {
  const { router } = draw(<Page />, { at: "/kesiapan?halaman=2" });
  expect(screen.getByRole("link").getAttribute("href")).toBe("/kesiapan?halaman=3");
  await userEvent.click(screen.getByRole("button", { name: "Keadaan" }));
  screen.getByText("Semua");
  await userEvent.click(screen.getByRole("button", { name: "Perangkat daerah" }));
  expect(router.state.location.search).toBe("?keadaan=belum&opd=5");
});
