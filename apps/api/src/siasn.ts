import type { PeriodeKind, SiasnKuadran, SiasnRecord } from "@teraju/domain";
import { z } from "zod";
import { Problem, refuseIf } from "./http/problem.ts";

/**
 * The boundary to BKN's SIASN web service (rules §6.5): the only file that speaks to it. It needs the address (apimws.bkn.go.id/…), the
 * token of the agency (Authorization) and that of its account (Auth); how a host comes by them, and renews them, is its own matter.
 */
export type SiasnConfig = { readonly url: string; readonly token: string; readonly ssoToken: string; readonly kuadran: SiasnKuadran };

const TIMEOUT_MS = 15_000;
const one = z.object({ data: z.object({ id: z.string().min(1) }) });
const number = z.coerce.number();
const periodik = z.object({ data: z.array(z.object({ tahun: number, bulanMulaiPenilaian: number, bulanSelesaiPenilaian: number })) });
const yearly = z.object({ data: z.array(z.object({ tahun: number })) });

/** The answer's JSON; null where the service has no such thing. An unreachable or failing service is `busy`: trying again later may help. */
async function call({ url, token, ssoToken }: SiasnConfig, path: string, body?: SiasnRecord["body"]): Promise<unknown> {
  const headers = { accept: "application/json", authorization: `Bearer ${token}`, auth: `bearer ${ssoToken}`, ...(body !== undefined && { "content-type": "application/json" }) };
  const answer = await fetch(`${url.replace(/\/$/, "")}${path}`, { method: body === undefined ? "GET" : "POST", headers, signal: AbortSignal.timeout(TIMEOUT_MS), ...(body !== undefined && { body: JSON.stringify(body) }) }).catch(() => null);
  if (answer === null || answer.status >= 500 || answer.status === 429) throw new Problem("busy");
  if (answer.status === 404) return null;
  if (!answer.ok) refuseIf(["siasn_rejected"]);
  return answer.json().catch(() => null);
}

/** The service's own id of a person; null where it does not know the NIP. */
export async function siasnPersonId(config: SiasnConfig, nip: string): Promise<string | null> {
  const read = one.safeParse(await call(config, `/pns/data-utama/${nip}`));
  return read.success ? read.data.data.id : null;
}

/** Whether the service has a record of this person's period. An answer that cannot be read is no answer: nothing is sent on top of it. */
export async function isInSiasn(config: SiasnConfig, nip: string, periode: { kind: PeriodeKind; year: number; firstMonth: string; lastMonth: string }): Promise<boolean> {
  const isYear = periode.kind === "tahunan";
  const answer = await call(config, isYear ? `/pns/rw-skp22/${nip}` : `/pns/rw-kinerjaperiodik/${nip}`);
  if (answer === null) return false;
  const years = yearly.safeParse(answer);
  const periods = periodik.safeParse(answer);
  if (isYear ? !years.success : !periods.success) throw new Problem("busy");
  const [first, last] = [Number(periode.firstMonth.slice(5)), Number(periode.lastMonth.slice(5))];
  const ofYear = years.data?.data.some(({ tahun }) => tahun === periode.year) ?? false;
  return isYear ? ofYear : periods.data?.data.some((row) => row.tahun === periode.year && row.bulanMulaiPenilaian === first && row.bulanSelesaiPenilaian === last) ?? false;
}

/** Gives the id of the new record. An answer without one was no success: the service says so with status 200 too. */
export async function saveInSiasn(config: SiasnConfig, { path, body }: SiasnRecord): Promise<string> {
  const read = one.safeParse(await call(config, path, body));
  if (!read.success) refuseIf(["siasn_rejected"]);
  return read.data?.data.id ?? "";
}
