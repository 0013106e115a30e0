CREATE TABLE "month_reopening" (
	"id" uuid PRIMARY KEY NOT NULL,
	"month" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_on" date NOT NULL,
	"decided_by" uuid,
	"decided_on" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "month_reopening_month" CHECK ("month_reopening"."month" ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "month_reopening_status" CHECK ("month_reopening"."status" in ('proposed', 'confirmed', 'declined')),
	CONSTRAINT "month_reopening_two_people" CHECK ("month_reopening"."decided_by" is null or "month_reopening"."decided_by" <> "month_reopening"."made_by"),
	CONSTRAINT "month_reopening_decided" CHECK (("month_reopening"."status" = 'proposed') = ("month_reopening"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "report_revision" (
	"reopening_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "report_revision_reopening_id_report_id_pk" PRIMARY KEY("reopening_id","report_id")
);
--> statement-breakpoint
CREATE TABLE "standar_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"legal_basis" text NOT NULL,
	"valid_from" date NOT NULL,
	"parameters" jsonb NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_on" date NOT NULL,
	"decided_by" uuid,
	"decided_on" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "standar_draft_status" CHECK ("standar_draft"."status" in ('draft', 'proposed', 'published', 'discarded')),
	CONSTRAINT "standar_draft_two_people" CHECK ("standar_draft"."decided_by" is null or "standar_draft"."decided_by" <> "standar_draft"."made_by"),
	CONSTRAINT "standar_draft_published" CHECK ("standar_draft"."status" <> 'published' or ("standar_draft"."decided_by" is not null and "standar_draft"."decided_on" is not null))
);
--> statement-breakpoint
ALTER TABLE "report_extension" ADD COLUMN "cause" text;--> statement-breakpoint
ALTER TABLE "report_extension" ADD COLUMN "granted_by" uuid;--> statement-breakpoint
ALTER TABLE "report_extension" ADD COLUMN "granted_on" date;--> statement-breakpoint
ALTER TABLE "absence" ADD COLUMN "cuti" text;--> statement-breakpoint
ALTER TABLE "standar_penilaian" ADD COLUMN "drafted_by" uuid;--> statement-breakpoint
ALTER TABLE "standar_penilaian" ADD COLUMN "published_on" date;--> statement-breakpoint
ALTER TABLE "month_reopening" ADD CONSTRAINT "month_reopening_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_reopening" ADD CONSTRAINT "month_reopening_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_reopening" ADD CONSTRAINT "month_reopening_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_reopening_id_month_reopening_id_fk" FOREIGN KEY ("reopening_id") REFERENCES "public"."month_reopening"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_revision" ADD CONSTRAINT "report_revision_report_id_monthly_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."monthly_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standar_draft" ADD CONSTRAINT "standar_draft_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standar_draft" ADD CONSTRAINT "standar_draft_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "month_reopening_one_open" ON "month_reopening" USING btree ("month","unit_id") WHERE "month_reopening"."status" = 'proposed';--> statement-breakpoint
CREATE INDEX "standar_draft_status" ON "standar_draft" USING btree ("status","made_on");--> statement-breakpoint
ALTER TABLE "report_extension" ADD CONSTRAINT "report_extension_granted_by_person_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standar_penilaian" ADD CONSTRAINT "standar_penilaian_drafted_by_person_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_extension" ADD CONSTRAINT "report_extension_cause" CHECK ("report_extension"."cause" is null or "report_extension"."cause" in ('listrik', 'jaringan', 'bencana', 'lain'));--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_cuti" CHECK ("absence"."cuti" is null or ("absence"."kind" = 'cuti' and "absence"."cuti" in ('tahunan', 'besar', 'sakit', 'melahirkan', 'alasan_penting', 'bersama', 'cltn')));--> statement-breakpoint
ALTER TABLE "standar_penilaian" ADD CONSTRAINT "standar_penilaian_two_people" CHECK ("standar_penilaian"."drafted_by" is null or ("standar_penilaian"."published_by" is not null and "standar_penilaian"."published_by" <> "standar_penilaian"."drafted_by"));