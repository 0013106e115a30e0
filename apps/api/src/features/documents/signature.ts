import type { DocumentSignatures } from "@teraju/contracts/documents";
import { officialDocument, type PenandatanganRekaman, type RecordKind } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { documentSignature } from "#db/schema/documents.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import type { RecordContent, UmpanBalikRecordContent } from "../../pdf/form-content.ts";
import { digestOf } from "../../pdf/form-documents.ts";
import { listPenilai } from "./queries.ts";
import { placesOf } from "./record.ts";
import { load } from "./service.ts";

export type RecordRef = { readonly kind: RecordKind; readonly personId: string; readonly sourceId: string };
type Held = { readonly content: RecordContent | UmpanBalikRecordContent; readonly digest: string; readonly as: PenandatanganRekaman | null };

/** The record as it is now, and in whose place under it the actor stands: the pegawai, or who was penilai on the period's last day. */
async function hold(ctx: Ctx, ref: RecordRef, action: "document.read" | "document.sign"): Promise<Held> {
  const { content } = (await load(ctx, ref, action)).written;
  if (content.kind !== "pendokumentasian" && content.kind !== "rekaman_umpan_balik") throw new Problem("not_found");
  const penilai = (await listPenilai(ctx.pool, [ref.personId], content.last)).get(ref.personId);
  const { personId } = ctx.actor;
  return { content, digest: digestOf(content), as: personId === ref.personId ? "pegawai" : personId === penilai ? "penilai" : null };
}

function refusalsOf({ content, as }: Held) {
  const isEmpty = content.kind === "rekaman_umpan_balik" && [content, ...content.hasil, ...content.perilaku].every((one) => ("umum" in one ? one.umum : one.umpanBalik).length === 0);
  return officialDocument.signRefusals({ format: content.format, as, isSigned: as !== null && content.signed[as].signed !== null, isEmpty });
}

function viewOf(held: Held): DocumentSignatures {
  const { content, digest } = held;
  return {
    format: content.format, digest,
    places: placesOf(content).map((place) => {
      const { signed, before } = content.signed[place];
      return { place, name: content[place].name, signed: signed === null ? null : { at: signed.at, act: signed.act ?? null }, before };
    }),
    actions: { sign: refusalsOf(held) },
  };
}

export async function read(ctx: Ctx, ref: RecordRef): Promise<DocumentSignatures> {
  return viewOf(await hold(ctx, ref, "document.read"));
}

function refuseNotYours(): never {
  throw new Problem("refused", { refusals: ["not_yours"] });
}

/** Signs what the actor saw: `stale` where the record says something else by now. Signed already over the same content, it is the same signature. */
export async function sign(ctx: Ctx, ref: RecordRef, digest: string): Promise<DocumentSignatures> {
  const held = await hold(ctx, ref, "document.sign");
  const { as, content } = held;
  if (as === null) return refuseNotYours();
  if (digest !== held.digest) throw new Problem("stale");
  if (content.signed[as].signed !== null && content.signed[as].signed.act === undefined) return viewOf(held);
  refuseIf(refusalsOf(held));
  const { kind, personId, sourceId: periodId } = ref;
  await change(ctx, async (tx) => {
    const made = await tx.insert(documentSignature).values({ kind, personId, periodId, place: as, digest, signerId: ctx.actor.personId, signedAt: ctx.now }).onConflictDoNothing().returning({ digest: documentSignature.digest });
    if (made.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "document.sign", target: { type: "official_document", id: periodId }, payload: { kind, format: content.format, personId, place: as, digest } } };
  });
  return viewOf(await hold(ctx, ref, "document.read"));
}
