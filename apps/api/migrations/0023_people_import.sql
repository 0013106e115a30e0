CREATE TABLE "bkn_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid,
	"kind" text NOT NULL,
	"period_kind" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"first_month" text NOT NULL,
	"last_month" text NOT NULL,
	"title" text NOT NULL,
	"scope" text NOT NULL,
	"pulled_at" text,
	"kept_by" uuid NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"is_current" boolean DEFAULT true NOT NULL,
	CONSTRAINT "bkn_report_kind" CHECK ("bkn_report"."kind" in ('penilaian', 'skp')),
	CONSTRAINT "bkn_report_period_kind" CHECK ("bkn_report"."period_kind" in ('bulanan', 'triwulanan', 'tahunan')),
	CONSTRAINT "bkn_report_number" CHECK ("bkn_report"."number" between 1 and case "bkn_report"."period_kind" when 'bulanan' then 12 when 'triwulanan' then 4 else 1 end),
	CONSTRAINT "bkn_report_first_month" CHECK ("bkn_report"."first_month" ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "bkn_report_last_month" CHECK ("bkn_report"."last_month" ~ '^\d{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
CREATE TABLE "bkn_row" (
	"report_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"nip" text NOT NULL,
	"name" text NOT NULL,
	"unor" text NOT NULL,
	"unor_induk" text NOT NULL,
	"jabatan" text NOT NULL,
	"is_acting" boolean NOT NULL,
	"hasil_kerja" text,
	"perilaku" text,
	"predikat" text,
	"penilai_nip" text NOT NULL,
	"penilai_name" text NOT NULL,
	"rated_at" text NOT NULL,
	"unread" text[] NOT NULL,
	CONSTRAINT "bkn_row_report_id_line_pk" PRIMARY KEY("report_id","line"),
	CONSTRAINT "bkn_row_hasil_kerja" CHECK ("bkn_row"."hasil_kerja" in ('di_atas', 'sesuai', 'di_bawah')),
	CONSTRAINT "bkn_row_perilaku" CHECK ("bkn_row"."perilaku" in ('di_atas', 'sesuai', 'di_bawah')),
	CONSTRAINT "bkn_row_predikat" CHECK ("bkn_row"."predikat" in ('sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang'))
);
--> statement-breakpoint
CREATE TABLE "people_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"status" text DEFAULT 'previewed' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"rows" jsonb,
	"effective_from" date,
	"end_missing" boolean,
	"counts" jsonb,
	"applied_by" uuid,
	"applied_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "people_import_source" CHECK ("people_import"."source" in ('template', 'bkn')),
	CONSTRAINT "people_import_status" CHECK ("people_import"."status" in ('previewed', 'applied', 'undone', 'discarded')),
	CONSTRAINT "people_import_applied" CHECK (("people_import"."status" in ('applied', 'undone')) = ("people_import"."applied_by" is not null and "people_import"."applied_at" is not null and "people_import"."effective_from" is not null and "people_import"."end_missing" is not null)),
	CONSTRAINT "people_import_undone" CHECK (("people_import"."status" = 'undone') = ("people_import"."undone_by" is not null and "people_import"."undone_at" is not null)),
	CONSTRAINT "people_import_rows" CHECK (("people_import"."status" = 'discarded') = ("people_import"."rows" is null))
);
--> statement-breakpoint
CREATE TABLE "people_import_change" (
	"import_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"entity" text NOT NULL,
	"row_id" uuid NOT NULL,
	"op" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "people_import_change_import_id_seq_pk" PRIMARY KEY("import_id","seq"),
	CONSTRAINT "people_import_change_entity" CHECK ("people_import_change"."entity" in ('tree_version', 'unit', 'person', 'account', 'jabatan', 'placement', 'penilai_relation', 'monthly_report', 'notification')),
	CONSTRAINT "people_import_change_op" CHECK (("people_import_change"."op" = 'insert' and "people_import_change"."before" is null) or ("people_import_change"."op" = 'update' and "people_import_change"."before" is not null))
);
--> statement-breakpoint
CREATE TABLE "people_import_progress" (
	"import_id" uuid PRIMARY KEY NOT NULL,
	"step" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bkn_report" ADD CONSTRAINT "bkn_report_import_id_people_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."people_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bkn_report" ADD CONSTRAINT "bkn_report_kept_by_person_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bkn_row" ADD CONSTRAINT "bkn_row_report" FOREIGN KEY ("report_id") REFERENCES "public"."bkn_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_import" ADD CONSTRAINT "people_import_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_import" ADD CONSTRAINT "people_import_applied_by_person_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_import" ADD CONSTRAINT "people_import_undone_by_person_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_import_change" ADD CONSTRAINT "people_import_change_import_id_people_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."people_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_import_progress" ADD CONSTRAINT "people_import_progress_import_id_people_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."people_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bkn_report_current" ON "bkn_report" USING btree ("kind","period_kind","year","number","scope") WHERE "bkn_report"."is_current";--> statement-breakpoint
CREATE INDEX "bkn_row_nip" ON "bkn_row" USING btree ("nip");--> statement-breakpoint
CREATE INDEX "people_import_uploaded" ON "people_import" USING btree ("uploaded_at");