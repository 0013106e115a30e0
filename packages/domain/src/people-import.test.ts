import { describe, expect, it } from "vitest";
import { applyRefusals, diffImport, discardRefusals, IMPORT_GROUP, readImport, undoRefusals, type CityState, type PersonCells, type PersonField, type StatePerson, type StatePost, type UnitCells } from "./people-import.ts";

const unit = (id: string, name: string, parentId: string | null, opdId: string | null, kind: CityState["units"][number]["kind"] = "bidang") => ({ id, code: id.toUpperCase(), name, shortName: null, kind, parentId, opdId, until: null });
const post = (id: string, unitId: string, name: string, more: Partial<StatePost> = {}): StatePost => ({ id, unitId, name, jenis: "pelaksana", jenjang: null, isHead: false, until: null, ...more });
const NIP = { wali: null, kadis: "196801011990031001", kabid: "197502021998031002", budi: "198503032010011003", citra: "198604042010012004", dewi: "199006062023212006" } as const;
const person = (id: keyof typeof NIP, postId: string, unitId: string, penilaiId: string | null, more: Partial<StatePerson> = {}): StatePerson => ({
  id, nip: NIP[id], login: NIP[id] ?? "walikota", name: id, jenis: id === "wali" ? "pejabat" : id === "dewi" ? "pppk" : "pns", golongan: null, rumpun: null,
  seats: [{ id: `s-${id}`, postId, unitId, kind: "definitif", validFrom: "2024-01-01" }],
  penilai: penilaiId === null ? null : { id: `r-${id}`, penilaiId, atasanId: id === "kadis" ? "wali" : id === "kabid" ? "wali" : "kadis", validFrom: "2024-01-01" }, hasLaterSeat: false, hasLaterPenilai: false, ...more,
});
const CITY: CityState = {
  hasLaterTree: false, otherCodes: ["TUTUP"],
  units: [unit("kota", "Kota", null, null, "kota"), unit("dinas", "Dinas A", "kota", "dinas", "opd"), unit("b1", "Bidang Satu", "dinas", "dinas"), unit("b2", "Bidang Dua", "dinas", "dinas"), unit("lain", "Dinas B", "kota", "lain", "opd"), unit("b3", "Bidang Satu", "lain", "lain")],
  posts: [
    post("p-wali", "kota", "Wali Kota", { jenis: "kepala_daerah", isHead: true }), post("p-kadis", "dinas", "Kepala Dinas A", { jenis: "jpt_pratama", isHead: true }), post("p-kabid", "b1", "Kepala Bidang Satu", { jenis: "administrator", isHead: true }),
    post("p-budi", "b1", "Pengolah Data"), post("p-citra", "b1", "Penata Kelola"), post("p-dewi", "b2", "Bidan Penyelia", { jenis: "fungsional" }),
  ],
  people: [
    person("wali", "p-wali", "kota", null), person("kadis", "p-kadis", "dinas", "wali"), person("kabid", "p-kabid", "b1", "kadis"),
    person("budi", "p-budi", "b1", "kabid"), person("citra", "p-citra", "b1", "kabid"), person("dewi", "p-dewi", "b2", "kadis"),
  ],
};

const row = (line: number, cells: Partial<Record<PersonField, string>>): PersonCells => ({ line, cells });
/** A line about somebody who is there already, as our own export writes it. */
const asItIs = (id: "kadis" | "kabid" | "budi" | "citra" | "dewi", line: number, more: Partial<Record<PersonField, string>> = {}): PersonCells => {
  const who = CITY.people.find((p) => p.id === id);
  const seat = CITY.posts.find((p) => p.id === `p-${id}`);
  const penilai = CITY.people.find((p) => p.id === who?.penilai?.penilaiId);
  return row(line, { id, nip: who?.nip ?? "", nama: id, jenis: who?.jenis.toUpperCase() ?? "", golongan: "", kodeUnit: seat?.unitId.toUpperCase() ?? "", jabatan: seat?.name ?? "", jenisJabatan: seat?.jenis ?? "", pimpinan: seat?.isHead === true ? "Ya" : "Tidak", status: "Definitif", penilai: penilai?.nip ?? "walikota", atasan: id === "kadis" || id === "kabid" ? "walikota" : NIP.kadis, ...more });
};
const ALL = [asItIs("kadis", 2), asItIs("kabid", 3), asItIs("budi", 4), asItIs("citra", 5), asItIs("dewi", 6)];
const BARU = { nip: "199501012020121001", nama: "Fajar", jenis: "PNS", golongan: "III/a", kodeUnit: "B2", jabatan: "Analis", jenisJabatan: "Pelaksana", pimpinan: "Tidak", status: "", penilai: NIP.kadis, atasan: "" };
const diff = (people: PersonCells[], units: UnitCells[] = [], endMissing = false, state = CITY) => diffImport({ people, units, endsActing: true }, state, { endMissing });
const of = (people: PersonCells[], line: number, state = CITY) => {
  const found = diff(people, [], false, state).people.find((entry) => entry.line === line);
  if (found === undefined) throw new Error(`no entry of line ${line}`);
  return found;
};
const codes = (people: PersonCells[], line: number, state = CITY) => of(people, line, state).problems.map(({ code }) => code);

describe("what a file of people changes", () => {
  it("what we export says nothing new", () => {
    expect(diff(ALL).counts).toMatchObject({ sama: 5, baru: 0, pindah: 0, berubah: 0, hilang: 0, bermasalah: 0 });
  });
  it("somebody new is baru, with a post, a penilai and the penilai of the penilai as atasan", () => {
    const entry = of([...ALL, row(7, BARU)], 7);
    expect(entry).toMatchObject({ group: "baru", personId: null, nip: BARU.nip, problems: [] });
    expect(entry.plan).toMatchObject({ key: "n:7", person: { name: "Fajar", jenis: "pns", golongan: "III/a" }, openSeats: [{ unit: "u:b2", postId: null, name: "Analis", jenis: "pelaksana" }], penilai: { penilai: "p:kadis", atasan: "p:wali", closes: null } });
  });
  it("another unit is pindah, another golongan or post in the same unit berubah", () => {
    const moved = of([asItIs("budi", 4, { kodeUnit: "b2" })], 4);
    expect(moved).toMatchObject({ group: "pindah", changes: [{ field: "unit", before: "Bidang Satu", after: "Bidang Dua" }] });
    expect(moved.plan).toMatchObject({ closeSeats: ["s-budi"], person: null, penilai: null });
    expect(of([asItIs("budi", 4, { golongan: "iii c", jabatan: "Analis" })], 4)).toMatchObject({ group: "berubah", changes: [{ field: "golongan", before: null, after: "III/c" }, { field: "jabatan", before: "Pengolah Data", after: "Analis" }] });
  });
  it("who is left out of the departments of the file is hilang, and stays unless the clerk says so", () => {
    const kept = diff([asItIs("kadis", 2), asItIs("kabid", 3)]);
    expect(kept.people.filter(({ group }) => group === "hilang").map(({ name, plan }) => [name, plan])).toEqual([["budi", null], ["citra", null], ["dewi", null]]);
    const ended = diff([asItIs("kadis", 2), asItIs("kabid", 3)], [], true);
    expect(ended.people.find(({ name }) => name === "budi")?.plan).toMatchObject({ closeSeats: ["s-budi"], endPenilai: "r-budi" });
    // Nobody of another department is missed.
    expect(diff([row(2, { ...BARU, kodeUnit: "LAIN" })]).counts.hilang).toBe(0);
  });
  it("a penilai is not ended by being left out while others are still theirs", () => {
    const left = diff([asItIs("budi", 4), asItIs("citra", 5)], [], true).people.find(({ name }) => name === "kabid");
    expect(left).toMatchObject({ group: "hilang", plan: null, problems: [{ code: "still_penilai" }] });
    const handedOver = diff([asItIs("budi", 4, { penilai: NIP.kadis }), asItIs("citra", 5, { penilai: NIP.kadis })], [], true).people.find(({ name }) => name === "kabid");
    expect(handedOver).toMatchObject({ problems: [], plan: { closeSeats: ["s-kabid"] } });
  });
  it("one person on several lines: definitive and Plt. are kept apart, a Plt. that is left out ends", () => {
    const plt = [asItIs("kabid", 3), asItIs("kabid", 4, { kodeUnit: "B2", jabatan: "Plt. Kepala Bidang Dua", jenisJabatan: "administrator", status: "Plt." })];
    const entry = of(plt, 3);
    expect(entry).toMatchObject({ group: "berubah", changes: [{ field: "status", before: null, after: "Plt. Kepala Bidang Dua" }], plan: { closeSeats: [], openSeats: [{ kind: "plt", name: "Kepala Bidang Dua", unit: "u:b2" }] } });
    const withPlt = { ...CITY, posts: [...CITY.posts, post("p-b2", "b2", "Kepala Bidang Dua", { jenis: "administrator", isHead: true })], people: CITY.people.map((p) => (p.id === "kabid" ? { ...p, seats: [...p.seats, { id: "s-plt", postId: "p-b2", unitId: "b2", kind: "plt" as const, validFrom: "2026-01-01" }] } : p)) };
    expect(of([asItIs("kabid", 3)], 3, withPlt)).toMatchObject({ group: "berubah", plan: { closeSeats: ["s-plt"] } });
    expect(diffImport({ people: [asItIs("kabid", 3)], units: [], endsActing: false }, withPlt, { endMissing: false }).people[0]?.group).toBe("sama");
  });
  it("a post or a unit that ends on a day already planned takes nobody new; who sits there stays until then", () => {
    const closing = { ...CITY, posts: [...CITY.posts.map((p) => (p.id === "p-citra" ? { ...p, until: "2027-08-01" } : p)), post("p-arsip", "b2", "Arsiparis", { until: "2027-08-01" })], units: CITY.units.map((u) => (u.id === "b3" ? { ...u, until: "2027-02-01" } : u)) };
    expect(of(ALL, 5, closing).group).toBe("sama");
    expect(of([asItIs("budi", 4, { jabatan: "Penata Kelola" })], 4, closing).problems).toEqual([{ line: 4, field: "jabatan", code: "post_closes", value: "Penata Kelola, 2027-08-01" }]);
    // Nor is a second post of that name made beside it.
    expect(codes([asItIs("budi", 4, { kodeUnit: "B2", jabatan: "Arsiparis" })], 4, closing)).toEqual(["post_closes"]);
    expect(of([asItIs("budi", 4, { kodeUnit: "B3" })], 4, closing).problems).toEqual([{ line: 4, field: "unit", code: "unit_closes", value: "Bidang Satu, 2027-02-01" }]);
    const twin = { ...closing, posts: [...closing.posts, post("p-arsip-2", "b2", "Arsiparis")] };
    expect(of([asItIs("budi", 4, { kodeUnit: "B2", jabatan: "Arsiparis" })], 4, twin).plan?.openSeats).toMatchObject([{ postId: "p-arsip-2" }]);
  });
  it("one post is not held in two ways: not by two lines, and not by going on as its Plt.", () => {
    const both = (jabatan: string) => [asItIs("budi", 4, { jabatan, status: "Definitif" }), asItIs("budi", 5, { jabatan, status: "Plt." })];
    expect(codes(both("Penata Kelola"), 4)).toEqual(["same_post_twice"]);
    expect(codes(both("Jabatan Baru"), 4)).toEqual(["same_post_twice"]);
    const acts = { ...CITY, people: CITY.people.map((p) => (p.id === "budi" ? { ...p, seats: [...p.seats, { id: "s-plt", postId: "p-citra", unitId: "b1", kind: "plt" as const, validFrom: "2026-01-01" }] } : p)) };
    expect(diffImport({ people: [asItIs("budi", 4, { jabatan: "Penata Kelola" })], units: [], endsActing: false }, acts, { endMissing: false }).people[0]?.plan?.closeSeats).toEqual(["s-budi", "s-plt"]);
  });
  it("a NIP that comes for a PPPK who had none is a change of that person, known by our own number", () => {
    const state = { ...CITY, people: CITY.people.map((p) => (p.id === "dewi" ? { ...p, nip: null } : p)) };
    expect(of([asItIs("dewi", 6)], 6, state)).toMatchObject({ group: "berubah", personId: "dewi", changes: [{ field: "nip", before: null, after: NIP.dewi }] });
    expect(of([row(9, { ...BARU, nip: "", jenis: "PPPK Paruh Waktu", golongan: "V" })], 9)).toMatchObject({ group: "baru", nip: null });
  });
  it("a post of another kind, jenjang or lead in the same unit is another post, and each difference is shown", () => {
    const entry = of([asItIs("citra", 5, { jenisJabatan: "Jabatan Fungsional", jenjang: "Ahli Pertama", pimpinan: "Ya", kodeUnit: "B2" })], 5);
    expect(entry).toMatchObject({ group: "pindah", plan: { closeSeats: ["s-citra"], openSeats: [{ unit: "u:b2", postId: null, name: "Penata Kelola", jenis: "fungsional", jenjang: "ahli_pertama", isHead: true }] } });
    expect(entry.changes).toEqual([
      { field: "unit", before: "Bidang Satu", after: "Bidang Dua" }, { field: "jenisJabatan", before: "pelaksana", after: "fungsional" }, { field: "jenjang", before: null, after: "ahli_pertama" }, { field: "pimpinan", before: "Tidak", after: "Ya" },
    ]);
  });
  it("e-Kinerja's Struktural is read from the same post elsewhere; a post that nobody has yet is asked about", () => {
    const struktural = { ...BARU, jenisJabatan: "STRUKTURAL", pimpinan: "" };
    expect(of([row(7, { ...struktural, jabatan: "Kepala Bidang Satu" })], 7).plan?.openSeats).toMatchObject([{ postId: null, jenis: "administrator" }]);
    expect(codes([row(7, { ...struktural, jabatan: "Kepala Bidang Baru" })], 7)).toEqual(["jenis_jabatan_unknown"]);
  });
  it("a unit without a definitive head takes one; of two in the file the later line gives way", () => {
    const head = { ...BARU, jabatan: "Kepala Bidang Dua", jenisJabatan: "Administrator", pimpinan: "Ya" };
    const second = { ...head, nip: "199601012020121002", nama: "Gita" };
    expect(of([row(7, head), row(8, second)], 7)).toMatchObject({ group: "baru", plan: { openSeats: [{ isHead: true }] } });
    expect(codes([row(7, head), row(8, second)], 8)).toEqual(["head_twice"]);
  });
  it("a penilai is found by the NIP, by our own number or by what they sign in with", () => {
    for (const penilai of [NIP.kadis, "kadis"]) expect(of([row(7, { ...BARU, penilai })], 7).plan?.penilai).toMatchObject({ penilai: "p:kadis" });
    expect(of([row(7, { ...BARU, penilai: "WALIKOTA" })], 7).plan?.penilai).toEqual({ penilai: "p:wali", atasan: "p:wali", closes: null });
  });
});

describe("what is wrong with a line is named", () => {
  const wrong = (cells: Partial<Record<PersonField, string>>) => codes([row(7, { ...BARU, ...cells })], 7);
  it.each([
    [{ nip: "1.98503E+17" }, "nip_excel_notation"], [{ nip: "'1985" }, "nip_not_18_digits"], [{ nip: "199502302020121001" }, "nip_birth_date_impossible"], [{ nip: "" }, "nip_missing"], [{ jenis: "PPPK" }, "nip_jenis_differs"],
    [{ jenis: "Honorer" }, "jenis_unknown"], [{ golongan: "III/e" }, "golongan_unknown"], [{ kodeUnit: "ZZ" }, "unit_unknown"], [{ kodeUnit: "" }, "unit_missing"], [{ jabatan: "" }, "jabatan_missing"],
    [{ jenisJabatan: "Direktur" }, "jenis_jabatan_unknown"], [{ status: "mungkin" }, "status_unknown"], [{ pimpinan: "barangkali" }, "pimpinan_unknown"], [{ nama: "" }, "name_missing"], [{ nama: "x".repeat(201) }, "text_too_long"],
    [{ nama: "a\u202Eb" }, "text_forbidden"], [{ penilai: "199912312024011999" }, "penilai_unknown"], [{ penilai: "1,9E+17" }, "penilai_excel_notation"], [{ penilai: BARU.nip }, "penilai_self"], [{ id: "siapa" }, "id_unknown"],
    [{ pimpinan: "Ya", kodeUnit: "DINAS" }, "head_twice"],
  ] as const)("%o: %s", (cells, code) => { expect(wrong(cells)).toContain(code); });

  it("two definitive posts, the same line twice, a NIP of somebody else, a NIP that changes", () => {
    expect(codes([asItIs("budi", 4), asItIs("budi", 5, { kodeUnit: "B2" })], 4)).toEqual(["two_definitive"]);
    expect(codes([asItIs("budi", 4), asItIs("budi", 5)], 4)).toEqual(["same_row_twice"]);
    const plt = { jabatan: "Plt. Kepala Bidang Dua", jenisJabatan: "administrator", kodeUnit: "B2", status: "Plt." };
    expect(of([asItIs("kabid", 3), asItIs("kabid", 4, plt), asItIs("kabid", 5, plt)], 3).problems).toMatchObject([{ line: 5, code: "same_row_twice" }]);
    expect(codes([asItIs("budi", 4, { nip: NIP.citra })], 4)).toContain("nip_of_other");
    expect(codes([asItIs("budi", 4, { nip: BARU.nip })], 4)).toContain("nip_changed");
  });
  it("who rates whom may not turn in a circle, and a penilai sits on a post", () => {
    expect(codes([asItIs("kabid", 3, { penilai: NIP.budi })], 3)).toContain("penilai_circle");
    const away = { ...CITY, people: CITY.people.map((p) => (p.id === "citra" ? { ...p, seats: [] } : p)) };
    expect(codes([asItIs("budi", 4, { penilai: NIP.citra })], 4, away)).toContain("penilai_without_post");
  });
  it("problems spread to those whom a new penilai should rate", () => {
    const other = { ...BARU, nip: "199601012020121002", nama: "Gita", penilai: BARU.nip };
    expect(of([row(7, BARU), row(8, other)], 8)).toMatchObject({ group: "baru", plan: { penilai: { penilai: "n:7" } } });
    expect(codes([row(7, { ...BARU, golongan: "X/z" }), row(8, other)], 8)).toEqual(["penilai_has_problem"]);
  });
  it("nothing dated is overwritten: a record that begins on that day or later stands in the way of a move, not of a name", () => {
    const later = { ...CITY, people: CITY.people.map((p) => (p.id === "budi" ? { ...p, hasLaterSeat: true, hasLaterPenilai: true } : p)) };
    expect(codes([asItIs("budi", 4, { kodeUnit: "B2" })], 4, later)).toEqual(["later_record"]);
    expect(codes([asItIs("budi", 4, { penilai: NIP.kadis })], 4, later)).toEqual(["later_record"]);
    expect(of([asItIs("budi", 4, { nama: "Budi" })], 4, later).group).toBe("berubah");
  });
  it("a unit by its name alone needs the department where two have that name", () => {
    const byName = { ...BARU, kodeUnit: "", unit: "bidang  satu" };
    expect(codes([row(7, byName)], 7)).toEqual(["unit_ambiguous"]);
    expect(of([row(7, { ...byName, unitInduk: "DINAS B" })], 7).plan?.openSeats[0]?.unit).toBe("u:b3");
  });
});

describe("units of a file", () => {
  const u = (line: number, cells: UnitCells["cells"]): UnitCells => ({ line, cells });
  const units = (rows: UnitCells[]) => diff([], rows).units;
  it("new, renamed, moved, the same; people may sit in a unit that the same file makes", () => {
    const rows = [u(2, { kodeUnit: "B4", namaUnit: "Bidang Empat", jenisUnit: "Bidang", kodeInduk: "DINAS" }), u(3, { kodeUnit: "b1", namaUnit: "Bidang Kesatu", jenisUnit: "bidang", kodeInduk: "dinas" }), u(4, { kodeUnit: "B2", namaUnit: "Bidang Dua", jenisUnit: "bidang", kodeInduk: "LAIN" }), u(5, { kodeUnit: "B3", namaUnit: "Bidang Satu", jenisUnit: "bidang", kodeInduk: "LAIN" })];
    expect(units(rows).map(({ group, changes }) => [group, changes.map(({ before, after }) => [before, after])])).toEqual([["baru", []], ["berubah", [["Bidang Satu", "Bidang Kesatu"]]], ["pindah", [["Dinas A", "Dinas B"]]], ["sama", []]]);
    expect(diff([row(9, { ...BARU, kodeUnit: "b4" })], rows).people.find(({ line }) => line === 9)?.plan?.openSeats[0]?.unit).toBe("n:b4");
  });
  it("names what is wrong", () => {
    const rows = [u(2, { kodeUnit: "", namaUnit: "X", jenisUnit: "bidang", kodeInduk: "DINAS" }), u(3, { kodeUnit: "N1", namaUnit: "", jenisUnit: "seksi", kodeInduk: "ZZ" }), u(4, { kodeUnit: "KOTA", namaUnit: "Kota", kodeInduk: "DINAS" }), u(5, { kodeUnit: "B1", namaUnit: "Bidang Satu", kodeInduk: "B2" }), u(6, { kodeUnit: "B2", namaUnit: "Bidang Dua", kodeInduk: "B1" }), u(7, { kodeUnit: "B2", namaUnit: "Bidang Dua", kodeInduk: "DINAS" }), u(8, { kodeUnit: "tutup", namaUnit: "Bidang Lama", jenisUnit: "bidang", kodeInduk: "DINAS" })];
    expect(units(rows).map(({ problems }) => problems.map(({ code }) => code))).toEqual([["unit_code_missing"], ["unit_name_missing", "unit_kind_unknown", "parent_unknown"], ["unit_root"], ["parent_circle"], ["parent_circle"], ["unit_twice"], ["unit_code_used"]]);
  });
});

describe("the first file of an empty city", () => {
  const u = (line: number, cells: UnitCells["cells"]): UnitCells => ({ line, cells });
  const units = (rows: UnitCells[]) => diffImport({ people: [], units: rows, endsActing: false }, { units: [], posts: [], people: [], hasLaterTree: false, otherCodes: [] }, { endMissing: false }).units;
  const root = u(2, { kodeUnit: "KOTA", namaUnit: "Kota", jenisUnit: "Kota", kodeInduk: "" });
  const dinas = u(3, { kodeUnit: "D", namaUnit: "Dinas", jenisUnit: "OPD", kodeInduk: "KOTA" });
  it("the city's own line hangs on nothing; everything else hangs on it", () => {
    expect(units([root, dinas]).map(({ group, plan }) => [group, plan?.parent])).toEqual([["baru", null], ["baru", "n:kota"]]);
  });
  it("a second root, a department without the city, a city below another are none", () => {
    expect(units([root, u(4, { kodeUnit: "KOTA2", namaUnit: "Kota", jenisUnit: "Kota", kodeInduk: "" })])[1]?.problems.map(({ code }) => code)).toEqual(["parent_unknown"]);
    expect(units([u(2, { kodeUnit: "D", namaUnit: "Dinas", jenisUnit: "OPD", kodeInduk: "" })])[0]?.problems.map(({ code }) => code)).toEqual(["parent_unknown"]);
  });
});

describe("what may be done with an import", () => {
  const none = Object.fromEntries(IMPORT_GROUP.map((g) => [g, 0])) as Record<(typeof IMPORT_GROUP)[number], number>;
  it("is applied once, by BKPSDM, and only where it changes something", () => {
    expect(applyRefusals("previewed", ["bkpsdm"], { ...none, baru: 1, units: none }, { endMissing: false })).toEqual([]);
    expect(applyRefusals("previewed", ["bkpsdm"], { ...none, sama: 9, bermasalah: 1, hilang: 2, units: none }, { endMissing: false })).toEqual(["import_empty"]);
    expect(applyRefusals("applied", ["bkpsdm"], { ...none, baru: 1, units: none }, { endMissing: false })).toEqual(["wrong_status"]);
  });
  it("is undone while nothing depends on it", () => {
    expect(undoRefusals("applied", ["bkpsdm"], [])).toEqual([]);
    expect(undoRefusals("applied", ["bkpsdm"], ["report"])).toEqual(["import_depended_on"]);
    expect(undoRefusals("previewed", ["bkpsdm"], [])).toEqual(["wrong_status"]);
  });
  it("is put away by BKPSDM as long as nothing of it was carried out", () => {
    expect(discardRefusals("previewed", ["bkpsdm"])).toEqual([]);
    expect(discardRefusals("applied", ["bkpsdm"])).toEqual(["wrong_status"]);
    expect(discardRefusals("previewed", [])).toEqual(["not_yours"]);
  });
});

describe("which table a sheet is", () => {
  it("ours, wherever the headings stand and in whatever order", () => {
    const read = readImport([[["Data pegawai per 1 Oktober"], [], ["Nama", "Catatan", "NIP "], ["Budi", "x", "198503032010011003"], ["", "", ""]], [["kode_unit", "Nama Unit"], ["B1", "Bidang"]]]);
    expect(read).toMatchObject({ fault: null, source: "template", people: [{ line: 4, cells: { nip: "198503032010011003", nama: "Budi" } }], units: [{ line: 2, cells: { kodeUnit: "B1" } }] });
  });
  it("says why a file is none", () => {
    expect(readImport([[["apa", "saja"]]])).toEqual({ fault: "no_known_heading" });
    expect(readImport([[["NIP", "Nama", "nip"], ["1", "2", "3"]]])).toEqual({ fault: "heading_twice" });
    expect(readImport([[["NIP", "Nama"]]])).toEqual({ fault: "no_rows" });
  });
});
