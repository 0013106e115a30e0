import { addDays, konseling as rules } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { accessLog } from "#db/schema/audit.ts";
import { Problem } from "#http/problem.ts";
import { letterheadsOn } from "../../letterhead.ts";
import { registerDocuments } from "../../official-document.ts";
import type { PembinaanContent } from "../../pdf/form-content.ts";
import { formDocument } from "../../pdf/form-documents.ts";
import { TITLES } from "../../pdf/form-words.ts";
import { printForms } from "../../pdf/forms.ts";
import { printPdf } from "../../pdf/print.ts";
import { partyOf, peopleOn } from "../documents/party.ts";
import { load } from "./work.ts";

/** The signed record as PDF, noted so that its code can be checked. Who may not read it finds no such page; `refused` while nobody signed. */
export async function print(ctx: Ctx, id: string, { origin, secret }: { origin: string; secret: string }): Promise<{ pdf: Uint8Array; name: string }> {
  const { row: { record, arrangement, ...row }, sides } = await load(ctx, id);
  if (!rules.mayReadRecord(sides)) throw new Problem("not_found");
  if (record === null || arrangement === null) throw new Problem("refused", { refusals: ["form_empty"] });
  const day = record.signedOn;
  const [heads, people] = await Promise.all([letterheadsOn(ctx.pool, ctx.today), peopleOn(ctx.pool, [row.personId, row.penilaiOfPlan, arrangement.konselor.id].map((personId) => ({ id: personId, day })))]);
  const pegawai = people(row.personId, day);
  const year = day.slice(0, 4);
  const format = rules.formatRekamanKonseling({}).value;
  const content: PembinaanContent = {
    kind: "pembinaan", format, instansi: `Pemerintah ${heads.city}`, first: `${year}-01-01`, last: addDays(`${Number(year) + 1}-01-01`, -1),
    pegawai: partyOf(pegawai), penilai: partyOf(people(row.penilaiOfPlan, day)), place: heads.place, date: day, notice: null,
    isi: {
      format: "KONSELING", jenis: arrangement.jenis, konselor: partyOf(people(arrangement.konselor.id, day)), dasar: arrangement.dasar, tempat: arrangement.place, dari: record.heldFrom, sampai: record.heldUntil, pertemuan: record.sessions,
      masalah: record.masalah, hasil: record.hasil, kesepakatan: record.kesepakatan, saran: record.saran, signed: { at: record.signedAt, digest: record.hash },
    },
  };
  const [code = ""] = await registerDocuments(ctx, secret, [{ ref: { kind: "pembinaan", personId: row.personId, sourceId: id }, content }]);
  if (!rules.mayReadJournal(sides)) await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "document.konseling", subjectId: row.personId });
  const [title] = TITLES[format];
  const pdf = await printForms({ print: printPdf }, { title, date: day, documents: [formDocument(content, heads.of(pegawai?.opdId ?? null), { url: `${origin}/verifikasi/${code}`, code })], files: heads.files });
  return { pdf, name: "rekaman-hasil-konseling.pdf" };
}
