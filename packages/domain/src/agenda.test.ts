import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LaporanRapat, type PilihanAgenda, hariRapat, ordinaryDay, susunAgenda, tempatAgenda } from "./agenda.ts";
import { addMonths, isHariKerja, weekday } from "./calendar.ts";
import { NOTES } from "./notes.ts";
import { DEFAULT_STANDAR } from "./standar.ts";

const aturan = DEFAULT_STANDAR.rapat;
const plain: LaporanRapat = {
  key: "p1", unitId: "u1", kewajiban: "wajib_lapor", isSent: true, bahasPegawai: 0, bahasPenilai: 0, targetMeleset: 0, mintaBantuan: false, adaKendala: false,
  capaianTertinggi: 100, capaianTerendah: 100, isDitunda: false, mintaDialog: false, giliran: [], isPertamaBulanLalu: false,
};
const free: PilihanAgenda = { isGrouped: false, isExceptionsOnly: false, order: [], minutes: {} };
const one = (more: Partial<LaporanRapat>): LaporanRapat => ({ ...plain, ...more });
const make = (laporan: readonly LaporanRapat[], pilihan: Partial<PilihanAgenda> = {}, janji: { id: string; due: string; isTerbuka: boolean }[] = [], bulan = "2026-10") =>
  susunAgenda({ bulan, tanggal: "2026-11-19", laporan, janji, pilihan: { ...free, ...pilihan }, aturan });
const keysOf = (laporan: readonly LaporanRapat[], pilihan?: Partial<PilihanAgenda>): string[] => make(laporan, pilihan).value.items.map((item) => item.key);

describe("the place of a report", () => {
  const place = (more: Partial<LaporanRapat>) => {
    const { key: _k, unitId: _u, giliran: _g, isPertamaBulanLalu: _p, ...flags } = one(more);
    return tempatAgenda({ ...flags, aturan });
  };
  it.each([
    ["nothing to say", {}, "lainnya", ["tanpa_catatan"], 2],
    ["a kendala alone", { adaKendala: true }, "lainnya", ["kendala"], 4],
    ["flagged by the pegawai", { bahasPegawai: 1 }, "perlu_dibahas", ["bahas_pegawai"], 4],
    ["flagged by the penilai", { bahasPenilai: 2, bahasPegawai: 1 }, "perlu_dibahas", ["bahas_penilai", "bahas_pegawai"], 4],
    ["a target missed", { targetMeleset: 1 }, "perlu_dibahas", ["target_meleset"], 4],
    ["help requested", { mintaBantuan: true }, "perlu_dibahas", ["minta_bantuan"], 6],
    ["a clear success", { capaianTertinggi: 110 }, "perlu_dibahas", ["keberhasilan"], 4],
    ["a high figure beside a missed target is no clear success", { capaianTertinggi: 150, capaianTerendah: 60, targetMeleset: 1 }, "perlu_dibahas", ["target_meleset"], 4],
    ["nor beside one a little under target, which is not worth the room's time either", { capaianTertinggi: 150, capaianTerendah: 99.99 }, "lainnya", ["tanpa_catatan"], 2],
    ["just under a clear success", { capaianTertinggi: 109.99 }, "lainnya", ["tanpa_catatan"], 2],
    ["no report filed, said without blame", { isSent: false, mintaBantuan: true }, "lainnya", ["belum_lapor"], 2],
    ["put off last month", { isDitunda: true }, "perlu_dibahas", ["ditunda"], 4],
    ["a request for help beside a kendala", { mintaBantuan: true, adaKendala: true }, "perlu_dibahas", ["minta_bantuan", "kendala"], 6],
    ["put off last month, on leave in this one", { isDitunda: true, kewajiban: "cuti", isSent: false }, "perlu_dibahas", ["ditunda", "tidak_wajib_lapor"], 4],
    ["high figures alone, without a lowest", { capaianTertinggi: 150, capaianTerendah: null }, "lainnya", ["tanpa_catatan"], 2],
    ["on leave", { kewajiban: "cuti", isSent: false }, "lainnya", ["tidak_wajib_lapor"], 2],
    ["a private dialogue, whatever else", { mintaDialog: true, mintaBantuan: true }, "dialog_pribadi", ["minta_dialog_pribadi"], 0],
  ] as const)("%s", (_name, more, bagian, alasan, minutes) => {
    const found = place(more);
    expect(found.value).toEqual({ bagian, alasan, minutes });
    expect(found).toMatchObject({ rule: "Tempat dalam agenda rapat", cite: { regulation: "Standar penilaian kota", part: "rapat: bagian dan menit" } });
  });
});

describe("the agenda", () => {
  it("of nobody is empty and takes no time", () => {
    expect(make([]).value).toEqual({ items: [], dialogPribadi: [], leftOut: [], totalMinutes: 0, speakers: 0, isTooMany: false, isTooLong: false });
  });

  it("opens with the promises, what is overdue said first, a minute each and ten at most", () => {
    const janji = Array.from({ length: 14 }, (_, i) => ({ id: `j${i}`, due: i === 0 ? "2026-11-18" : "2026-11-19", isTerbuka: true }));
    expect(make([plain], {}, janji).value.items[0]).toMatchObject({ key: "promises", bagian: "tindak_lanjut", alasan: ["tindak_lanjut_lewat", "tindak_lanjut"], minutes: 10 });
    expect(make([plain], {}, janji.slice(1, 3)).value.items[0]).toMatchObject({ alasan: ["tindak_lanjut"], minutes: 2 });
  });

  it("puts what is to be discussed before the others", () => {
    expect(keysOf([one({ key: "a" }), one({ key: "b", bahasPenilai: 1 }), one({ key: "c" }), one({ key: "d", targetMeleset: 1 })]).slice(0, 2).sort()).toEqual(["b", "d"]);
  });

  it("lets who spoke late speak early", () => {
    expect(keysOf([one({ key: "a", giliran: [0.1] }), one({ key: "b", giliran: [0.9] }), one({ key: "c" })])).toEqual(["b", "c", "a"]);
  });

  it("does not let the first of last month be first again, not even as the only one to be discussed", () => {
    const decision = make([one({ key: "a", bahasPenilai: 1, isPertamaBulanLalu: true }), one({ key: "b" }), one({ key: "c" })]);
    expect(decision.value.items.map((item) => item.key)[1]).toBe("a");
    expect(decision.note).toBe(NOTES.bukanPertamaLagi);
  });

  it("grouped by bidang keeps each bidang together, also when the first of last month steps back", () => {
    const laporan = [one({ key: "a", unitId: "x", bahasPenilai: 1, isPertamaBulanLalu: true }), one({ key: "b", unitId: "y" }), one({ key: "c", unitId: "z", targetMeleset: 1 }), one({ key: "d", unitId: "y", bahasPegawai: 1 })];
    const units = make(laporan, { isGrouped: true }).value.items.map((item) => laporan.find(({ key }) => key === item.key)?.unitId);
    expect(units.filter((unit, i) => unit !== units[i - 1])).toHaveLength(3);
    expect(units[0]).not.toBe("x");
  });

  it("follows the leader's own order and minutes; who came late follows", () => {
    const decision = make([one({ key: "a" }), one({ key: "b" }), one({ key: "c", bahasPenilai: 1 })], { order: ["b", "a"], minutes: { b: 9 } });
    expect(decision.value.items.map(({ key, minutes, usualMinutes }) => [key, minutes, usualMinutes])).toEqual([["b", 9, 2], ["a", 2, 2], ["c", 4, 4]]);
    expect(decision.note).toBe(NOTES.urutanPemimpin);
  });

  it("of 18 people with something to say takes 72 minutes; 20 speakers are well, 21 are warned of", () => {
    const people = (n: number) => Array.from({ length: n }, (_, i) => one({ key: `p${i}`, bahasPegawai: 1 }));
    expect(make(people(18)).value).toMatchObject({ totalMinutes: 72, speakers: 18, isTooMany: false, isTooLong: false });
    expect(make(people(20)).value).toMatchObject({ isTooMany: false, isTooLong: false });
    expect(make(people(21)).value).toMatchObject({ totalMinutes: 84, isTooMany: true, isTooLong: false });
    expect(make(people(23)).value).toMatchObject({ totalMinutes: 92, isTooLong: true });
    expect(make(people(200)).value).toMatchObject({ speakers: 200, totalMinutes: 800 });
  });

  it("of exceptions alone brings the best of the rest as successes", () => {
    const laporan = [one({ key: "a", targetMeleset: 1 }), one({ key: "b", capaianTertinggi: 104 }), one({ key: "c", capaianTertinggi: 101 }), one({ key: "d", isSent: false })];
    const { items, leftOut } = make(laporan, { isExceptionsOnly: true }).value;
    expect(items.map(({ key, alasan }) => [key, alasan[0]]).toSorted()).toEqual([["a", "target_meleset"], ["b", "keberhasilan_penyeimbang"]]);
    expect(leftOut.map(({ key }) => key).toSorted()).toEqual(["c", "d"]);
  });
});

describe("turns", () => {
  it("of equals move by one each month, also over the end of the year", () => {
    const laporan = ["a", "b", "c"].map((key) => one({ key }));
    const orders = ["2026-10", "2026-11", "2026-12", "2027-01"].map((bulan) => make(laporan, {}, [], bulan).value.items.map(({ key }) => key).join(""));
    expect(orders).toEqual(["cab", "bca", "abc", "cab"]);
  });
  it("go by the mean of the places, not by how many there were", () => {
    expect(keysOf([one({ key: "a", giliran: [0.3, 0.3, 0.3] }), one({ key: "b", giliran: [0.4] })])).toEqual(["b", "a"]);
  });
  it("the first of last month steps behind one colleague, or behind one bidang where the bidang is theirs alone", () => {
    const first = { key: "a", unitId: "x", bahasPenilai: 1, isPertamaBulanLalu: true };
    const others = [one({ key: "b", unitId: "x" }), one({ key: "c", unitId: "y", giliran: [0.9] }), one({ key: "d", unitId: "z", giliran: [0.1] })];
    expect(keysOf([one(first), ...others], { isGrouped: true })).toEqual(["b", "a", "c", "d"]);
    expect(keysOf([one(first), ...others.slice(1), one({ key: "e", unitId: "y" })], { isGrouped: true })).toEqual(["c", "e", "a", "d"]);
    expect(keysOf([one(first), ...others.slice(1)])).toEqual(["c", "a", "d"]);
    expect(keysOf([one(first)])).toEqual(["a"]);
    expect(make([one(first)]).note).toBeUndefined();
  });
});

describe("who does not speak", () => {
  it("is who need not report; who was put off speaks all the same", () => {
    const { items, leftOut } = make([one({ key: "a", kewajiban: "cuti", isSent: false }), one({ key: "b", kewajiban: "cuti", isSent: false, isDitunda: true }), one({ key: "c" })]).value;
    expect(items.map(({ key }) => key)).toEqual(["b", "c"]);
    expect(leftOut).toMatchObject([{ key: "a", alasan: ["tidak_wajib_lapor"] }]);
  });
  it("takes no time in private, whatever minutes were chosen", () => {
    expect(make([one({ key: "a", mintaDialog: true })], { minutes: { a: 9 } }).value).toMatchObject({ totalMinutes: 0, items: [], dialogPribadi: [{ key: "a", minutes: 0 }] });
  });
});

describe("hanya pengecualian", () => {
  const missed = ["m1", "m2", "m3", "m4"].map((key) => one({ key, targetMeleset: 1 }));
  const calm = [one({ key: "r1", capaianTertinggi: 101 }), one({ key: "r2", capaianTertinggi: 106 }), one({ key: "r3", capaianTertinggi: 104 }), one({ key: "none", capaianTertinggi: null, adaKendala: true }), one({ key: "late", isSent: false, capaianTertinggi: 150 })];
  const brought = (laporan: LaporanRapat[]): string[] => make(laporan, { isExceptionsOnly: true }).value.items.filter(({ alasan }) => alasan[0] === "keberhasilan_penyeimbang").map(({ key }) => key).toSorted();
  it("brings the best of the rest, one for three exceptions, never who has filed nothing or has no figure", () => {
    expect(brought([...missed, ...calm])).toEqual(["r2", "r3"]);
    expect(brought([...missed.slice(0, 3), ...calm])).toEqual(["r2"]);
    expect(brought([...missed, calm[3] ?? plain, calm[4] ?? plain])).toEqual([]);
  });
  it("counts the successes that stand there already", () => {
    expect(brought([...missed, ...calm, one({ key: "s1", capaianTertinggi: 120 })])).toEqual(["r2"]);
    expect(brought([...missed, ...calm, one({ key: "s1", capaianTertinggi: 120 }), one({ key: "s2", capaianTertinggi: 120 })])).toEqual([]);
    expect(brought([...calm, one({ key: "s1", capaianTertinggi: 120 })])).toEqual([]);
  });
  it("of nothing but calm reports shows the best one", () => {
    const decision = make(calm, { isExceptionsOnly: true });
    expect(decision.value.items.map(({ key }) => key)).toEqual(["r2"]);
    expect(decision.note).toBe(NOTES.hanyaPengecualian);
    expect(make(calm).note).toBeUndefined();
  });
});

it("ninety minutes are not too long, and promises take the minutes that the standard gives them", () => {
  const fifteen = Array.from({ length: 15 }, (_, i) => one({ key: `p${i}`, mintaBantuan: true }));
  expect(make(fifteen).value).toMatchObject({ totalMinutes: 90, isTooLong: false });
  const janji = [{ id: "j", due: "2026-12-01", isTerbuka: true }, { id: "k", due: "2026-10-01", isTerbuka: false }];
  const slow = susunAgenda({ bulan: "2026-10", tanggal: "2026-11-19", laporan: [], janji, pilihan: free, aturan: { ...aturan, menitTindakLanjut: 3 } });
  // What was kept in time is not overdue, however old.
  expect(slow.value.items).toMatchObject([{ key: "promises", minutes: 6, alasan: ["tindak_lanjut"] }]);
});

const flags = fc.record({
  kewajiban: fc.constantFrom("wajib_lapor", "wajib_lapor", "wajib_lapor", "cuti", "belum_mulai"), isSent: fc.boolean(), bahasPegawai: fc.nat(2), bahasPenilai: fc.nat(2), targetMeleset: fc.nat(3),
  mintaBantuan: fc.boolean(), adaKendala: fc.boolean(), capaianTertinggi: fc.option(fc.integer({ min: 0, max: 200 })), capaianTerendah: fc.option(fc.integer({ min: 0, max: 200 })), isDitunda: fc.boolean(), mintaDialog: fc.boolean(),
  giliran: fc.array(fc.integer({ min: 0, max: 10 }).map((n) => n / 10), { maxLength: 12 }), isPertamaBulanLalu: fc.boolean(), unitId: fc.constantFrom("u1", "u2", "u3"),
});
const reports = fc.array(flags, { maxLength: 40 }).map((all) => all.map((each, i): LaporanRapat => ({ ...each, key: `p${String(i).padStart(2, "0")}` } as LaporanRapat)));
const choices = fc.record({ isGrouped: fc.boolean(), isExceptionsOnly: fc.boolean(), order: fc.subarray(["p00", "p01", "p02", "p03", "gone"], { minLength: 0 }), minutes: fc.dictionary(fc.constantFrom("p00", "p01", "p05"), fc.nat(20), { maxKeys: 3 }) });
const promises = fc.array(fc.record({ id: fc.uuid(), due: fc.constantFrom("2026-10-15", "2026-11-19"), isTerbuka: fc.boolean() }), { maxLength: 15 });

describe("laws", () => {
  it("every report stands exactly once: spoken, in private, or left out", () => {
    fc.assert(fc.property(reports, choices, promises, (laporan, pilihan, janji) => {
      const { items, dialogPribadi, leftOut, speakers } = make(laporan, pilihan, janji).value;
      const speaking = items.filter(({ key }) => key !== "promises");
      expect([...speaking, ...dialogPribadi, ...leftOut].map(({ key }) => key).toSorted()).toEqual(laporan.map(({ key }) => key).toSorted());
      expect(speakers).toBe(speaking.length);
    }));
  });

  it("the total is the sum of its lines, and each line has the minutes of the rule unless the leader chose others", () => {
    fc.assert(fc.property(reports, choices, promises, (laporan, pilihan, janji) => {
      const decision = make(laporan, pilihan, janji);
      expect(decision.value.totalMinutes).toBe(decision.value.items.reduce((sum, item) => sum + item.minutes, 0));
      for (const item of decision.value.items) {
        expect(item.minutes).toBe(pilihan.minutes[item.key] ?? item.usualMinutes);
        expect(item.alasan.length).toBeGreaterThan(0);
      }
      expect(decision.from).toHaveLength(laporan.length);
    }));
  });

  it("the same input gives the same agenda, in whatever order the reports come", () => {
    fc.assert(fc.property(reports, choices, promises, (laporan, pilihan, janji) => {
      expect(make(laporan.toReversed(), pilihan, janji).value.items).toEqual(make(laporan, pilihan, janji).value.items);
    }));
  });

  it("who asked for a private dialogue is on no screen of the room", () => {
    fc.assert(fc.property(reports, choices, promises, (laporan, pilihan, janji) => {
      const private_ = new Set(laporan.filter((each) => each.mintaDialog).map(({ key }) => key));
      const { items, leftOut } = make(laporan, pilihan, janji).value;
      expect([...items, ...leftOut].filter(({ key }) => private_.has(key))).toEqual([]);
    }));
  });

  it("exceptions alone always have a success among them, where there is one", () => {
    fc.assert(fc.property(reports, promises, (laporan, janji) => {
      const { items } = make(laporan, { isExceptionsOnly: true }, janji).value;
      const could = laporan.some((each) => each.kewajiban === "wajib_lapor" && each.isSent && !each.mintaDialog && !each.isDitunda && each.targetMeleset === 0 && each.bahasPegawai + each.bahasPenilai === 0 && !each.mintaBantuan && each.capaianTertinggi !== null);
      const has = items.some(({ alasan }) => alasan.some((reason) => reason === "keberhasilan" || reason === "keberhasilan_penyeimbang"));
      expect(!could || has).toBe(true);
    }));
  });

  it("over a year nobody is first twice in a row, and everybody speaks early and late", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 25 }), fc.nat(11), fc.boolean(), (n, start, isFlagged) => {
      const history = new Map<string, number[]>();
      let lastFirst = "";
      const firsts: string[] = [];
      for (let m = 0; m < 12; m++) {
        const laporan = Array.from({ length: n }, (_, i) => {
          const key = `p${String(i).padStart(2, "0")}`;
          return one({ key, bahasPegawai: isFlagged ? 1 : 0, giliran: history.get(key) ?? [], isPertamaBulanLalu: key === lastFirst });
        });
        const order = make(laporan, {}, [], addMonths("2026-01", start + m)).value.items.map(({ key }) => key);
        expect(order[0]).not.toBe(lastFirst);
        lastFirst = order[0] ?? "";
        firsts.push(lastFirst);
        order.forEach((key, i) => history.set(key, [i / (n - 1), ...(history.get(key) ?? [])]));
      }
      for (const places of history.values()) {
        const average = places.reduce((sum, place) => sum + place, 0) / places.length;
        expect(average).toBeGreaterThan(0.35);
        expect(average).toBeLessThan(0.65);
      }
      // Nobody is made to begin much more often than another.
      for (const key of history.keys()) expect(firsts.filter((first) => first === key).length).toBeLessThanOrEqual(Math.ceil(12 / n) + 2);
    }), { numRuns: 200 });
  });
});

describe("the day of the meeting", () => {
  const kalender = { libur: ["2026-11-19"], hariKerjaPengganti: [] };
  it("is the third Thursday of the month after; a holiday moves it to the next working day", () => {
    expect(hariRapat({ bulan: "2026-09", pekan: 3, hari: 4, kalender }).value).toBe("2026-10-15");
    expect(hariRapat({ bulan: "2026-10", pekan: 3, hari: 4, kalender })).toMatchObject({ value: "2026-11-20", note: NOTES.rapatDipindah });
  });
  it("is the last Friday where the last one is asked for", () => {
    expect(ordinaryDay("2026-10", 5, 5)).toBe("2026-10-30");
    expect(ordinaryDay("2026-07", 5, 5)).toBe("2026-07-31");
    expect(ordinaryDay("2026-11", 5, 5)).toBe("2026-11-27");
    expect(hariRapat({ bulan: "2026-09", pekan: 3, hari: 4, kalender }).note).toBeUndefined();
  });
  it("is always a working day of that weekday or later", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), (m, pekan, hari) => {
      const bulan = addMonths("2025-01", m);
      expect(weekday(ordinaryDay(addMonths(bulan, 1), pekan, hari))).toBe(hari);
      expect(isHariKerja(hariRapat({ bulan, pekan, hari, kalender }).value, kalender)).toBe(true);
    }));
  });
});
