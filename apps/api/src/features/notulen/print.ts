import type { NotulenView } from "@teraju/contracts/notulen";
import type { Ctx } from "../../context.ts";
import { notulenPdf } from "../../pdf/notulen.ts";
import type { Official, Signature } from "../../pdf/official.ts";
import { letterheadOf } from "../evaluation-meeting/papers.ts";
import { findNips } from "./queries.ts";
import { read } from "./service.ts";

type Person = NotulenView["leader"];

type Item = NotulenView["items"][number];
function noteOf({ isDeferred, speaker }: Item): string | null {
  if (isDeferred) return "Ditunda ke rapat berikutnya";
  return speaker === null ? null : `Disampaikan oleh ${speaker}`;
}
function pointsOf({ kendala, bantuan, summary }: Item): { label: string; text: string }[] {
  const points: [string, string | null][] = [["Kendala", kendala], ["Bantuan yang diminta", bantuan], ["Ringkasan", summary]];
  return points.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
}

/** The minutes on paper; `origin` is where the verification page lies. A draft says on each page that it is one. */
export async function printNotulen(ctx: Ctx, id: string, origin: string): Promise<Uint8Array> {
  const view = await read(ctx, id);
  const nips = await findNips(ctx.pool, [view.leader.id, ...(view.secretary === null ? [] : [view.secretary.id])]);
  const official = (person: Person): Official => ({ name: person.name, nip: nips.get(person.id) ?? null, jabatan: person.jabatan ?? "" });
  const secretary = view.secretary === null ? null : official(view.secretary);
  const signatureOf = (role: "pemimpin" | "notulis"): Signature["signed"] => {
    const found = view.signatures.find((one) => one.role === role);
    return found === undefined ? null : { at: found.at, digest: found.hash };
  };
  return notulenPdf({
    letterhead: letterheadOf(view.opd, view.unit.name),
    number: view.letterNumber ?? view.number, unit: view.unit.name, month: view.month, date: view.date, startedAt: view.startedAt ?? `${view.date}T00:00:00Z`, endedAt: view.finishedAt ?? `${view.date}T00:00:00Z`, place: view.place,
    leader: official(view.leader), secretary, attendance: view.attendance.map(({ person, attendance }) => ({ name: person.name, jabatan: person.jabatan ?? "", state: attendance })), opening: view.opening, closing: view.closing,
    promises: view.promises.map(({ text, owner, due, state, dibawaBulan }) => ({ text, owner, due, state, carried: dibawaBulan })),
    people: view.items.map((item) => ({ name: item.title, jabatan: item.jabatan ?? "", note: noteOf(item), headline: item.headline, figures: item.figures, points: pointsOf(item) })), isPaper: view.isPaper,
    decisions: view.decisions.map(({ text, owner, due, about }) => ({ text, owner, due, about })),
    addenda: view.addenda.map((one) => ({ number: one.number, text: one.text, by: one.by.name, at: one.at, digest: one.hash })),
    signatures: [...(secretary === null ? [] : [{ ...secretary, role: "Notulis", signed: signatureOf("notulis") }]), { ...official(view.leader), role: "Pimpinan rapat", signed: signatureOf("pemimpin") }],
    verification: view.hash === null || view.verificationPath === null ? null : { url: `${origin}${view.verificationPath}`, number: view.letterNumber ?? view.number, date: view.date, digest: view.hash },
  });
}
