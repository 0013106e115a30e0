CREATE TABLE "keberatan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"appraisal_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"penilai_id" uuid NOT NULL,
	"atasan_id" uuid NOT NULL,
	"status" text DEFAULT 'filed' NOT NULL,
	"received_on" date NOT NULL,
	"filed_on" date NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"explanation" text,
	"explained_on" date,
	"explained_at" timestamp with time zone,
	"putusan" text,
	"alasan" text,
	"rekomendasi" text,
	"risalah" text,
	"decided_on" date,
	"decided_at" timestamp with time zone,
	"outcome_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "keberatan_status" CHECK ("keberatan"."status" in ('filed', 'explained', 'decided')),
	CONSTRAINT "keberatan_three_people" CHECK ("keberatan"."person_id" <> "keberatan"."penilai_id" and "keberatan"."person_id" <> "keberatan"."atasan_id" and "keberatan"."penilai_id" <> "keberatan"."atasan_id"),
	CONSTRAINT "keberatan_explained" CHECK (num_nonnulls("keberatan"."explanation", "keberatan"."explained_on", "keberatan"."explained_at") in (0, 3) and ("keberatan"."status" <> 'explained' or "keberatan"."explanation" is not null)),
	CONSTRAINT "keberatan_putusan" CHECK ("keberatan"."putusan" is null or "keberatan"."putusan" in ('menguatkan', 'mengubah')),
	CONSTRAINT "keberatan_decided" CHECK (("keberatan"."status" = 'decided') = ("keberatan"."putusan" is not null) and num_nonnulls("keberatan"."putusan", "keberatan"."alasan", "keberatan"."decided_on", "keberatan"."decided_at") in (0, 4)),
	CONSTRAINT "keberatan_outcome" CHECK (("keberatan"."outcome_id" is not null) = coalesce("keberatan"."putusan" = 'mengubah', false) and ("keberatan"."outcome_id" is null or "keberatan"."rekomendasi" is not null)),
	CONSTRAINT "keberatan_days" CHECK ("keberatan"."received_on" <= "keberatan"."filed_on" and "keberatan"."filed_on" <= coalesce("keberatan"."explained_on", "keberatan"."filed_on") and "keberatan"."filed_on" <= coalesce("keberatan"."decided_on", "keberatan"."filed_on"))
);
--> statement-breakpoint
CREATE TABLE "keberatan_basis" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"evidence_id" uuid,
	"umpan_balik_id" uuid,
	CONSTRAINT "keberatan_basis_one" CHECK (num_nonnulls("keberatan_basis"."evidence_id", "keberatan_basis"."umpan_balik_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "keberatan_claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"keberatan_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"aspect" text NOT NULL,
	"target" text,
	"alasan" text NOT NULL,
	CONSTRAINT "keberatan_claim_aspect" CHECK ("keberatan_claim"."aspect" in ('hasil_kerja', 'perilaku'))
);
--> statement-breakpoint
CREATE TABLE "result_handover" (
	"appraisal_id" uuid PRIMARY KEY NOT NULL,
	"handed_on" date NOT NULL,
	"is_signed" boolean NOT NULL,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "keberatan" ADD CONSTRAINT "keberatan_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan" ADD CONSTRAINT "keberatan_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan" ADD CONSTRAINT "keberatan_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan" ADD CONSTRAINT "keberatan_atasan_id_person_id_fk" FOREIGN KEY ("atasan_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan" ADD CONSTRAINT "keberatan_outcome_id_appraisal_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_basis" ADD CONSTRAINT "keberatan_basis_claim_id_keberatan_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."keberatan_claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_basis" ADD CONSTRAINT "keberatan_basis_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_basis" ADD CONSTRAINT "keberatan_basis_umpan_balik_id_umpan_balik_id_fk" FOREIGN KEY ("umpan_balik_id") REFERENCES "public"."umpan_balik"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_claim" ADD CONSTRAINT "keberatan_claim_keberatan_id_keberatan_id_fk" FOREIGN KEY ("keberatan_id") REFERENCES "public"."keberatan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_handover" ADD CONSTRAINT "result_handover_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_handover" ADD CONSTRAINT "result_handover_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "keberatan_once" ON "keberatan" USING btree ("appraisal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "keberatan_outcome_once" ON "keberatan" USING btree ("outcome_id");--> statement-breakpoint
CREATE INDEX "keberatan_person" ON "keberatan" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "keberatan_penilai" ON "keberatan" USING btree ("penilai_id");--> statement-breakpoint
CREATE INDEX "keberatan_atasan" ON "keberatan" USING btree ("atasan_id","status");--> statement-breakpoint
CREATE INDEX "keberatan_basis_claim" ON "keberatan_basis" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "keberatan_basis_evidence" ON "keberatan_basis" USING btree ("evidence_id");--> statement-breakpoint
CREATE UNIQUE INDEX "keberatan_claim_position" ON "keberatan_claim" USING btree ("keberatan_id","position");