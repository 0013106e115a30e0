/** The public face: names and shapes of design/public-face.md. The only barrel of this package. */
export * from "./access.ts";
export { accountStateRefusals, codeRefusals, DESK_CODE_HOURS, DESK_CODES_PER_DAY, DESK_CODES_PER_HOUR, type Giver, IDENTITY_CHECK, LETTER_DAYS, LETTERS_IN_A_FILE, OWNER_RANK, type OwnerRank, ranksToOpen } from "./account-code.ts";
export * from "./agenda.ts";
export * from "./appraisal-decision.ts";
export * from "./assignment.ts";
export { CHANGES_AT_A_LEAVE, type DrawnPair, type Redraw, redraw, type RedrawInput } from "./assignment/redraw.ts";
export * from "./calendar.ts";
export { type Citation, type Decision, isDecision } from "./decision.ts";
export { canonical, canonicalText } from "./digest.ts";
export { hakKeberatan, hitunganTenggat, penerimaanHasil, type HitunganTenggat } from "./keberatan-clock.ts";
export * from "./hari-khusus.ts";
export { akhirEvaluasi, langkahDokumen, returnRefusals, type Dokumen, type Langkah, type LangkahDokumen } from "./langkah-dokumen.ts";
export * from "./lint-skp.ts";
export * from "./month-state.ts";
export * from "./nip.ts";
export { NOTES } from "./notes.ts";
export {
  DECLINE_REASON, DRAWN_BECAUSE, FEWEST_ANSWERS, FORM_STATE, PEER_CYCLE_STATUS, PEER_GROUP, PEER_LEVELS, RELATION_KIND, SEEN_WHEN, SHOWN_GROUP, VERIFIER_ROLE,
  type DeclineReason, type DrawnBecause, type FormState, type PeerAnswer, type PeerCycleStatus, type PeerGroup, type PeerLevel, type RelationKind, type SeenWhen, type ShownGroup, type VerifierRole,
} from "./peer-input.ts";
export * from "./peer-hints.ts";
export * from "./peer-result.ts";
export { PEER_INSTRUMENT, WARM_UP_CASES, type Bilingual, type PeerQuestion, type WarmUpCase } from "./peer-instrument.ts";
export * from "./refusal.ts";
export { roundHalfUp } from "./rounding.ts";
export * from "./report-figures.ts";
export * from "./rulebook.ts";
export * from "./standar.ts";
export { STANDAR_FIELDS, STANDAR_FIXED, STANDAR_GROUPS, STANDAR_UNITS, type StandarField, type StandarGroup, type StandarPath, type StandarUnit, type StandarValues } from "./standar-description.ts";
export * from "./standar-draft.ts";
export * from "./suppress.ts";
export * from "./suppress-table.ts";
export * from "./vocabulary.ts";
export { reasons, type Party, type Transition } from "./workflow.ts";

export * as appraisal from "./appraisal.ts";
export * as career from "./career.ts";
export * as development from "./development.ts";
export * as capaianOrganisasi from "./capaian-organisasi.ts";
export * as kalibrasi from "./kalibrasi.ts";
export * as keberatan from "./keberatan.ts";
export * as evaluationMeeting from "./evaluation-meeting.ts";
export * as monthlyReport from "./monthly-report.ts";
export * as officialDocument from "./official-document.ts";
export * as organisation from "./organisation.ts";
export * as organisationRaters from "./organisation-raters.ts";
export * as peerInput from "./peer-input.ts";
export { PENILAI_ISSUE, type PenilaiIssue } from "./penilai-relation.ts";
export * as penilaiRelation from "./penilai-relation.ts";
export * as penilaiCorrection from "./penilai-correction.ts";
export * as peopleImport from "./people-import.ts";
export * as rekonsiliasi from "./rekonsiliasi.ts";
export * as skp from "./skp.ts";
export * as tindakLanjut from "./tindak-lanjut.ts";
export * as umpanBalik from "./umpan-balik.ts";

export * from "./regulations/city.ts";
export * from "./regulations/dampak-pelatihan.ts";
export * from "./regulations/kenaikan.ts";
export * from "./regulations/permenpanrb-1-2023.ts";
export * from "./regulations/permenpanrb-3-2020.ts";
export * from "./regulations/permenpanrb-6-2022.ts";
export * from "./regulations/permenpanrb-6-2022-tahunan.ts";
export * from "./regulations/pp-30-2019.ts";
export * from "./regulations/tpp.ts";
export * from "./regulations/se-menpanrb-3-2023.ts";
export * from "./regulations/usulan-penilai.ts";
export { roleEndRefusals, roleGiftRefusals, ROLES_ON_A_DOCUMENT, rolesToGive } from "./role-assignment.ts";
