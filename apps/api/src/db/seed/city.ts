import { DEMO_ACCOUNTS, type DemoAccount } from "./data/demo-accounts.ts";
import { KECAMATAN_UNITS, school, SCHOOLS, SKPK, type PostData, type UnitData } from "./data/organisation.ts";
import { makePerson, type Identities } from "./identity.ts";
import type { Random } from "./random.ts";
import { millisOf, must, CITY_SINCE } from "./timeline.ts";

export type UnitKind = UnitData["kind"] | "kota";
export type Unit = { id: string; code: string; name: string; short: string; kind: UnitKind; parent: Unit | null; opd: Unit | null; depth: number; ord: number; lastOrd: number; head: Person | null; staff: Person[]; units: Unit[] };
export type Jabatan = { id: string; unit: Unit; name: string; jenis: PostData["jenis"] | "kepala_daerah"; jenjang: string | null; isHead: boolean };
export type Person = {
  id: string; nip: string | null; name: string; jenis: "pns" | "pppk" | "pejabat"; golongan: string | null; family: string;
  /** A visitor of the demo, for whom the city is made ready. */
  account: DemoAccount | null;
  /** The account that is printed: a visitor's, or that of whom the dice have put on a post. The dice treat the latter as everybody else. */
  printed: DemoAccount | null;
  unit: Unit; jabatan: Jabatan; isHead: boolean;
  /** How good the year goes for this person: 1 is as targeted. */
  ability: number;
  /** How reliably reports come: 1 always in time, 0 never. */
  punctuality: number;
};
export type City = { units: Unit[]; jabatan: Jabatan[]; people: Person[]; wali: Person; byCode: Map<string, Unit> };

/** A reduced city keeps the departments in which patterns are planted. */
const KEPT_WHEN_SMALL = new Set(["SETDA", "INSPEKTORAT", "BKPSDM", "BPKD", "DINKES", "PUPR", "DLH", "DISHUB", "KOMINFO", "SATPOLPP", "KEC3"]);
const FULL = 4000;

/**
 * Units in pre-order, their posts and exactly `people` ASN (a city under 2,000 is reduced and only nearly as large as asked).
 * Teachers make up the difference: schools are where most ASN of a city work.
 */
export function buildCity(random: Random, people: number): City {
  const isSmall = people < FULL / 2;
  const scale = (count: number): number => (isSmall ? Math.max(1, Math.round((count * people * 2) / FULL)) : count);
  const roots = [...SKPK, ...KECAMATAN_UNITS].filter((one) => !isSmall || KEPT_WHEN_SMALL.has(one.code));
  const city: City = { units: [], jabatan: [], people: [], wali: undefined as unknown as Person, byCode: new Map() };
  const identities: Identities = { random, taken: new Set(DEMO_ACCOUNTS.filter((one) => one.isDrawn !== true).map((one) => one.login)) };
  const root = addUnit(city, { code: "KOTA", name: "Kota Langsa", short: "Kota", kind: "kota" }, null, random);
  city.wali = seatHead(city, root, { name: "Wali Kota", jenis: "fungsional", jenjang: null, family: "wali_kota" }, identities);
  for (const data of roots) grow(city, withSchools(data, isSmall), root, scale, identities);
  root.lastOrd = city.units.length;
  // One head retires within the history: the city has `people` ASN in service besides them.
  if (!isSmall) fillSchools(city, people + 1, identities);
  return city;
}

function withSchools(data: UnitData, isSmall: boolean): UnitData {
  if (data.code !== "DISDIK" || isSmall) return data;
  const list = (level: "sd" | "smp"): UnitData[] => Array.from({ length: SCHOOLS[level] }, (_, at) => school(level, at + 1));
  return { ...data, children: data.children.map((child) => (child.code === "DISDIK-B1" ? { ...child, children: list("sd") } : child.code === "DISDIK-B2" ? { ...child, children: list("smp") } : child)) };
}

function addUnit(city: City, data: Pick<UnitData, "code" | "name" | "short"> & { kind: UnitKind }, parent: Unit | null, random: Random): Unit {
  const ord = city.units.length + 1;
  const unit: Unit = { id: random.uuid(millisOf(CITY_SINCE) + ord), code: data.code, name: data.name, short: data.short, kind: data.kind, parent, opd: null, depth: parent ? parent.depth + 1 : 0, ord, lastOrd: ord, head: null, staff: [], units: [] };
  unit.opd = parent === null ? null : parent.kind === "kota" ? unit : parent.opd;
  parent?.units.push(unit);
  city.units.push(unit);
  city.byCode.set(unit.code, unit);
  return unit;
}

function grow(city: City, data: UnitData, parent: Unit, scale: (count: number) => number, identities: Identities): void {
  const unit = addUnit(city, data, parent, identities.random);
  seatHead(city, unit, data.head, identities);
  for (const post of data.posts) for (let n = 0; n < scale(post.count); n++) seat(city, unit, post, identities);
  for (const child of data.children) grow(city, child, unit, scale, identities);
  unit.lastOrd = city.units.length;
}

function seatHead(city: City, unit: Unit, post: UnitData["head"], identities: Identities): Person {
  const person = sit(city, unit, { ...post, count: 1 }, true, identities);
  unit.head = person;
  return person;
}

function seat(city: City, unit: Unit, post: PostData, identities: Identities): void {
  unit.staff.push(sit(city, unit, post, false, identities));
}

function sit(city: City, unit: Unit, post: PostData, isHead: boolean, identities: Identities): Person {
  const known = city.jabatan.findLast((one) => one.unit === unit && one.name === post.name && !isHead && !one.isHead);
  const jabatan: Jabatan = known ?? { id: identities.random.uuid(millisOf(CITY_SINCE) + city.jabatan.length), unit, name: post.name, jenis: post.family === "wali_kota" ? "kepala_daerah" : post.jenis, jenjang: post.jenjang, isHead };
  if (known === undefined) city.jabatan.push(jabatan);
  const account = DEMO_ACCOUNTS.find((one) => one.unitCode === unit.code && one.jabatan === post.name && !city.people.some((person) => person.printed?.role === one.role)) ?? null;
  // A smaller city has other dice: there the account is that of whoever came to sit here.
  const drawn = makePerson(identities, { unit, jabatan, post, isHead, account: account?.isDrawn === true ? null : account });
  const person = account?.isDrawn === true && drawn.nip !== null ? { ...drawn, printed: { ...account, login: drawn.nip, name: drawn.name } } : drawn;
  city.people.push(person);
  return person;
}

/** Teachers, school by school, until the city has as many ASN as asked for (the Wali Kota is none). */
function fillSchools(city: City, people: number, identities: Identities): void {
  const schools = city.units.filter((one) => one.kind === "sekolah");
  for (let at = 0; city.people.length - 1 < people; at++) {
    const unit = must(schools[at % schools.length]);
    const like = must(unit.staff.find((one) => one.jabatan.name === "Guru Ahli Pertama"));
    seat(city, unit, { name: like.jabatan.name, jenis: "fungsional", jenjang: like.jabatan.jenjang, family: like.family, count: 1, isPppk: at % 2 === 0 }, identities);
  }
}

/** The unit and all below it. */
export function unitsUnder(city: City, unit: Unit): Unit[] {
  return city.units.slice(unit.ord - 1, unit.lastOrd);
}
