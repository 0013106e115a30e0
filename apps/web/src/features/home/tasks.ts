import type { Task } from "@teraju/contracts/home";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useHomeCopy } from "#copy/page/home.ts";
import { paths, to } from "../../paths.ts";

type TaskLine = { title: string; sub?: string; to: string; action: string };

/** A task in words, with the page where it is done. */
export function useTaskLine(): (task: Task) => TaskLine {
  const copy = useHomeCopy();
  const { period } = useCopy();
  const format = useFormat();
  const day = (instant: string) => format.moment(instant).split(",")[0] ?? "";
  const nameOf = (t: { periode: "bulanan" | "triwulanan" | "tahunan"; number: number; year: number }) => period.name({ kind: t.periode, number: t.number, year: t.year, month: t.periode === "bulanan" ? format.month(`${t.year}-${String(t.number).padStart(2, "0")}`) : "" });
  return (task) => {
    switch (task.kind) {
      case "report_returned": return { title: copy.returnedTitle(format.month(task.month)), sub: copy.returnedSub, to: to(paths.report, { bulan: task.month }), action: copy.repair };
      case "report": return { title: copy.reportTitle(format.month(task.month)), sub: task.isLate ? copy.reportLate(task.filled, task.due) : copy.reportSub(task.filled, task.due, format.day(task.batas)), to: to(paths.report, { bulan: task.month }), action: copy.goOn };
      case "skp": return { title: (task.status === null ? copy.skpNone : task.status === "returned" ? copy.skpReturned : copy.skpDraft)(task.year), to: paths.skp, action: copy.openSkp };
      case "blind_rating": return { title: copy.blindRating(task.year), to: to(paths.blindRating, { periode: task.periodId }), action: copy.openBlindRating };
      case "skp_to_set": return { title: copy.skpToSet(task.count), to: paths.teamSkp, action: copy.openSkp };
      case "review": return { title: copy.review(task.count), sub: copy.reviewSub(day(task.oldestAt)), to: paths.reviewQueue, action: copy.openReview };
      case "umpan_balik_asked": return { title: copy.asked(task.count), to: paths.umpanBalik, action: copy.openUmpanBalik };
      case "peer_forms": return { title: copy.peerForms(task.count), sub: copy.peerFormsSub(format.date(task.until)), to: paths.peerForms, action: copy.openPeerForms };
      case "umpan_balik_received": return { title: copy.received(task.count), to: paths.umpanBalik, action: copy.openUmpanBalik };
      case "keberatan": return { title: (task.as === "penilai" ? copy.keberatanToExplain : task.as === "atasan" ? copy.keberatanToDecide : copy.keberatanRuns)(task.count), sub: copy.keberatanDays(task.clock, format.day(task.clock.sampai)), to: paths.keberatanList, action: copy.openKeberatan };
      case "development_waiting": return { title: copy.plansWaiting(task.count), to: task.as === "owner" ? paths.development : paths.developmentTeam, action: copy.openPlans };
      case "development_look": return { title: copy.plansToLook(task.count), to: task.as === "owner" ? paths.development : paths.developmentTeam, action: copy.openPlans };
      case "konseling": return { title: copy.konseling[task.as](task.count, task.on === null ? "" : format.date(task.on)), to: task.as === "kepegawaian" ? paths.konselingReports : paths.konselingList, action: copy.openKonseling };
      case "penilai_correction": return { title: copy.corrections(task.count), to: paths.penilaiCorrections, action: copy.openCorrections };
      case "capaian_organisasi": return { title: copy.capaian(task.count, nameOf(task)), to: paths.organisation, action: copy.openCapaian };
      case "pola_explanation": return { title: copy.polaExplanation(nameOf(task)), sub: copy.polaExplanationSub(task.unit.name), to: to(paths.polaExplanation, { unit: task.unit.id, periode: task.periodId }), action: copy.openPolaExplanation };
      case "rate": return { title: copy.rate(task.count, nameOf(task)), sub: copy.rateSub(format.date(task.until)), to: to(paths.appraisal, { periode: task.periodId }), action: copy.openRate };
    }
  };
}
