import { createHash } from "node:crypto";
import type { Pool } from "pg";
import type { Ctx } from "../../context.ts";
import { findResult } from "../../final-result.ts";
import { letterheadsOn } from "../../letterhead.ts";
import { registerDocuments } from "../../official-document.ts";
import { refuseIf } from "#http/problem.ts";
import { ownerPlace } from "../../owner-place.ts";
import { longDate, monthName } from "../../pdf/dates.ts";
import type { DokumenEvaluasiContent, PartyContent } from "../../pdf/form-content.ts";
import { formDocument, nameOf } from "../../pdf/form-documents.ts";
import { pangkatOf, PERILAKU_NAME } from "../../pdf/form-words.ts";
import { printForms } from "../../pdf/forms.ts";
import { printPdf } from "../../pdf/print.ts";
import { findPeriod } from "../appraisal/period.ts";
import { findDocumentPeople, findKeberatan, type DocumentPerson } from "./queries.ts";
import { loadKeberatan, rowsOf, standingAt, type Work } from "./work.ts";

const WHOLE = { hasil_kerja: "Rating hasil kerja", perilaku: "Rating perilaku kerja" } as const;
const RATING = { di_atas: "di atas ekspektasi", sesuai: "sesuai ekspektasi", di_bawah: "di bawah ekspektasi" } as const;

const partyOf = ({ name, nip, golongan, jabatan, unit }: DocumentPerson): PartyContent => ({ name, nip, pangkat: pangkatOf(golongan), jabatan, unit });
const perilakuName = (target: string): string => Object.entries(PERILAKU_NAME).find(([key]) => key === target)?.[1] ?? target;

function claimsOf({ row, result }: Pick<Work, "row" | "result">) {
  const rows = rowsOf(result.facts);
  return row.claims.map((claim) => {
    const of = rows.find((one) => one.aspect === claim.aspect && one.target === claim.target);
    const name = claim.target === null ? WHOLE[claim.aspect] : claim.aspect === "perilaku" ? perilakuName(claim.target) : (of?.text ?? claim.target);
    return {
      row: of === undefined ? name : `${name}: ${RATING[of.rating]}`, reason: claim.alasan,
      basis: claim.basis.map((one) => (one.kind === "evidence" ? `Bukti: ${one.title}, ${monthName(one.month)}` : `Umpan balik ${one.from}, ${longDate(one.givenOn)}`)),
    };
  });
}

type Decided = { readonly content: DokumenEvaluasiContent; readonly opdId: string | null };
async function contentOf(pool: Pool, { row, result, period }: Pick<Work, "row" | "result" | "period">): Promise<Decided> {
  const { facts } = result;
  const { putusan, alasan, decidedOn, decidedAt } = row;
  if (putusan === null || alasan === null || decidedOn === null || decidedAt === null) {
    refuseIf(["wrong_status"]);
    throw new Error("a keberatan without a decision was not refused");
  }
  const { people, government, opd, opdId } = await findDocumentPeople(pool, row);
  const said = {
    periode: facts.periode, first: period.mulai, last: period.selesai,
    pegawai: partyOf(people.pegawai), penilai: partyOf(people.penilai), atasan: partyOf(people.atasan),
    capaian: facts.capaianOrganisasi.predikat, predikat: result.predikat,
    notes: [facts.hasilKerja.alasan, facts.perilakuKerja.alasan].filter((note) => note !== null),
    keberatan: {
      claims: claimsOf({ row, result }), receivedOn: row.receivedOn, filedOn: row.filedOn,
      explanation: row.explanation === null || row.explainedOn === null ? null : { text: row.explanation, on: row.explainedOn },
      putusan, newPredikat: row.outcome?.predikat ?? null, reason: alasan, advice: row.rekomendasi,
      hearings: row.hearings.map((hearing) => {
        const { on, place, others, said: words, by, hash } = hearing;
        return {
          on, place, others, said: words, by, hash,
          parties: ([["owner", people.pegawai.name], ["penilai", people.penilai.name]] as const).map(([party, name]) => { const { isPresent, answer } = standingAt(hearing, party, row); return { name, isPresent, answer: answer?.answer ?? null, note: answer?.note ?? null, on: answer?.on ?? null }; }),
        };
      }),
    },
  };
  // Whoever gives the new version back agreed, signs it; of a result that was confirmed nothing new is given back.
  const outcome = row.outcome === null ? null : await findResult(pool, row.outcome.id);
  const digest = createHash("sha256").update(JSON.stringify({ ...said, opd, decidedOn, before: result.digest }), "utf8").digest("hex");
  const { signed: owner, ...words } = outcome === null ? { signed: null } : ownerPlace({ ...outcome, digest });
  const content: DokumenEvaluasiContent = {
    ...said, kind: "dokumen_evaluasi", format: "D.1.3", instansi: `Pemerintah ${government}`, place: government.replace(/^(Kota|Kabupaten) /, ""), date: decidedOn, notice: null,
    // The penilai has no act of this very content.
    signed: { pegawai: owner, penilai: null, atasan: { at: decidedAt, digest } }, ...words,
  };
  return { content, opdId };
}

/** Format D.1.3 of a decided keberatan, for who may read the result that came of it. Four queries. */
export async function keberatanContent(pool: Pool, id: string): Promise<DokumenEvaluasiContent> {
  const row = await findKeberatan(pool, id);
  const result = row === null ? null : await findResult(pool, row.appraisalId);
  if (row === null || result === null) throw new Error(`keberatan ${id} is about no final result`);
  return (await contentOf(pool, { row, result, period: await findPeriod(pool, row.periodId) })).content;
}

/** Format D.1.3 as PDF, with the mark that leads to its check. Eight queries. Equal content gives equal bytes. */
export async function printDocument(ctx: Ctx, id: string, { origin, secret }: { origin: string; secret: string }): Promise<{ pdf: Uint8Array; name: string }> {
  const work = await loadKeberatan(ctx, id);
  const { content, opdId } = await contentOf(ctx.pool, work);
  const heads = await letterheadsOn(ctx.pool, content.date);
  const ref = { kind: "dokumen_evaluasi", personId: work.row.personId, sourceId: work.row.outcome?.id ?? work.row.appraisalId } as const;
  const [code = ""] = await registerDocuments(ctx, secret, [{ ref, content }]);
  const pdf = await printForms({ print: printPdf }, { title: nameOf(content), date: content.date, documents: [formDocument(content, heads.of(opdId), { url: `${origin}/verifikasi/${code}`, code })], files: heads.files });
  const { year, number } = content.periode;
  return { pdf, name: `dokumen-evaluasi-keberatan-${year}-${number}.pdf` };
}
