import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { draw } from "../../../test/render.tsx";
import { NumberStepper } from "./NumberStepper.tsx";

function Stepper({ first, told, ...rest }: { first: number | null; told: (value: number | null) => void; step?: number; max?: number }) {
  const [value, setValue] = useState(first);
  const change = (next: number | null) => {
    told(next);
    setValue(next);
  };
  return <NumberStepper label="Berapa bayi?" value={value} onChange={change} {...rest} />;
}
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Berapa bayi?" });

test("plus and minus count by one, and nothing goes under zero", async () => {
  const told = vi.fn();
  draw(<Stepper first={1} told={told} />);
  await userEvent.click(screen.getByRole("button", { name: "Tambah: Berapa bayi?" }));
  await userEvent.click(screen.getByRole("button", { name: "Kurangi: Berapa bayi?" }));
  await userEvent.click(screen.getByRole("button", { name: "Kurangi: Berapa bayi?" }));
  expect(told.mock.calls).toEqual([[2], [1], [0]]);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Kurangi: Berapa bayi?" }).disabled).toBe(true);
});

test("an empty field begins at one with plus, and stops at the largest figure", async () => {
  const told = vi.fn();
  draw(<Stepper first={null} told={told} max={1} />);
  await userEvent.click(screen.getByRole("button", { name: "Tambah: Berapa bayi?" }));
  expect(told).toHaveBeenLastCalledWith(1);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Tambah: Berapa bayi?" }).disabled).toBe(true);
});

test("a figure typed with a comma is understood while typing and written out on leaving", async () => {
  const told = vi.fn();
  draw(<Stepper first={null} told={told} />);
  await userEvent.type(field(), "1234,5");
  expect(told).toHaveBeenLastCalledWith(1234.5);
  expect(field().value).toBe("1234,5");
  await userEvent.tab();
  expect(field().value).toBe("1.234,5");
});

test("what is no figure is nothing, and stays in sight to be corrected", async () => {
  const told = vi.fn();
  draw(<Stepper first={3} told={told} />);
  await userEvent.clear(field());
  await userEvent.type(field(), "tiga");
  await userEvent.tab();
  expect(told).toHaveBeenLastCalledWith(null);
  expect(field().value).toBe("tiga");
});

test("arrow keys count, in steps without rounding dust", async () => {
  const told = vi.fn();
  draw(<Stepper first={0.1} step={0.2} told={told} />);
  await userEvent.click(field());
  await userEvent.keyboard("{ArrowUp}{ArrowDown}{ArrowDown}");
  expect(told.mock.calls).toEqual([[0.3], [0.1], [0]]);
});
