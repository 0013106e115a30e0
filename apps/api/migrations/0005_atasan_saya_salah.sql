CREATE TABLE "penilai_correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pegawai_id" uuid NOT NULL,
	"penilai_id" uuid,
	"proposed_id" uuid,
	"reason" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"asked_on" date NOT NULL,
	"decided_by" uuid,
	"decided_on" date,
	"decided_penilai_id" uuid,
	"effective_from" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "penilai_correction_status" CHECK ("penilai_correction"."status" in ('open', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "penilai_correction_not_self" CHECK ("penilai_correction"."pegawai_id" <> "penilai_correction"."proposed_id" and "penilai_correction"."pegawai_id" <> "penilai_correction"."decided_penilai_id"),
	CONSTRAINT "penilai_correction_decided" CHECK (("penilai_correction"."status" = 'accepted') = ("penilai_correction"."decided_penilai_id" is not null and "penilai_correction"."effective_from" is not null)),
	CONSTRAINT "penilai_correction_decider" CHECK (("penilai_correction"."status" in ('accepted', 'declined')) = ("penilai_correction"."decided_by" is not null and "penilai_correction"."decided_on" is not null)),
	CONSTRAINT "penilai_correction_words" CHECK ("penilai_correction"."status" <> 'declined' or "penilai_correction"."note" is not null)
);
--> statement-breakpoint
ALTER TABLE "penilai_correction" ADD CONSTRAINT "penilai_correction_pegawai_id_person_id_fk" FOREIGN KEY ("pegawai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penilai_correction" ADD CONSTRAINT "penilai_correction_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penilai_correction" ADD CONSTRAINT "penilai_correction_proposed_id_person_id_fk" FOREIGN KEY ("proposed_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penilai_correction" ADD CONSTRAINT "penilai_correction_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penilai_correction" ADD CONSTRAINT "penilai_correction_decided_penilai_id_person_id_fk" FOREIGN KEY ("decided_penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "penilai_correction_one_open" ON "penilai_correction" USING btree ("pegawai_id") WHERE "penilai_correction"."status" = 'open';--> statement-breakpoint
CREATE INDEX "penilai_correction_queue" ON "penilai_correction" USING btree ("status","asked_on");