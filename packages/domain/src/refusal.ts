/** Every reason why an action is not allowed now. The dictionaries need words for each: `satisfies Record<Refusal, string>`. */
export const REFUSALS = [
  // who
  "not_yours", // only the owner may
  "not_your_bawahan", // only the pejabat penilai may
  "only_by_system", // only a job may
  "own_appraisal", // nobody rates himself
  // state
  "wrong_status", // the thing is not in a state from which this can be done
  // laporan bulanan
  "not_obliged", // cuti, tugas belajar, belum mulai, tidak ada target
  "window_not_open", // the reporting window of that month has not begun
  "period_closed", // the month, or the evaluation period, is closed
  "not_yet_closing", // the job may not close the month before its day
  "no_rows", // nothing to report
  "rows_incomplete", // a realisasi or a sentence is missing
  "cause_missing", // under target without a cause
  "no_evidence", // the standard demands evidence and there is none
  "verdict_given", // the penilai has begun: no withdrawal
  "verdicts_missing", // not every row has a verdict
  "perbaikan_requested", // a row asks for a repair: return it, do not check it
  "no_perbaikan_requested", // returned without a row that asks for a repair
  "verdict_note_missing", // a repair is asked for without saying which
  // SKP
  "no_hasil_kerja", // the SKP is empty
  "no_hasil_kerja_utama", // at least one result must be utama
  "no_indikator", // a result without an indicator
  "target_missing", // an indicator without a target
  "no_penilai", // nobody is named as penilai
  "discussion_note_missing", // sent back without saying why
  "revision_in_work", // the next version has been begun already
  "skp_in_force", // an SKP of that year governs already
  "template_name_taken", // the post has an example of that name already
  "no_post", // who sits on no post plans nothing
  "penilai_in_time", // the atasan penilai may act only when the penilai is late
  // evaluasi
  "capaian_organisasi_missing", // step 1 of Pasal 24/25 has not been done
  "ratings_missing", // both ratings are needed
  "rating_window_not_open", // the evaluation may not begin yet
  "rating_window_closed", // the penilai is late: the atasan penilai rates now
  "skp_not_set", // no SKP in force in that period
  "no_basis_hasil_kerja", // di atas / di bawah without evidence or umpan balik
  "no_basis_perilaku",
  "note_too_recent_hasil_kerja", // the penilai's own note reached the pegawai too late to carry di bawah
  "note_too_recent_perilaku",
  "reason_missing_hasil_kerja", // departs from the suggestion without a reason
  "reason_missing_perilaku",
  "correction_reason_missing", // a final result is corrected only with a reason
  "blind_step_off", // the standard has no two-blind step
  "blind_sent", // the ratings are locked already
  "blind_not_open", // both sides are not locked yet
  "blind_not_sent", // the penilai's own ratings come first
  "blind_awaited", // the pegawai still has days for the own ratings
  "gap_unexplained", // more than one level apart, and no words yet
  "gap_explained", // words stand there already
  "year_not_judged", // the recorded state leaves no year to be judged
  "year_state_missing", // work ended within the year: how comes first
  "year_state_later", // it begins after the year
  "study_not_as_recorded", // BKPSDM has recorded what the institution says: that is taken as it is
  "not_studying", // no tugas belajar is on record in that year
  "study_mismatch", // a tugas belajar has what its institution says, nothing else has
  "nothing_to_explain", // the two sides lie within one level
  "bkn_rating_missing", // e-Kinerja BKN has no pair of ratings for this period
  "bkn_predikat_differs", // its predikat is not that of its own ratings
  "bkn_replaced", // a newer report of e-Kinerja has been kept since
  // keberatan
  "keberatan_not_open", // the law makes this result final
  "result_not_received", // the days run from receipt: neither opened nor handed over
  "result_received", // received already: no hand-over to record
  "hearing_day_wrong", // heard before the keberatan was filed, or in the future
  "nobody_heard", // neither the pegawai nor the penilai was at the hearing
  "not_at_hearing", // who was not there has nothing to sign
  "hearing_answered", // signed, or refused to, already
  "handover_day_wrong", // handed over before it was set, or in the future
  "keberatan_time_over", // more than 14 working days since receipt
  "keberatan_filed", // once on each result
  "keberatan_running", // the atasan examines: nobody else changes the result meanwhile
  "result_returned", // given back already
  "result_replaced", // a newer version counts
  "no_atasan", // nobody stands above the penilai
  "claims_missing", // a keberatan names what it is about
  "words_too_short", // a claim, an explanation or a decision without its reason
  "explanation_awaited", // the penilai still has days to explain
  "recommendation_missing", // Format D.1.3: a changed result carries a new recommendation
  "nothing_changed", // "mengubah" that leaves every rating as it was
  // umpan balik
  "already_replied", // a tanggapan is given once, like the umpan balik itself
  // masuk
  "password_common", // among the first that anybody would try
  "password_from_nip", // contains the NIP or the date of birth in it
  "pola_ratings_unsaved", // pola is seen only after the ratings are saved
  "pola_unit_small", // too few people: the pattern would name somebody
  "letter_missing", // suspension, CLTN and masa persiapan pensiun rest on a letter: its number and its date
  "period_exempt", // nothing was planned in the whole period (Lampiran BAB II huruf C angka 8): nothing is rated
  "absence_overlaps", // leave or study is already marked on one of these days
  "evidence_full", // as many pieces of evidence as one row takes
  "evidence_in_use", // a rating stands on it
  // akun
  "account_closed", // a closed account gets no activation code
  "account_only_bkpsdm", // heads and who rates others: only at BKPSDM
  "account_only_kepala", // who holds a role: only by the head of BKPSDM
  "codes_too_many", // more codes within an hour, or for this account within a day, than a desk hands out
  "code_of_own", // nobody hands out a code for their own account
  "no_letters", // nobody of this unit waits for such a letter
  "own_account", // the admin does not close their own account
  // peran
  "start_after_records", // reports were sent or results set of a month before it
  "start_too_far", // more than a year ahead
  "no_units_yet", // the city itself stands in no tree on that day
  "begins_before_last", // comes after who leads the city now
  "login_taken", // somebody else signs in with that name
  "role_not_yours", // the head of BKPSDM gives every role, the technical admin only their own kind
  "role_of_own", // nobody gives or ends a role of their own
  "role_in_past", // a role begins and ends today or later
  "role_without_basis", // the Wali Kota and auditors are appointed by a document
  "role_already_held", // the same role on one of these days
  "roles_apart", // who checks or keeps accounts is none of those who do the work
  // two-person rule
  "second_person_needed", // who made it does not approve it
  // pengembangan
  "journal_empty", // coaching or mentoring without an entry of what was done
  "form_empty", // a form of guidance that nobody has filled
  "written_already", // each form of a plan is filled once
  "too_early", // the months after the help are not over
  "looked_already", // somebody has looked back at that month
  // konseling
  "own_konseling", // nobody arranges or decides about their own
  "konseling_not_agreed", // a konseling of the penilai's own is agreed first
  "konseling_not_reported", // the office of personnel acts on a report (B.1.10)
  "konseling_by_office", // only the office of personnel names other konselor; what it set the penilai does not change, and neither side gives up
  "konseling_begun", // who has begun to listen is not replaced
  "konseling_not_held", // the day set for it has not come
  "konselor_not_penilai", // of this kind is the pegawai's penilai alone
  "konselor_untrained", // no training in konseling is on record
  "konselor_too_near", // the pegawai; and penilai, atasan and head of personnel, who read such a record
  "konselor_without_basis", // their function, or the letter that appoints them
  "konselor_busy", // one person at a time
  "certificate_known", // the same number of the same person
  "name_taken", // a training of that name is in the catalogue
  "nominated_already", // once for each session
  "training_full", // no place is left
  "training_over", // it has ended
  "training_not_over", // attendance is known only after it
  "list_empty", // nobody stands in these boxes
  "not_approved", // it leaves the system only with the second person's word
  "no_tpp_table", // no approved table of a Perwal held on the last day of the period
  "table_day_taken", // another table already holds from that day
  // standar penilaian
  "standard_not_future", // what is past stays as it was judged
  "standard_not_first_day", // a month is judged by one standard
  "standard_before_latest", // a standard of later days is on record already
  "standard_period_mid_year", // monthly or quarterly changes with a year
  "standard_unchanged", // the same as the one before it
  "standard_incomplete", // a value is missing or out of its range
  // kalender dan siklus
  "lines_wrong", // a line of the file cannot be taken
  "days_wrong", // a day of the change cannot be taken
  "year_open", // its periods are there
  "year_too_far", // only this year and the next
  "month_not_closed", // only a month that is closed is opened again
  "reopening_running", // one at a time for a unit and month
  "nothing_to_reopen", // no report of that unit and month is closed
  // umpan balik rekan
  "verifiers_missing", // two sworn verifiers before the draw
  "cycle_unsealed", // the cycle before still holds pseudonyms: one at a time
  "answers_running", // the last day for answers has not passed
  "answers_closed", // answers are no longer, or not yet, taken
  "answers_missing", // each behaviour needs a level or "tidak cukup mengenal"
  "already_declined", // who declined has given the form away
  "already_sent", // who answered does not decline
  "verdict_published", // a verifier's verdict is given once
  // rapat kalibrasi
  "kalibrasi_opened", // one for each perangkat daerah and period
  "analis_present", // BKPSDM's analis has joined
  "analis_absent", // BKPSDM's analis is part of the meeting
  "evidence_unread", // who has not read the evidence does not propose
  "proposal_open", // one proposal at a time on each result
  "explanation_missing", // a distribution outside of the pola needs published words
  // penjelasan pola
  "nothing_final", // no predikat is set: there is no distribution yet
  "pola_met", // the distribution fits: there is nothing to explain
  "kalibrasi_running", // the meeting's end publishes the explanation
  // kewajaran penilaian
  "outcome_given", // people have judged the signal
  // atasan saya salah
  "correction_open", // one question at a time
  "same_penilai", // that is the penilai on record
  "penilai_is_bawahan", // nobody is rated by their own bawahan
  "penilai_not_named", // carried out only with somebody named
  "before_relation", // the change must begin after the relation on record did
  // siapa menilai siapa
  "no_head_post", // the unit has no post that leads it
  "post_closes", // the post closes on a day that is already planned, before this would end
  "post_not_vacant", // a Plt. fills an empty post; nobody stands in for themselves
  "acting_overlaps", // one at a time acts for a head
  "span_empty", // it ends after the day on which it begins
  "already_ended", // it is over by then
  "own_line", // an OPD's admin names neither themselves nor for themselves
  "already_pimpinan", // that pimpinan is recorded for these days
  // rapat evaluasi
  "not_unit_head", // only who heads the unit, or one above it
  "not_meeting_leader", // only who leads this meeting, or takes its minutes where that may
  "not_invited", // only who takes part
  "meeting_not_yet", // its day has not come
  "meeting_date_past", // a meeting is not planned into the past
  "presence_not_open", // presence is confirmed from shortly before the beginning
  "not_in_control", // another device leads the screen: take over first
  "slide_not_shown", // applause is for the slide on the screen
  "no_secretary", // the minutes need somebody who takes them
  "secretary_is_leader", // two signatures are of two people
  "already_signed", // each signs once
  // impor
  "import_empty", // the file changes nothing
  "bkn_period_unknown", // a report whose title names no period
  "import_depended_on", // something has been built on the import since
  // rekonsiliasi
  "rekonsiliasi_day_missing", // a repair needs the day by which it is done
  "rekonsiliasi_day_past", // and that day is still to come
  "rekonsiliasi_reason_missing", // what stays different needs the words why
  "rekonsiliasi_no_difference", // there is no such difference today
  "scan_missing", // a meeting held on paper needs the scan of its minutes
  // SIASN
  "siasn_off", // this city is not connected to BKN's web service
  "siasn_kuadran_unset", // the id of this predikat is not confirmed, and the city has set none
  "siasn_no_nip", // who has no NIP is not known there
  "siasn_penilai_not_asn", // what the service wants of a penilai who is no ASN is not confirmed
  "siasn_unknown", // the service does not know this NIP
  "siasn_there_already", // the service has a record of this person and period
  "siasn_rejected", // the service did not take the record
  // dokumen resmi
  "document_unit_is_city", // nobody prints the whole city at one press
  "no_documents", // none of the chosen kinds exists for these people
  "too_many_documents", // more than one job makes
  "record_empty", // a record without a single umpan balik has nothing that one could sign
  "too_many_jobs", // the jobs of this person that wait or run are enough
  // rating di atas kertas
  "not_rated_by_kepala_daerah", // only a rating that is the Wali Kota's comes in on signed paper
  "paper_signed_later", // the day of the signature is still to come
  "paper_without_scan", // nobody confirms what cannot be seen
  "paper_not_seen", // who confirms has not opened the scan as it is now
  // organisasi
  "unit_unknown", // not in the tree of that day
  "unit_exists", // that unit is in the tree already
  "unit_is_city", // the root of the tree stays where it is
  "unit_inside_itself", // a unit cannot go into what lies below it
  "unit_has_children", // units below it must go somewhere first
  "unit_has_people", // people in it must go somewhere first
  "unit_without_head", // who takes people over needs a head to rate them
  "tree_day_taken", // a later version of the tree is planned already
  "unit_kind_wrong", // a perangkat daerah lies directly below the city, and nothing else does
  "split_empty", // nobody and nothing would go over
  "person_unknown", // sits on no post on that day
  "person_planned", // another post of theirs begins on that day or later
  "post_unknown", // not a post of a unit that is in the tree
  "post_held", // somebody sits on it on that day or later
  "head_post_exists", // the unit has a post already that leads it
  "post_is_theirs", // they sit on it already
  "change_begun", // its day has come
  "change_depended_on", // something has been built on it since
] as const;
export type Refusal = (typeof REFUSALS)[number];
