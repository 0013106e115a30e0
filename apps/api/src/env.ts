import path from "node:path";
import { z } from "zod";
import type { SiasnConfig } from "./siasn.ts";
import { StartRefusal } from "./start-refusal.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** The environment of a start, checked: the only reader of `process.env` in the API. Listed in README. */
export type Env = {
  /** 0 takes a free port. */
  port: number;
  host: string;
  /** Absolute path: the embedded database, evidence files, the generated secret. */
  dataDir: string;
  /** Absent: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** Absent: a demo if, and only if, the embedded database is empty. */
  demo: boolean | undefined;
  /** ISO date, honoured only in a demo. */
  today: string | undefined;
  /** At least 32 characters. Absent: made at first start and kept in the data folder. */
  secret: string | undefined;
  /** True behind a TLS proxy of our own: its forwarded headers then tell the address and the protocol of the client. */
  isBehindProxy: boolean;
  /** Absent: nothing is ever told to BKN's web service. */
  siasn: SiasnConfig | undefined;
};

const VARIABLES = {
  PORT: z.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port <= 65_535).default(3000),
  HOST: z.string().regex(/^[A-Za-z0-9.:-]+$/).default("localhost"),
  DATA_DIR: z.string().refine((folder) => !folder.includes("\0")).default(path.join(ROOT, ".teraju")),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TERAJU_DEMO: z.enum(["0", "1"]).optional(),
  TERAJU_TODAY: z.iso.date().optional(),
  TERAJU_SECRET: z.string().min(32).optional(),
  TERAJU_PROXY: z.enum(["0", "1"]).default("0"),
  TERAJU_SIASN_URL: z.url({ protocol: /^https?$/ }).optional(),
  TERAJU_SIASN_TOKEN: z.string().min(1).optional(),
  TERAJU_SIASN_SSO_TOKEN: z.string().min(1).optional(),
  TERAJU_SIASN_BUTUH_PERBAIKAN: z.enum(["3", "4"]).transform(Number).optional(),
  TERAJU_SIASN_KURANG: z.enum(["3", "4"]).transform(Number).optional(),
};

/** Names of the variables, for whoever checks a deployment against them. */
export const VARIABLE_NAMES = Object.keys(VARIABLES);

const MEANING: Record<keyof typeof VARIABLES, string> = {
  PORT: "harus berupa angka 0 sampai 65535",
  HOST: "harus berupa nama atau alamat komputer, misalnya localhost atau 0.0.0.0",
  DATA_DIR: "harus berupa alamat folder",
  DATABASE_URL: "harus berupa alamat PostgreSQL, misalnya postgres://pengguna:sandi@server:5432/teraju",
  TERAJU_DEMO: "harus 1 (isi kota demo) atau 0 (tanpa demo)",
  TERAJU_TODAY: "harus berupa tanggal yang ada, misalnya 2026-11-23",
  TERAJU_SECRET: "harus paling sedikit 32 huruf atau angka",
  TERAJU_PROXY: "harus 1 (di belakang proksi TLS sendiri) atau 0",
  TERAJU_SIASN_URL: "harus berupa alamat layanan SIASN, diawali https://",
  TERAJU_SIASN_TOKEN: "harus diisi bila TERAJU_SIASN_URL diisi",
  TERAJU_SIASN_SSO_TOKEN: "harus diisi bila TERAJU_SIASN_URL diisi",
  TERAJU_SIASN_BUTUH_PERBAIKAN: "harus 3 atau 4, dan tidak sama dengan TERAJU_SIASN_KURANG",
  TERAJU_SIASN_KURANG: "harus 3 atau 4, dan tidak sama dengan TERAJU_SIASN_BUTUH_PERBAIKAN",
};

/**
 * Reads the environment; an empty variable counts as absent.
 * @throws StartRefusal with one sentence that names the first bad variable. A secret value is never repeated.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(VARIABLE_NAMES.map((name) => [name, source[name]?.trim() || undefined]));
  const read = z.object(VARIABLES).safeParse(given);
  if (!read.success) throw new StartRefusal(sentence(read.error.issues[0]?.path[0]));
  const { PORT, HOST, DATA_DIR, DATABASE_URL, TERAJU_DEMO, TERAJU_TODAY, TERAJU_SECRET, TERAJU_PROXY } = read.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: path.resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    demo: TERAJU_DEMO && TERAJU_DEMO === "1",
    today: TERAJU_TODAY,
    secret: TERAJU_SECRET,
    isBehindProxy: TERAJU_PROXY === "1",
    siasn: siasnOf(read.data),
  };
}

/** The address turns it on; a half set one stops the start, and so do two predikat under one id. */
function siasnOf(given: z.output<z.ZodObject<typeof VARIABLES>>): SiasnConfig | undefined {
  const { TERAJU_SIASN_URL: url, TERAJU_SIASN_TOKEN: token, TERAJU_SIASN_SSO_TOKEN: ssoToken, TERAJU_SIASN_BUTUH_PERBAIKAN: butuhPerbaikan = null, TERAJU_SIASN_KURANG: kurang = null } = given;
  if (url === undefined) return undefined;
  if (token === undefined) throw new StartRefusal(sentence("TERAJU_SIASN_TOKEN"));
  if (ssoToken === undefined) throw new StartRefusal(sentence("TERAJU_SIASN_SSO_TOKEN"));
  if (kurang !== null && kurang === butuhPerbaikan) throw new StartRefusal(sentence("TERAJU_SIASN_KURANG"));
  return { url, token, ssoToken, kuadran: { butuhPerbaikan, kurang } };
}

function sentence(name: PropertyKey | undefined): string {
  const variable = Object.keys(VARIABLES).find((known): known is keyof typeof VARIABLES => known === name);
  return variable ? `${variable} ${MEANING[variable]}.` : "Pengaturan lingkungan tidak dapat dibaca.";
}
