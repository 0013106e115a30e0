CREATE TABLE "kalibrasi" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"opening" jsonb NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_on" date NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"analis_id" uuid,
	"analis_on" date,
	"explanation" text,
	"closed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "kalibrasi_status" CHECK ("kalibrasi"."status" in ('open', 'closed')),
	CONSTRAINT "kalibrasi_analis" CHECK (num_nonnulls("kalibrasi"."analis_id", "kalibrasi"."analis_on") in (0, 2) and "kalibrasi"."analis_id" is distinct from "kalibrasi"."opened_by"),
	CONSTRAINT "kalibrasi_closed" CHECK (("kalibrasi"."status" = 'closed') = ("kalibrasi"."closed_on" is not null) and ("kalibrasi"."status" = 'open' or "kalibrasi"."analis_id" is not null) and ("kalibrasi"."explanation" is null or "kalibrasi"."status" = 'closed'))
);
--> statement-breakpoint
CREATE TABLE "kalibrasi_proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kalibrasi_id" uuid NOT NULL,
	"appraisal_id" uuid NOT NULL,
	"penilai_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"hasil_kerja" text NOT NULL,
	"perilaku" text NOT NULL,
	"predikat" text NOT NULL,
	"proposed_on" date NOT NULL,
	"answer" text,
	"words" text,
	"answered_on" date,
	"correction_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "kalibrasi_proposal_hasil_kerja" CHECK ("kalibrasi_proposal"."hasil_kerja" in ('di_atas', 'sesuai', 'di_bawah')),
	CONSTRAINT "kalibrasi_proposal_perilaku" CHECK ("kalibrasi_proposal"."perilaku" in ('di_atas', 'sesuai', 'di_bawah')),
	CONSTRAINT "kalibrasi_proposal_predikat" CHECK ("kalibrasi_proposal"."predikat" in ('sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')),
	CONSTRAINT "kalibrasi_proposal_answer" CHECK ("kalibrasi_proposal"."answer" is null or "kalibrasi_proposal"."answer" in ('diterima', 'ditolak')),
	CONSTRAINT "kalibrasi_proposal_answered" CHECK (num_nonnulls("kalibrasi_proposal"."answer", "kalibrasi_proposal"."words", "kalibrasi_proposal"."answered_on") in (0, 3) and ("kalibrasi_proposal"."correction_id" is not null) = coalesce("kalibrasi_proposal"."answer" = 'diterima', false))
);
--> statement-breakpoint
CREATE TABLE "kalibrasi_reading" (
	"kalibrasi_id" uuid NOT NULL,
	"appraisal_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kalibrasi_reading_kalibrasi_id_appraisal_id_person_id_pk" PRIMARY KEY("kalibrasi_id","appraisal_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "kalibrasi" ADD CONSTRAINT "kalibrasi_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi" ADD CONSTRAINT "kalibrasi_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi" ADD CONSTRAINT "kalibrasi_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi" ADD CONSTRAINT "kalibrasi_analis_id_person_id_fk" FOREIGN KEY ("analis_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi_proposal" ADD CONSTRAINT "kalibrasi_proposal_kalibrasi_id_kalibrasi_id_fk" FOREIGN KEY ("kalibrasi_id") REFERENCES "public"."kalibrasi"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi_proposal" ADD CONSTRAINT "kalibrasi_proposal_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi_proposal" ADD CONSTRAINT "kalibrasi_proposal_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi_proposal" ADD CONSTRAINT "kalibrasi_proposal_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi_proposal" ADD CONSTRAINT "kalibrasi_proposal_correction_id_appraisal_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi_reading" ADD CONSTRAINT "kalibrasi_reading_kalibrasi_id_kalibrasi_id_fk" FOREIGN KEY ("kalibrasi_id") REFERENCES "public"."kalibrasi"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi_reading" ADD CONSTRAINT "kalibrasi_reading_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi_reading" ADD CONSTRAINT "kalibrasi_reading_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "kalibrasi_once" ON "kalibrasi" USING btree ("period_id","unit_id");--> statement-breakpoint
CREATE INDEX "kalibrasi_proposal_meeting" ON "kalibrasi_proposal" USING btree ("kalibrasi_id");--> statement-breakpoint
CREATE INDEX "kalibrasi_proposal_penilai" ON "kalibrasi_proposal" USING btree ("penilai_id");--> statement-breakpoint
CREATE INDEX "kalibrasi_proposal_appraisal" ON "kalibrasi_proposal" USING btree ("appraisal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "kalibrasi_proposal_open" ON "kalibrasi_proposal" USING btree ("appraisal_id") WHERE "kalibrasi_proposal"."answer" is null;