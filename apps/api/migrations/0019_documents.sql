CREATE TABLE "document_job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"kinds" text[] NOT NULL,
	"year" integer NOT NULL,
	"period_id" uuid,
	"packaging" text NOT NULL,
	"origin" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"file_name" text,
	"size_bytes" integer,
	"created_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "document_job_scope" CHECK (num_nonnulls("document_job"."person_id", "document_job"."unit_id") = 1),
	CONSTRAINT "document_job_kinds" CHECK (cardinality("document_job"."kinds") > 0 and "document_job"."kinds" <@ array['skp', 'pendokumentasian', 'rekaman_umpan_balik', 'hasil_evaluasi', 'dokumen_evaluasi']::text[]),
	CONSTRAINT "document_job_packaging" CHECK ("document_job"."packaging" in ('zip', 'merged', 'xlsx')),
	CONSTRAINT "document_job_status" CHECK ("document_job"."status" in ('waiting', 'running', 'done', 'failed', 'cancelled')),
	CONSTRAINT "document_job_done" CHECK ("document_job"."done" between 0 and "document_job"."total"),
	CONSTRAINT "document_job_file" CHECK (("document_job"."status" = 'done') = ("document_job"."file_name" is not null) and num_nonnulls("document_job"."file_name", "document_job"."size_bytes") in (0, 2)),
	CONSTRAINT "document_job_finished" CHECK (("document_job"."status" in ('done', 'failed', 'cancelled')) = ("document_job"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "letterhead" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"address" text,
	"contact" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letterhead_image" (
	"slot" text PRIMARY KEY NOT NULL,
	"mime" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "letterhead_image_slot" CHECK ("letterhead_image"."slot" in ('daerah', 'negara')),
	CONSTRAINT "letterhead_image_mime" CHECK ("letterhead_image"."mime" in ('image/png', 'image/jpeg')),
	CONSTRAINT "letterhead_image_size" CHECK (octet_length("letterhead_image"."bytes") <= 524288)
);
--> statement-breakpoint
CREATE TABLE "official_document" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"person_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"date" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "official_document_kind" CHECK ("official_document"."kind" in ('skp', 'pendokumentasian', 'rekaman_umpan_balik', 'hasil_evaluasi', 'dokumen_evaluasi')),
	CONSTRAINT "official_document_format" CHECK ("official_document"."format" in ('A.1.1', 'A.1.2', 'A.1.6', 'A.1.7', 'A.1.8', 'B.1.2', 'B.1.3', 'B.1.4', 'B.1.5', 'C.1.1', 'C.1.2', 'C.1.3', 'D.1.1', 'D.1.2', 'D.1.3')),
	CONSTRAINT "official_document_digest" CHECK ("official_document"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "official_document_code" CHECK ("official_document"."code" ~ '^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$')
);
--> statement-breakpoint
ALTER TABLE "document_job" ADD CONSTRAINT "document_job_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_job" ADD CONSTRAINT "document_job_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_job" ADD CONSTRAINT "document_job_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_job" ADD CONSTRAINT "document_job_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letterhead" ADD CONSTRAINT "letterhead_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_document" ADD CONSTRAINT "official_document_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_job_owner" ON "document_job" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "document_job_open" ON "document_job" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "official_document_source" ON "official_document" USING btree ("source_id","person_id");