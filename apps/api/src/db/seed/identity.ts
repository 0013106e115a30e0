import type { DemoAccount } from "./data/demo-accounts.ts";
import { FEMALE_FIRST, FEMALE_LAST, MALE_FIRST, MALE_LAST } from "./data/names.ts";
import type { PostData } from "./data/organisation.ts";
import type { Jabatan, Person, Unit } from "./city.ts";
import type { Random } from "./random.ts";
import { CITY_SINCE, millisOf } from "./timeline.ts";

export type Identities = { random: Random; /** NIP already given. */ taken: Set<string> };
type Seat = { unit: Unit; jabatan: Jabatan; post: PostData; isHead: boolean; account: DemoAccount | null };

const FEMALE_FAMILIES = /^(bidan|guru|perawat|nutrisionis|asisten_apoteker)/;
const MALE_FAMILIES = /^(pemadam|sopir|polisi_pp|penguji)/;

/** A person on a post: name with title, NIP of PNS or PPPK, golongan, and the two numbers that drive the year. */
export function makePerson(identities: Identities, { unit, jabatan, post, isHead, account }: Seat): Person {
  const { random } = identities;
  const isFemale = random.chance(FEMALE_FAMILIES.test(post.family) ? (post.family.startsWith("bidan") ? 1 : 0.74) : MALE_FAMILIES.test(post.family) ? 0.08 : 0.46);
  const isPppk = !isHead && (post.isPppk ? random.chance(0.85) : random.chance(0.06));
  const nip = account === null ? newNip(identities, { isFemale, isPppk, level: levelOf(post, isHead) }) : /^\d{18}$/.test(account.login) ? account.login : null;
  const jenis = nip === null ? "pejabat" : nip.slice(12, 14) === "21" ? "pppk" : "pns";
  return {
    id: random.uuid(millisOf(CITY_SINCE) + 100_000 + identities.taken.size),
    nip, jenis, account, printed: account, unit, jabatan, isHead,
    name: account?.name ?? nameOf(random, isFemale, titleOf(post)),
    golongan: nip === null ? null : golonganOf(random, jenis, post, isHead),
    family: post.family,
    ability: Math.min(1.2, Math.max(0.72, 1.012 + random.normal() * 0.072)),
    punctuality: Math.min(1, 0.93 + random.normal() * 0.05),
  };
}

/** How far into the career the post usually is: 0 beginner … 3 head of department. */
function levelOf(post: PostData, isHead: boolean): number {
  if (post.jenis === "jpt_pratama") return 3;
  if (post.jenis === "administrator" || post.jenjang === "ahli_madya") return 2.3;
  if (isHead || post.jenis === "pengawas" || post.jenjang === "ahli_muda" || post.jenjang === "penyelia") return 1.5;
  return post.jenjang === "mahir" ? 1 : 0.3;
}

function newNip(identities: Identities, { isFemale, isPppk, level }: { isFemale: boolean; isPppk: boolean; level: number }): string {
  const { random, taken } = identities;
  for (;;) {
    const born = Math.round(1994 - level * 7 + random.normal() * 4);
    const birth = Math.min(2001, Math.max(1968, born));
    const day = `${birth}${two(random.int(1, 12))}${two(random.int(1, 28))}`;
    const begun = isPppk ? random.int(Math.max(2021, birth + 18), 2025) : Math.min(2024, birth + random.int(22, 29));
    const appointed = isPppk ? `${Math.max(begun, 2021)}21` : `${begun}${two(random.pick([1, 2, 3, 4, 12]))}`;
    const nip = `${day}${appointed}${isFemale ? 2 : 1}${String(random.int(1, 60)).padStart(3, "0")}`;
    if (taken.has(nip)) continue;
    taken.add(nip);
    return nip;
  }
}

const two = (n: number): string => String(n).padStart(2, "0");

function nameOf(random: Random, isFemale: boolean, [before, after]: readonly [string, string]): string {
  const first = random.pick(isFemale ? FEMALE_FIRST : MALE_FIRST);
  const last = random.pick(isFemale ? FEMALE_LAST : MALE_LAST);
  const middle = random.chance(0.12) ? ` ${random.pick(isFemale ? FEMALE_LAST : MALE_LAST)}` : "";
  const plain = middle.trim() === last ? `${first} ${last}` : `${first}${middle} ${last}`;
  return `${before}${plain}${after}`;
}

const TITLES: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/^dokter_puskesmas|^dokter|penanggung_jawab_ukp/, ["dr. ", ""]], [/^kepala_puskesmas/, ["dr. ", ""]], [/^bidan/, ["", ", A.Md.Keb."]], [/^perawat/, ["", ", A.Md.Kep."]],
  [/^apoteker/, ["apt. ", ", S.Farm."]], [/^asisten_apoteker/, ["", ", A.Md.Farm."]], [/^(guru|kepala_sekolah)/, ["", ", S.Pd."]], [/^(promkes|sanitarian)/, ["", ", S.K.M."]],
  [/^pranata_komputer/, ["", ", S.Kom."]], [/^(auditor|analis_keuangan|pajak)/, ["", ", S.E."]], [/^(teknik|tata_bangunan)/, ["", ", S.T."]], [/^penyuluh_pertanian/, ["", ", S.P."]],
  [/^(sekretaris|kabid|kepala:)/, ["", ", M.Si."]], [/^perancang_hukum/, ["", ", S.H."]],
];
function titleOf(post: PostData): readonly [string, string] {
  return TITLES.find(([pattern]) => pattern.test(post.family))?.[1] ?? ["", ""];
}

const PNS: Readonly<Record<string, readonly string[]>> = {
  pemula: ["II/a"], terampil: ["II/b", "II/c", "II/d"], mahir: ["III/a", "III/b"], penyelia: ["III/c", "III/d"],
  ahli_pertama: ["III/a", "III/b"], ahli_muda: ["III/c", "III/d"], ahli_madya: ["IV/a", "IV/b"], ahli_utama: ["IV/d"],
};
function golonganOf(random: Random, jenis: string, post: PostData, isHead: boolean): string {
  if (jenis === "pppk") return post.jenjang?.startsWith("ahli") ? "IX" : post.jenjang === null ? "V" : "VII";
  if (post.jenis === "jpt_pratama") return random.pick(["IV/b", "IV/c"]);
  if (post.jenis === "administrator") return random.pick(["III/d", "IV/a", "IV/b"]);
  if (post.jenis === "pengawas") return random.pick(["III/c", "III/d"]);
  return random.pick(PNS[post.jenjang ?? ""] ?? (isHead ? ["III/d"] : ["II/c", "II/d", "III/a"]));
}
