CREATE TABLE "signed_rating" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"penilai_id" uuid NOT NULL,
	"status" text DEFAULT 'entered' NOT NULL,
	"signed_on" date NOT NULL,
	"hasil_kerja" text NOT NULL,
	"perilaku" text NOT NULL,
	"alasan_hasil_kerja" text,
	"alasan_perilaku" text,
	"basis" jsonb NOT NULL,
	"scan_key" text,
	"scan_mime" text,
	"scan_title" text,
	"scan_sha256" text,
	"entered_by" uuid NOT NULL,
	"entered_on" date NOT NULL,
	"seen_by" uuid,
	"seen_version" integer,
	"confirmed_by" uuid,
	"confirmed_on" date,
	"appraisal_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "signed_rating_scan_key_unique" UNIQUE("scan_key"),
	CONSTRAINT "signed_rating_appraisal_id_unique" UNIQUE("appraisal_id"),
	CONSTRAINT "signed_rating_status" CHECK ("signed_rating"."status" in ('entered', 'confirmed')),
	CONSTRAINT "signed_rating_hasil_kerja" CHECK ("signed_rating"."hasil_kerja" in ('di_atas', 'sesuai', 'di_bawah')),
	CONSTRAINT "signed_rating_perilaku" CHECK ("signed_rating"."perilaku" in ('di_atas', 'sesuai', 'di_bawah')),
	CONSTRAINT "signed_rating_scan" CHECK (num_nonnulls("signed_rating"."scan_key", "signed_rating"."scan_mime", "signed_rating"."scan_title", "signed_rating"."scan_sha256") in (0, 4)),
	CONSTRAINT "signed_rating_not_self" CHECK ("signed_rating"."person_id" not in ("signed_rating"."penilai_id", "signed_rating"."entered_by") and ("signed_rating"."confirmed_by" is null or "signed_rating"."confirmed_by" <> "signed_rating"."person_id")),
	CONSTRAINT "signed_rating_two_people" CHECK ("signed_rating"."confirmed_by" is null or "signed_rating"."confirmed_by" <> "signed_rating"."entered_by"),
	CONSTRAINT "signed_rating_confirmed" CHECK (num_nonnulls("signed_rating"."confirmed_by", "signed_rating"."confirmed_on", "signed_rating"."appraisal_id") = case when "signed_rating"."status" = 'confirmed' then 3 else 0 end),
	CONSTRAINT "signed_rating_seen" CHECK ("signed_rating"."status" = 'entered' or ("signed_rating"."scan_key" is not null and "signed_rating"."seen_by" = "signed_rating"."confirmed_by" and "signed_rating"."seen_version" < "signed_rating"."version"))
);
--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_seen_by_person_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_rating" ADD CONSTRAINT "signed_rating_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "signed_rating_once" ON "signed_rating" USING btree ("period_id","person_id");