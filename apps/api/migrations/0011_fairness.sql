CREATE TABLE "fairness_run" (
	"period_id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"ran_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fairness_signal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"penilai_id" uuid,
	"unit_id" uuid,
	"about" text,
	"n" integer NOT NULL,
	"figure" jsonb,
	"scale" text NOT NULL,
	"p" real,
	"p_adjusted" real,
	"innocent" text[] NOT NULL,
	"raised_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"reply" text,
	"replied_on" date,
	"outcome" text,
	"outcome_note" text,
	"outcome_on" date,
	"outcome_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "fairness_signal_kind" CHECK ("fairness_signal"."kind" in ('supervisor_severity', 'person_residual', 'declared_relations', 'unit_reciprocity', 'group_difference')),
	CONSTRAINT "fairness_signal_scale" CHECK ("fairness_signal"."scale" in ('points', 'correlation', 'smd')),
	CONSTRAINT "fairness_signal_outcome" CHECK ("fairness_signal"."outcome" is null or "fairness_signal"."outcome" in ('dijelaskan', 'nilai_diubah_atasan', 'dilanjutkan')),
	CONSTRAINT "fairness_signal_judged" CHECK (num_nonnulls("fairness_signal"."outcome", "fairness_signal"."outcome_note", "fairness_signal"."outcome_on", "fairness_signal"."outcome_by") in (0, 4)),
	CONSTRAINT "fairness_signal_replied" CHECK (num_nonnulls("fairness_signal"."reply", "fairness_signal"."replied_on") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "warm_up" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"levels" smallint[] NOT NULL,
	CONSTRAINT "warm_up_levels" CHECK (cardinality("warm_up"."levels") = 4 and 1 <= all ("warm_up"."levels") and 4 >= all ("warm_up"."levels"))
);
--> statement-breakpoint
ALTER TABLE "fairness_run" ADD CONSTRAINT "fairness_run_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_run" ADD CONSTRAINT "fairness_run_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD CONSTRAINT "fairness_signal_period_id_fairness_run_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."fairness_run"("period_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD CONSTRAINT "fairness_signal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD CONSTRAINT "fairness_signal_penilai_id_person_id_fk" FOREIGN KEY ("penilai_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD CONSTRAINT "fairness_signal_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fairness_signal" ADD CONSTRAINT "fairness_signal_outcome_by_person_id_fk" FOREIGN KEY ("outcome_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warm_up" ADD CONSTRAINT "warm_up_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fairness_signal_once" ON "fairness_signal" USING btree ("period_id","kind",coalesce("person_id", '00000000-0000-0000-0000-000000000000'::uuid),coalesce("about", ''));--> statement-breakpoint
CREATE INDEX "fairness_signal_person" ON "fairness_signal" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "fairness_signal_penilai" ON "fairness_signal" USING btree ("penilai_id");--> statement-breakpoint
CREATE UNIQUE INDEX "warm_up_year" ON "warm_up" USING btree ("person_id","year");