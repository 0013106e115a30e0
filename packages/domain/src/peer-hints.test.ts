import { expect, it } from "vitest";
import { recognisableHints } from "./peer-hints.ts";

it.each([
  ["Terima kasih, layanan kepada warga sudah cepat.", []],
  ["Pertahankan cara menjawab telepon warga.", []],
  ["Bu Ratna juga terbantu.", ["names_a_person Bu Ratna"]],
  ["Ibu dan bapak yang datang dilayani baik.", []],
  ["Pada 12 Oktober berkas terlambat.", ["names_a_day 12 Oktober"]],
  ["Kemarin sudah baik.", ["names_a_day Kemarin"]],
  ["Saat rapat evaluasi ia diam.", ["names_an_event Saat rapat"]],
  ["Saya sebagai bendahara menunggu lama.", ["names_own_role Saya sebagai"]],
  ["Ia berkata \"nanti saja dulu\" kepada warga.", ["quotes \"nanti saja dulu\""]],
  ["Datanya LAMBAT SEKALI datang", ["uncommon_style"]],
  ["Tolong yg rapi ya!!", ["uncommon_style"]],
  ["Pertahankan 👍", ["uncommon_style"]],
])("%s", (text, hints) => {
  expect(recognisableHints(text).map(({ kind, words }) => (words === null ? kind : `${kind} ${words}`))).toEqual(hints);
});

it("gives hints in the order of the text, at most eight besides the style", () => {
  const text = Array.from({ length: 12 }, (_, i) => `Pak Budi datang tanggal ${i + 1}.`).join(" ");
  const kinds = recognisableHints(text).map(({ kind }) => kind);
  expect(kinds).toEqual(["names_a_person", "names_a_day", "names_a_person", "names_a_day", "names_a_person", "names_a_day", "names_a_person", "names_a_day"]);
});
