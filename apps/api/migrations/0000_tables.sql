CREATE TABLE "appraisal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"opd_id" uuid NOT NULL,
	"unit_ord" integer NOT NULL,
	"penilai_id" uuid NOT NULL,
	"skp_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"is_current" boolean DEFAULT true NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"hasil_kerja" text,
	"perilaku" text,
	"predikat" text,
	"saran_hasil_kerja" text,
	"saran_perilaku" text,
	"alasan_hasil_kerja" text,
	"alasan_perilaku" text,
	"indeks" numeric(7, 2),
	"facts" jsonb,
	"decision" jsonb,
	"digest" text,
	"rulebook" text,
	"is_after_pola" boolean DEFAULT false NOT NULL,
	"finalized_at" timestamp with time zone,
	"finalized_on" date,
	"opened_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "appraisal_status" CHECK ("appraisal"."status" in ('draft', 'final')),
	CONSTRAINT "appraisal_hasil_kerja" CHECK ("appraisal"."hasil_kerja" is null or "appraisal"."hasil_kerja" in ('di_atas', 'sesuai', 'di_bawah')),
	CONSTRAINT "appraisal_perilaku" CHECK ("appraisal"."perilaku" is null or "appraisal"."perilaku" in ('di_atas', 'sesuai', 'di_bawah')),
	CONSTRAINT "appraisal_predikat" CHECK ("appraisal"."predikat" is null or "appraisal"."predikat" in ('sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')),
	CONSTRAINT "appraisal_final" CHECK ("appraisal"."status" <> 'final' or ("appraisal"."hasil_kerja" is not null and "appraisal"."perilaku" is not null and "appraisal"."predikat" is not null and "appraisal"."digest" is not null and "appraisal"."finalized_at" is not null)),
	CONSTRAINT "appraisal_not_self" CHECK ("appraisal"."person_id" <> "appraisal"."penilai_id")
);
--> statement-breakpoint
CREATE TABLE "appraisal_basis" (
	"id" uuid PRIMARY KEY NOT NULL,
	"appraisal_id" uuid NOT NULL,
	"aspect" text NOT NULL,
	"evidence_id" uuid,
	"umpan_balik_id" uuid,
	CONSTRAINT "appraisal_basis_aspect" CHECK ("appraisal_basis"."aspect" in ('hasil_kerja', 'perilaku')),
	CONSTRAINT "appraisal_basis_one" CHECK (num_nonnulls("appraisal_basis"."evidence_id", "appraisal_basis"."umpan_balik_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "appraisal_rating" (
	"appraisal_id" uuid NOT NULL,
	"aspect" text NOT NULL,
	"target" text NOT NULL,
	"rating" text NOT NULL,
	CONSTRAINT "appraisal_rating_appraisal_id_aspect_target_pk" PRIMARY KEY("appraisal_id","aspect","target"),
	CONSTRAINT "appraisal_rating_aspect" CHECK ("appraisal_rating"."aspect" in ('hasil_kerja', 'perilaku')),
	CONSTRAINT "appraisal_rating_rating" CHECK ("appraisal_rating"."rating" in ('di_atas', 'sesuai', 'di_bawah'))
);
--> statement-breakpoint
CREATE TABLE "capaian_organisasi" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"predikat" text NOT NULL,
	"basis" text NOT NULL,
	"document" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "capaian_organisasi_predikat" CHECK ("capaian_organisasi"."predikat" in ('istimewa', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang'))
);
--> statement-breakpoint
CREATE TABLE "evaluation_period" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"first_month" text NOT NULL,
	"last_month" text NOT NULL,
	"rating_from" date NOT NULL,
	"rating_until" date NOT NULL,
	"standar_id" uuid NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "evaluation_period_kind" CHECK ("evaluation_period"."kind" in ('bulanan', 'triwulanan', 'tahunan')),
	CONSTRAINT "evaluation_period_months" CHECK ("evaluation_period"."first_month" ~ '^\d{4}-(0[1-9]|1[0-2])$' and "evaluation_period"."last_month" ~ '^\d{4}-(0[1-9]|1[0-2])$' and "evaluation_period"."first_month" <= "evaluation_period"."last_month")
);
--> statement-breakpoint
CREATE TABLE "pola_view" (
	"person_id" uuid NOT NULL,
	"period_id" uuid NOT NULL,
	"opd_id" uuid NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pola_view_person_id_period_id_opd_id_pk" PRIMARY KEY("person_id","period_id","opd_id")
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid NOT NULL,
	"action" text NOT NULL,
	"subject_id" text
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"payload_hash" text NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_payload" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"payload" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"day" date NOT NULL,
	"text" text NOT NULL,
	"line_id" uuid,
	"report_row_id" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"report_row_id" uuid,
	"note_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"mime" text,
	"size_bytes" integer,
	"sha256" text,
	"storage_key" text,
	"url" text,
	"register_number" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "evidence_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "evidence_kind" CHECK ("evidence"."kind" in ('file', 'link', 'register')),
	CONSTRAINT "evidence_whole" CHECK (("evidence"."kind" = 'file' and "evidence"."storage_key" is not null and "evidence"."sha256" is not null) or ("evidence"."kind" = 'link' and "evidence"."url" is not null) or ("evidence"."kind" = 'register' and "evidence"."register_number" is not null))
);
--> statement-breakpoint
CREATE TABLE "monthly_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"month" text NOT NULL,
	"skp_id" uuid,
	"unit_id" uuid NOT NULL,
	"opd_id" uuid NOT NULL,
	"unit_ord" integer NOT NULL,
	"penilai_id" uuid,
	"kewajiban" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"kendala" text,
	"bantuan" text,
	"submitted_at" timestamp with time zone,
	"is_late" boolean DEFAULT false NOT NULL,
	"receipt_number" text,
	"first_verdict_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"capaian" numeric(7, 2),
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "monthly_report_receipt_number_unique" UNIQUE("receipt_number"),
	CONSTRAINT "monthly_report_month" CHECK ("monthly_report"."month" ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "monthly_report_status" CHECK ("monthly_report"."status" in ('draft', 'submitted', 'returned', 'checked', 'closed_unreviewed')),
	CONSTRAINT "monthly_report_kewajiban" CHECK ("monthly_report"."kewajiban" in ('wajib_lapor', 'cuti', 'tugas_belajar', 'belum_mulai', 'tidak_ada_target')),
	CONSTRAINT "monthly_report_receipt" CHECK ("monthly_report"."status" in ('draft', 'returned') or "monthly_report"."submitted_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "report_row" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"hasil_kerja_id" uuid NOT NULL,
	"indikator_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"target" numeric(14, 2),
	"realisasi" numeric(14, 2),
	"pembilang" numeric(14, 2),
	"penyebut" numeric(14, 2),
	"uraian" text,
	"sentence" text,
	"cause" text,
	"is_flagged" boolean DEFAULT false NOT NULL,
	"capaian" numeric(7, 2),
	"verdict" text,
	"verdict_note" text,
	"verdict_at" timestamp with time zone,
	CONSTRAINT "report_row_verdict" CHECK ("report_row"."verdict" is null or "report_row"."verdict" in ('terima', 'minta_perbaikan', 'bahas_di_rapat')),
	CONSTRAINT "report_row_ratio" CHECK ("report_row"."penyebut" is null or "report_row"."penyebut" > 0)
);
--> statement-breakpoint
CREATE TABLE "jabatan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"jenis" text NOT NULL,
	"jenjang" text,
	"is_head" boolean DEFAULT false NOT NULL,
	CONSTRAINT "jabatan_jenis" CHECK ("jabatan"."jenis" in ('jpt_pratama', 'administrator', 'pengawas', 'pelaksana', 'fungsional', 'kepala_daerah'))
);
--> statement-breakpoint
CREATE TABLE "penilai_relation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pegawai_id" uuid NOT NULL,
	"penilai_id" uuid NOT NULL,
	"atasan_id" uuid,
	"basis" text,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "penilai_relation_not_self" CHECK ("penilai_relation"."pegawai_id" <> "penilai_relation"."penilai_id")
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"jabatan_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "placement_kind" CHECK ("placement"."kind" in ('definitif', 'plt', 'plh'))
);
--> statement-breakpoint
CREATE TABLE "report_extension" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"month" text NOT NULL,
	"extra_days" integer NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "report_extension_month" CHECK ("report_extension"."month" ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "report_extension_days" CHECK ("report_extension"."extra_days" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "tree_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"legal_basis" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "unit_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "unit_node" (
	"tree_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"parent_id" uuid,
	"opd_id" uuid,
	"name" text NOT NULL,
	"short_name" text,
	"kind" text NOT NULL,
	"depth" integer NOT NULL,
	"ord" integer NOT NULL,
	"last_ord" integer NOT NULL,
	CONSTRAINT "unit_node_tree_id_unit_id_pk" PRIMARY KEY("tree_id","unit_id"),
	CONSTRAINT "unit_node_kind" CHECK ("unit_node"."kind" in ('kota', 'opd', 'kecamatan', 'bidang', 'subbagian', 'upt', 'puskesmas', 'sekolah')),
	CONSTRAINT "unit_node_interval" CHECK ("unit_node"."ord" <= "unit_node"."last_ord")
);
--> statement-breakpoint
CREATE TABLE "absence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"set_by" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "absence_kind" CHECK ("absence"."kind" in ('cuti', 'tugas_belajar'))
);
--> statement-breakpoint
CREATE TABLE "account" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"password_hash" text,
	"activation_hash" text,
	"activation_expires_at" timestamp with time zone,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "account_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "login_attempt" (
	"login_hash" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"params" text DEFAULT '{}' NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"nip" text,
	"name" text NOT NULL,
	"jenis" text NOT NULL,
	"golongan" text,
	"job_family" text,
	CONSTRAINT "person_nip_unique" UNIQUE("nip"),
	CONSTRAINT "person_jenis" CHECK ("person"."jenis" in ('pns', 'pppk', 'pejabat')),
	CONSTRAINT "person_nip" CHECK ("person"."nip" ~ '^\d{18}$'),
	CONSTRAINT "person_nip_asn" CHECK ("person"."jenis" <> 'pns' or "person"."nip" is not null)
);
--> statement-breakpoint
CREATE TABLE "role_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "role_assignment_role" CHECK ("role_assignment"."role" in ('bkpsdm', 'bkpsdm_analis', 'wali_kota', 'auditor', 'admin_teknis'))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hasil_kerja" (
	"id" uuid PRIMARY KEY NOT NULL,
	"skp_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"prioritas" text NOT NULL,
	"text" text NOT NULL,
	"intervened_line_id" uuid,
	"intervened_text" text,
	"assigned_by" text,
	CONSTRAINT "hasil_kerja_prioritas" CHECK ("hasil_kerja"."prioritas" in ('utama', 'tambahan'))
);
--> statement-breakpoint
CREATE TABLE "indikator" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hasil_kerja_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"aspek" text,
	"perspektif" text,
	"jenis" text NOT NULL,
	"arah" text DEFAULT 'maks' NOT NULL,
	"target" numeric(14, 2),
	"target_min" numeric(14, 2),
	"target_max" numeric(14, 2),
	"target_text" text,
	"satuan" text,
	"bobot" numeric(7, 4),
	"monthly_target" numeric(14, 2)[],
	CONSTRAINT "indikator_aspek" CHECK ("indikator"."aspek" is null or "indikator"."aspek" in ('kuantitas', 'kualitas', 'waktu', 'biaya')),
	CONSTRAINT "indikator_perspektif" CHECK ("indikator"."perspektif" is null or "indikator"."perspektif" in ('penerima_layanan', 'proses_bisnis', 'penguatan_internal', 'anggaran')),
	CONSTRAINT "indikator_jenis" CHECK ("indikator"."jenis" in ('angka', 'rasio', 'uraian')),
	CONSTRAINT "indikator_arah" CHECK ("indikator"."arah" in ('maks', 'min', 'rentang')),
	CONSTRAINT "indikator_monthly_target" CHECK ("indikator"."monthly_target" is null or cardinality("indikator"."monthly_target") = 12)
);
--> statement-breakpoint
CREATE TABLE "skp" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"pendekatan" text NOT NULL,
	"is_pimpinan" boolean DEFAULT false NOT NULL,
	"jabatan_id" uuid,
	"unit_id" uuid,
	"penilai_id" uuid,
	"note" text,
	"effective_from" date NOT NULL,
	"proposed_at" timestamp with time zone,
	"set_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "skp_status" CHECK ("skp"."status" in ('draft', 'proposed', 'returned', 'set', 'superseded')),
	CONSTRAINT "skp_pendekatan" CHECK ("skp"."pendekatan" in ('kuantitatif', 'kualitatif'))
);
--> statement-breakpoint
CREATE TABLE "skp_lampiran" (
	"id" uuid PRIMARY KEY NOT NULL,
	"skp_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "skp_lampiran_kind" CHECK ("skp_lampiran"."kind" in ('sumber_daya', 'pertanggungjawaban', 'konsekuensi'))
);
--> statement-breakpoint
CREATE TABLE "skp_perilaku" (
	"skp_id" uuid NOT NULL,
	"perilaku" text NOT NULL,
	"ekspektasi" text NOT NULL,
	CONSTRAINT "skp_perilaku_skp_id_perilaku_pk" PRIMARY KEY("skp_id","perilaku")
);
--> statement-breakpoint
CREATE TABLE "skp_template" (
	"id" uuid PRIMARY KEY NOT NULL,
	"jabatan_name" text NOT NULL,
	"job_family" text,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hari_khusus" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "hari_khusus_kind" CHECK ("hari_khusus"."kind" in ('libur', 'pengganti'))
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standar_penilaian" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"legal_basis" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"published_by" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date
);
--> statement-breakpoint
CREATE TABLE "umpan_balik" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"month" text NOT NULL,
	"line_id" uuid,
	"report_row_id" uuid,
	"perilaku" text,
	"status" text NOT NULL,
	"question" text,
	"requested_on" date,
	"nada" text,
	"text" text,
	"given_on" date,
	"given_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"reply" text,
	"replied_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "umpan_balik_month" CHECK ("umpan_balik"."month" ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "umpan_balik_status" CHECK ("umpan_balik"."status" in ('diminta', 'diberikan')),
	CONSTRAINT "umpan_balik_nada" CHECK ("umpan_balik"."nada" is null or "umpan_balik"."nada" in ('positif', 'netral', 'negatif')),
	CONSTRAINT "umpan_balik_given" CHECK ("umpan_balik"."status" = 'diminta' or ("umpan_balik"."text" is not null and "umpan_balik"."nada" is not null and "umpan_balik"."given_on" is not null)),
	CONSTRAINT "umpan_balik_not_self" CHECK ("umpan_balik"."from_id" <> "umpan_balik"."to_id")
);
--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_opd_id_unit_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_skp_id_skp_id_fk" FOREIGN KEY ("skp_id") REFERENCES "public"."skp"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_basis" ADD CONSTRAINT "appraisal_basis_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_basis" ADD CONSTRAINT "appraisal_basis_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_basis" ADD CONSTRAINT "appraisal_basis_umpan_balik_id_umpan_balik_id_fk" FOREIGN KEY ("umpan_balik_id") REFERENCES "public"."umpan_balik"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_rating" ADD CONSTRAINT "appraisal_rating_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capaian_organisasi" ADD CONSTRAINT "capaian_organisasi_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capaian_organisasi" ADD CONSTRAINT "capaian_organisasi_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capaian_organisasi" ADD CONSTRAINT "capaian_organisasi_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_period" ADD CONSTRAINT "evaluation_period_standar_id_standar_penilaian_id_fk" FOREIGN KEY ("standar_id") REFERENCES "public"."standar_penilaian"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pola_view" ADD CONSTRAINT "pola_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pola_view" ADD CONSTRAINT "pola_view_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pola_view" ADD CONSTRAINT "pola_view_opd_id_unit_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_payload" ADD CONSTRAINT "audit_payload_seq_audit_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."audit"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_note" ADD CONSTRAINT "daily_note_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_note" ADD CONSTRAINT "daily_note_report_row_id_report_row_id_fk" FOREIGN KEY ("report_row_id") REFERENCES "public"."report_row"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_row_id_report_row_id_fk" FOREIGN KEY ("report_row_id") REFERENCES "public"."report_row"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_note_id_daily_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."daily_note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_skp_id_skp_id_fk" FOREIGN KEY ("skp_id") REFERENCES "public"."skp"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_opd_id_unit_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_report_id_monthly_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."monthly_report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_hasil_kerja_id_hasil_kerja_id_fk" FOREIGN KEY ("hasil_kerja_id") REFERENCES "public"."hasil_kerja"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_indikator_id_indikator_id_fk" FOREIGN KEY ("indikator_id") REFERENCES "public"."indikator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jabatan" ADD CONSTRAINT "jabatan_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penilai_relation" ADD CONSTRAINT "penilai_relation_pegawai_id_person_id_fk" FOREIGN KEY ("pegawai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penilai_relation" ADD CONSTRAINT "penilai_relation_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penilai_relation" ADD CONSTRAINT "penilai_relation_atasan_id_person_id_fk" FOREIGN KEY ("atasan_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_jabatan_id_jabatan_id_fk" FOREIGN KEY ("jabatan_id") REFERENCES "public"."jabatan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_extension" ADD CONSTRAINT "report_extension_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_node" ADD CONSTRAINT "unit_node_tree_id_tree_version_id_fk" FOREIGN KEY ("tree_id") REFERENCES "public"."tree_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_node" ADD CONSTRAINT "unit_node_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_node" ADD CONSTRAINT "unit_node_parent_id_unit_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_node" ADD CONSTRAINT "unit_node_opd_id_unit_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hasil_kerja" ADD CONSTRAINT "hasil_kerja_skp_id_skp_id_fk" FOREIGN KEY ("skp_id") REFERENCES "public"."skp"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indikator" ADD CONSTRAINT "indikator_hasil_kerja_id_hasil_kerja_id_fk" FOREIGN KEY ("hasil_kerja_id") REFERENCES "public"."hasil_kerja"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skp" ADD CONSTRAINT "skp_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skp" ADD CONSTRAINT "skp_jabatan_id_jabatan_id_fk" FOREIGN KEY ("jabatan_id") REFERENCES "public"."jabatan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skp" ADD CONSTRAINT "skp_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skp" ADD CONSTRAINT "skp_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skp_lampiran" ADD CONSTRAINT "skp_lampiran_skp_id_skp_id_fk" FOREIGN KEY ("skp_id") REFERENCES "public"."skp"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skp_perilaku" ADD CONSTRAINT "skp_perilaku_skp_id_skp_id_fk" FOREIGN KEY ("skp_id") REFERENCES "public"."skp"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standar_penilaian" ADD CONSTRAINT "standar_penilaian_published_by_person_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "umpan_balik" ADD CONSTRAINT "umpan_balik_from_id_person_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "umpan_balik" ADD CONSTRAINT "umpan_balik_to_id_person_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "umpan_balik" ADD CONSTRAINT "umpan_balik_report_row_id_report_row_id_fk" FOREIGN KEY ("report_row_id") REFERENCES "public"."report_row"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appraisal_current" ON "appraisal" USING btree ("period_id","person_id") WHERE "appraisal"."is_current";--> statement-breakpoint
CREATE UNIQUE INDEX "appraisal_revision" ON "appraisal" USING btree ("period_id","person_id","revision");--> statement-breakpoint
CREATE INDEX "appraisal_person" ON "appraisal" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "appraisal_penilai" ON "appraisal" USING btree ("penilai_id","period_id");--> statement-breakpoint
CREATE INDEX "appraisal_tree" ON "appraisal" USING btree ("period_id","unit_ord","opd_id","status","predikat","hasil_kerja","perilaku","indeks") WHERE "appraisal"."is_current";--> statement-breakpoint
CREATE INDEX "appraisal_basis_appraisal" ON "appraisal_basis" USING btree ("appraisal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "capaian_organisasi_once" ON "capaian_organisasi" USING btree ("period_id","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluation_period_once" ON "evaluation_period" USING btree ("year","kind","number");--> statement-breakpoint
CREATE INDEX "access_log_subject" ON "access_log" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "audit_target" ON "audit" USING btree ("target_type","target_id");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "daily_note_person" ON "daily_note" USING btree ("person_id","day");--> statement-breakpoint
CREATE INDEX "evidence_row" ON "evidence" USING btree ("report_row_id");--> statement-breakpoint
CREATE INDEX "evidence_note" ON "evidence" USING btree ("note_id");--> statement-breakpoint
CREATE UNIQUE INDEX "monthly_report_person_month" ON "monthly_report" USING btree ("person_id","month");--> statement-breakpoint
CREATE INDEX "monthly_report_tree" ON "monthly_report" USING btree ("month","unit_ord","opd_id","kewajiban","status","is_late","capaian");--> statement-breakpoint
CREATE INDEX "monthly_report_queue" ON "monthly_report" USING btree ("penilai_id","status","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "report_row_indikator" ON "report_row" USING btree ("report_id","indikator_id");--> statement-breakpoint
CREATE INDEX "jabatan_unit" ON "jabatan" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "penilai_relation_pegawai" ON "penilai_relation" USING btree ("pegawai_id");--> statement-breakpoint
CREATE INDEX "penilai_relation_penilai" ON "penilai_relation" USING btree ("penilai_id");--> statement-breakpoint
CREATE INDEX "penilai_relation_atasan" ON "penilai_relation" USING btree ("atasan_id");--> statement-breakpoint
CREATE INDEX "placement_person" ON "placement" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "placement_unit" ON "placement" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "report_extension_unit" ON "report_extension" USING btree ("unit_id","month");--> statement-breakpoint
CREATE INDEX "unit_node_ord" ON "unit_node" USING btree ("tree_id","ord");--> statement-breakpoint
CREATE INDEX "absence_person" ON "absence" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "notification_person" ON "notification" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notification_once_a_day" ON "notification" USING btree ("person_id","kind","params","day");--> statement-breakpoint
CREATE INDEX "role_assignment_person" ON "role_assignment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hasil_kerja_position" ON "hasil_kerja" USING btree ("skp_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "hasil_kerja_line" ON "hasil_kerja" USING btree ("skp_id","line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "indikator_position" ON "indikator" USING btree ("hasil_kerja_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "skp_revision" ON "skp" USING btree ("person_id","year","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "skp_one_in_force" ON "skp" USING btree ("person_id","year") WHERE "skp"."status" = 'set';--> statement-breakpoint
CREATE UNIQUE INDEX "skp_one_in_work" ON "skp" USING btree ("person_id","year") WHERE "skp"."status" in ('draft', 'proposed', 'returned');--> statement-breakpoint
CREATE INDEX "skp_penilai" ON "skp" USING btree ("penilai_id","status");--> statement-breakpoint
CREATE INDEX "skp_lampiran_skp" ON "skp_lampiran" USING btree ("skp_id");--> statement-breakpoint
CREATE INDEX "skp_template_jabatan" ON "skp_template" USING btree ("jabatan_name");--> statement-breakpoint
CREATE INDEX "skp_template_family" ON "skp_template" USING btree ("job_family");--> statement-breakpoint
CREATE INDEX "umpan_balik_to" ON "umpan_balik" USING btree ("to_id","month");--> statement-breakpoint
CREATE INDEX "umpan_balik_from" ON "umpan_balik" USING btree ("from_id","status");