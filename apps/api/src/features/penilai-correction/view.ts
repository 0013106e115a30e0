import type { PenilaiCorrectionView } from "@teraju/contracts";
import { type Kalender, type LocalDate, selisihHariKerja } from "@teraju/domain";
import type { Row } from "./queries.ts";

/** The row as everybody sees it who may; `waitingDays` counts working days since the day it was asked. */
export function toView(row: Row, today: LocalDate, kalender: Kalender): PenilaiCorrectionView {
  const { id, status, version, pegawai, penilai, proposed, reason, askedOn, decidedOn, decidedPenilai, effectiveFrom, note } = row;
  return {
    id, status, version, pegawai, penilai, proposed, reason, askedOn,
    waitingDays: status === "open" ? selisihHariKerja(askedOn, today, kalender) : null,
    decided: decidedOn === null ? null : { penilai: decidedPenilai, from: effectiveFrom, on: decidedOn, note },
  };
}
