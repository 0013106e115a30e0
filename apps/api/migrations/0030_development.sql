CREATE TABLE "development_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"day" date NOT NULL,
	"fact" text NOT NULL,
	"option" text,
	"step" text NOT NULL,
	"written_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "development_look" (
	"plan_id" uuid NOT NULL,
	"look" integer NOT NULL,
	"seen" text NOT NULL,
	"note" text NOT NULL,
	"hindrance" text,
	"looked_by" uuid NOT NULL,
	"looked_on" date NOT NULL,
	CONSTRAINT "development_look_plan_id_look_pk" PRIMARY KEY("plan_id","look"),
	CONSTRAINT "development_look_look" CHECK ("development_look"."look" in (3, 6)),
	CONSTRAINT "development_look_seen" CHECK ("development_look"."seen" in ('membaik', 'tetap', 'menurun'))
);
--> statement-breakpoint
CREATE TABLE "development_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"penilai_id" uuid NOT NULL,
	"source" text NOT NULL,
	"finding" text NOT NULL,
	"perilaku" text,
	"line_id" uuid,
	"bentuk" text NOT NULL,
	"goal" text NOT NULL,
	"measure" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_on" date NOT NULL,
	"decided_on" date,
	"done_on" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "development_plan_source" CHECK ("development_plan"."source" in ('umpan_balik', 'rekan', 'evaluasi', 'keinginan')),
	CONSTRAINT "development_plan_perilaku" CHECK ("development_plan"."perilaku" is null or "development_plan"."perilaku" in ('berorientasi_pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal', 'adaptif', 'kolaboratif')),
	CONSTRAINT "development_plan_about" CHECK (num_nonnulls("development_plan"."perilaku", "development_plan"."line_id") <= 1),
	CONSTRAINT "development_plan_bentuk" CHECK ("development_plan"."bentuk" in ('coaching', 'mentoring', 'pelatihan', 'belajar_mandiri', 'konseling')),
	CONSTRAINT "development_plan_status" CHECK ("development_plan"."status" in ('proposed', 'agreed', 'done', 'declined', 'cancelled')),
	CONSTRAINT "development_plan_done" CHECK (("development_plan"."status" = 'done') = ("development_plan"."done_on" is not null)),
	CONSTRAINT "development_plan_two_people" CHECK ("development_plan"."person_id" <> "development_plan"."penilai_id"),
	CONSTRAINT "development_plan_words" CHECK ("development_plan"."status" not in ('declined', 'cancelled') or "development_plan"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "training" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"bentuk" text NOT NULL,
	"provider" text NOT NULL,
	"perilaku" text,
	"about" text NOT NULL,
	"hours" integer NOT NULL,
	"cost_per_person" bigint NOT NULL,
	"made_by" uuid,
	CONSTRAINT "training_name_unique" UNIQUE("name"),
	CONSTRAINT "training_bentuk" CHECK ("training"."bentuk" in ('pelatihan', 'belajar_mandiri')),
	CONSTRAINT "training_perilaku" CHECK ("training"."perilaku" is null or "training"."perilaku" in ('berorientasi_pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal', 'adaptif', 'kolaboratif')),
	CONSTRAINT "training_figures" CHECK ("training"."hours" between 1 and 2000 and "training"."cost_per_person" between 0 and 1000000000)
);
--> statement-breakpoint
CREATE TABLE "training_place" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"plan_id" uuid,
	"nominated_by" uuid NOT NULL,
	"nominated_on" date NOT NULL,
	"status" text DEFAULT 'nominated' NOT NULL,
	"decided_by" uuid,
	"has_attended" boolean,
	"certificate" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "training_place_status" CHECK ("training_place"."status" in ('nominated', 'accepted', 'refused', 'withdrawn')),
	CONSTRAINT "training_place_attended" CHECK ("training_place"."has_attended" is null or "training_place"."status" = 'accepted'),
	CONSTRAINT "training_place_certificate" CHECK ("training_place"."certificate" is null or "training_place"."has_attended")
);
--> statement-breakpoint
CREATE TABLE "training_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"training_id" uuid NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"place" text NOT NULL,
	"places" integer NOT NULL,
	CONSTRAINT "training_session_days" CHECK ("training_session"."first_day" <= "training_session"."last_day"),
	CONSTRAINT "training_session_places" CHECK ("training_session"."places" between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "development_entry" ADD CONSTRAINT "development_entry_plan_id_development_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."development_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_entry" ADD CONSTRAINT "development_entry_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_look" ADD CONSTRAINT "development_look_plan_id_development_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."development_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_look" ADD CONSTRAINT "development_look_looked_by_person_id_fk" FOREIGN KEY ("looked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_plan" ADD CONSTRAINT "development_plan_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_plan" ADD CONSTRAINT "development_plan_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "development_plan" ADD CONSTRAINT "development_plan_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training" ADD CONSTRAINT "training_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_place" ADD CONSTRAINT "training_place_session_id_training_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."training_session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_place" ADD CONSTRAINT "training_place_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_place" ADD CONSTRAINT "training_place_plan_id_development_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."development_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_place" ADD CONSTRAINT "training_place_nominated_by_person_id_fk" FOREIGN KEY ("nominated_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_place" ADD CONSTRAINT "training_place_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_training_id_training_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."training"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "development_entry_plan" ON "development_entry" USING btree ("plan_id","day");--> statement-breakpoint
CREATE INDEX "development_plan_person" ON "development_plan" USING btree ("person_id","status");--> statement-breakpoint
CREATE INDEX "development_plan_penilai" ON "development_plan" USING btree ("penilai_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "training_place_once" ON "training_place" USING btree ("session_id","person_id");--> statement-breakpoint
CREATE INDEX "training_place_person" ON "training_place" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "training_session_training" ON "training_session" USING btree ("training_id","first_day");