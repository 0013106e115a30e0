import type { Output, readSiasn, sendSiasn } from "@teraju/contracts";
import { type Refusal, siasnRecord, siasnRefusals, type SiasnResult } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { isInSiasn, saveInSiasn, type SiasnConfig, siasnPersonId } from "../../siasn.ts";
import { mustRole } from "../../standing.ts";
import { findResultForSiasn } from "./queries.ts";

const UNSET = { butuhPerbaikan: null, kurang: null };

async function load(ctx: Ctx, id: string, config: SiasnConfig | undefined): Promise<{ result: SiasnResult; refusals: Refusal[] }> {
  mustRole(ctx, "siasn.send");
  const row = await findResultForSiasn(ctx.pool, id);
  if (row === null) throw new Problem("not_found");
  const { kind, year, number, firstMonth, lastMonth, isCurrent, ...rest } = row;
  const result = { ...rest, periode: { kind, year, number, firstMonth, lastMonth } };
  const off: Refusal[] = config === undefined ? ["siasn_off"] : [];
  const replaced: Refusal[] = isCurrent ? [] : ["result_replaced"];
  return { result, refusals: [...off, ...replaced, ...siasnRefusals(result, config?.kuadran ?? UNSET)] };
}

/** What would be told, without asking the service anything: its id of the pegawai stands empty. */
export async function read(ctx: Ctx, id: string, config: SiasnConfig | undefined): Promise<Output<typeof readSiasn>> {
  const { result, refusals } = await load(ctx, id, config);
  const record = refusals.length > 0 || config === undefined ? null : siasnRecord(result, config.kuadran, "");
  return { isOn: config !== undefined, refusals, record: record && { path: record.path, body: { ...record.body } } };
}

/**
 * Tells SIASN a final result. SIASN itself is asked first whether it has that period, so that a request sent again adds nothing there.
 * The trail keeps which record came of it.
 */
export async function send(ctx: Ctx, id: string, config: SiasnConfig | undefined): Promise<Output<typeof sendSiasn>> {
  const { result, refusals } = await load(ctx, id, config);
  refuseIf(refusals);
  const { pegawaiNip, periode } = result;
  if (config === undefined || pegawaiNip === null) throw new Error("refused above");
  const pnsId = await siasnPersonId(config, pegawaiNip);
  if (pnsId === null) refuseIf(["siasn_unknown"]);
  if (await isInSiasn(config, pegawaiNip, periode)) refuseIf(["siasn_there_already"]);
  const record = siasnRecord(result, config.kuadran, pnsId ?? "");
  const siasnId = await saveInSiasn(config, record);
  return change(ctx, async () => ({ value: { siasnId }, audit: { action: "siasn.send", target: { type: "appraisal", id }, payload: { path: record.path, siasnId, kuadran: record.body["kuadranKinerjaNilai"] ?? null } } }));
}
