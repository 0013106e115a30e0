import { createHash } from "node:crypto";
import { PANGKAT } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { refuseIf } from "#http/problem.ts";
import { keberatanPdf, type Party } from "../../pdf/dokumen-evaluasi.ts";
import { longDate, monthName } from "../../pdf/dates.ts";
import { findDocumentPeople, type DocumentPerson } from "./queries.ts";
import { loadKeberatan, rowsOf, type Work } from "./work.ts";

const WHOLE = { hasil_kerja: "Rating hasil kerja", perilaku: "Rating perilaku kerja" } as const;
const RATING = { di_atas: "di atas ekspektasi", sesuai: "sesuai ekspektasi", di_bawah: "di bawah ekspektasi" } as const;
const PERILAKU: Record<string, string> = {
  berorientasi_pelayanan: "Berorientasi pelayanan", akuntabel: "Akuntabel", kompeten: "Kompeten", harmonis: "Harmonis", loyal: "Loyal", adaptif: "Adaptif", kolaboratif: "Kolaboratif",
};

/** "Penata Muda / III/a"; of a PPPK the golongan alone. */
function pangkatOf(golongan: string | null): string | null {
  if (golongan === null) return null;
  const pangkat = Object.entries(PANGKAT).find(([key]) => key === golongan)?.[1];
  return pangkat === undefined ? golongan : `${pangkat} / ${golongan}`;
}

const partyOf = ({ name, nip, golongan, jabatan, unit }: DocumentPerson): Party => ({ name, nip, pangkat: pangkatOf(golongan), jabatan, unit });

function claimsOf({ row, result }: Work) {
  const rows = rowsOf(result.facts);
  return row.claims.map((claim) => {
    const of = rows.find((one) => one.aspect === claim.aspect && one.target === claim.target);
    const name = claim.target === null ? WHOLE[claim.aspect] : claim.aspect === "perilaku" ? (PERILAKU[claim.target] ?? claim.target) : (of?.text ?? claim.target);
    return {
      row: of === undefined ? name : `${name}: ${RATING[of.rating]}`, reason: claim.alasan,
      basis: claim.basis.map((one) => (one.kind === "evidence" ? `Bukti: ${one.title}, ${monthName(one.month)}` : `Umpan balik ${one.from}, ${longDate(one.givenOn)}`)),
    };
  });
}

/** Format D.1.3 of a decided keberatan, as PDF. Five queries. Equal content gives equal bytes. */
export async function printDocument(ctx: Ctx, id: string): Promise<{ pdf: Uint8Array; name: string }> {
  const work = await loadKeberatan(ctx, id);
  const { row, result, period } = work;
  const { facts } = result;
  const { putusan, alasan, decidedOn, decidedAt } = row;
  if (putusan === null || alasan === null || decidedOn === null || decidedAt === null) {
    refuseIf(["wrong_status"]);
    throw new Error("a keberatan without a decision was not refused");
  }
  const { people, government, opd } = await findDocumentPeople(ctx.pool, row);
  const content = {
    periode: facts.periode, first: period.mulai, last: period.selesai,
    pegawai: partyOf(people.pegawai), penilai: partyOf(people.penilai), atasan: partyOf(people.atasan),
    capaian: facts.capaianOrganisasi.predikat, predikat: result.predikat,
    notes: [facts.hasilKerja.alasan, facts.perilakuKerja.alasan].filter((note) => note !== null),
    claims: claimsOf(work), receivedOn: row.receivedOn, filedOn: row.filedOn,
    explanation: row.explanation === null || row.explainedOn === null ? null : { text: row.explanation, on: row.explainedOn },
    putusan, newPredikat: row.outcome?.predikat ?? null, reason: alasan, advice: row.rekomendasi, minutes: row.risalah, decidedOn,
  };
  const digest = createHash("sha256").update(JSON.stringify({ ...content, before: result.digest }), "utf8").digest("hex");
  const pdf = await keberatanPdf({ ...content, place: government.replace(/^(Kota|Kabupaten) /, ""), letterhead: { government: `Pemerintah ${government}`, offices: opd === null ? [] : [opd], address: [] }, signed: { at: decidedAt, digest } });
  return { pdf, name: `dokumen-evaluasi-keberatan-${facts.periode.year}-${facts.periode.number}.pdf` };
}
