import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Hapus bukti</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Hapus bukti ini?">
        <p>Bukti tidak bisa dikembalikan.</p>
      </Dialog>
    </>
  );
}

test("a dialog takes the focus to its title and gives it back to the button that opened it", async () => {
  draw(<Page />);
  const opener = screen.getByRole("button", { name: "Hapus bukti" });
  await userEvent.click(opener);
  expect(screen.getByRole<HTMLDialogElement>("dialog", { name: "Hapus bukti ini?" }).open).toBe(true);
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Hapus bukti ini?" }));
  await userEvent.click(screen.getByRole("button", { name: "Tutup" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test("Esc closes it: the browser's cancel is heard", async () => {
  draw(<Page />);
  await userEvent.click(screen.getByRole("button", { name: "Hapus bukti" }));
  screen.getByRole("dialog").dispatchEvent(new Event("cancel", { cancelable: true }));
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});
