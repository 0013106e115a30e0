CREATE TABLE "peer_choice" (
	"cycle_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "peer_choice_cycle_id_person_id_other_id_pk" PRIMARY KEY("cycle_id","person_id","other_id"),
	CONSTRAINT "peer_choice_kind" CHECK ("peer_choice"."kind" in ('veto', 'suggestion')),
	CONSTRAINT "peer_choice_position_range" CHECK ("peer_choice"."position" between 1 and case "peer_choice"."kind" when 'veto' then 2 else 3 end),
	CONSTRAINT "peer_choice_not_self" CHECK ("peer_choice"."person_id" <> "peer_choice"."other_id")
);
--> statement-breakpoint
CREATE TABLE "peer_cycle" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"semester" integer NOT NULL,
	"status" text DEFAULT 'preparing' NOT NULL,
	"answers_from" date NOT NULL,
	"answers_until" date NOT NULL,
	"standar_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"progress_day" date,
	"progress_forms" integer,
	"progress_sent" integer,
	"sealed_on" date,
	"sealed_answers" integer,
	"seal_facts" jsonb,
	"released_on" date,
	"shown" integer,
	"merged" integer,
	"none" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "peer_cycle_status" CHECK ("peer_cycle"."status" in ('preparing', 'answering', 'closed', 'sealed', 'released')),
	CONSTRAINT "peer_cycle_semester_number" CHECK ("peer_cycle"."semester" in (1, 2)),
	CONSTRAINT "peer_cycle_days" CHECK ("peer_cycle"."answers_from" <= "peer_cycle"."answers_until"),
	CONSTRAINT "peer_cycle_key_hash" CHECK ("peer_cycle"."key_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "peer_cycle_sealed" CHECK (("peer_cycle"."status" in ('sealed', 'released')) = ("peer_cycle"."sealed_on" is not null and "peer_cycle"."sealed_answers" is not null)),
	CONSTRAINT "peer_cycle_released" CHECK (("peer_cycle"."status" = 'released') = ("peer_cycle"."released_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "peer_draw" (
	"cycle_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"drawn_on" date NOT NULL,
	"root" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	CONSTRAINT "peer_draw_cycle_id_number_pk" PRIMARY KEY("cycle_id","number"),
	CONSTRAINT "peer_draw_root" CHECK ("peer_draw"."root" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "peer_invite" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cycle_id" uuid NOT NULL,
	"draw_number" integer NOT NULL,
	"subject_id" uuid NOT NULL,
	"rater_id" uuid NOT NULL,
	"rater_group" text NOT NULL,
	"because" text NOT NULL,
	CONSTRAINT "peer_invite_group" CHECK ("peer_invite"."rater_group" in ('rekan', 'bawahan')),
	CONSTRAINT "peer_invite_because" CHECK ("peer_invite"."because" in ('same_unit', 'other_unit', 'suggested', 'bawahan', 'replacement')),
	CONSTRAINT "peer_invite_not_self" CHECK ("peer_invite"."subject_id" <> "peer_invite"."rater_id")
);
--> statement-breakpoint
CREATE TABLE "peer_rater_stat" (
	"cycle_id" uuid NOT NULL,
	"rater_id" uuid NOT NULL,
	"forms" integer NOT NULL,
	"leniency" real NOT NULL,
	"leniency_variance" real NOT NULL,
	"spread" real,
	"spread_degrees" integer NOT NULL,
	"halo" real,
	"halo_others" real,
	"straight" integer NOT NULL,
	CONSTRAINT "peer_rater_stat_cycle_id_rater_id_pk" PRIMARY KEY("cycle_id","rater_id"),
	CONSTRAINT "peer_rater_stat_floor" CHECK ("peer_rater_stat"."forms" >= 4),
	CONSTRAINT "peer_rater_stat_straight" CHECK ("peer_rater_stat"."straight" between 0 and "peer_rater_stat"."forms")
);
--> statement-breakpoint
CREATE TABLE "peer_relation" (
	"cycle_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "peer_relation_cycle_id_person_id_other_id_pk" PRIMARY KEY("cycle_id","person_id","other_id"),
	CONSTRAINT "peer_relation_kind" CHECK ("peer_relation"."kind" in ('keluarga', 'usaha')),
	CONSTRAINT "peer_relation_not_self" CHECK ("peer_relation"."person_id" <> "peer_relation"."other_id")
);
--> statement-breakpoint
CREATE TABLE "peer_response" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"rater_group" text NOT NULL,
	"pseudonym" text NOT NULL,
	"state" text NOT NULL,
	"answers" smallint[] NOT NULL,
	"seen_when" text[] NOT NULL,
	"suggestion" text,
	"decline_reason" text,
	CONSTRAINT "peer_response_pseudonym_unique" UNIQUE("pseudonym"),
	CONSTRAINT "peer_response_group" CHECK ("peer_response"."rater_group" in ('rekan', 'bawahan')),
	CONSTRAINT "peer_response_state" CHECK ("peer_response"."state" in ('draft', 'sent', 'declined')),
	CONSTRAINT "peer_response_pseudonym" CHECK ("peer_response"."pseudonym" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "peer_response_answers" CHECK (cardinality("peer_response"."answers") = 7 and 0 <= all (array_remove("peer_response"."answers", null)) and 4 >= all (array_remove("peer_response"."answers", null))),
	CONSTRAINT "peer_response_sent" CHECK ("peer_response"."state" <> 'sent' or array_position("peer_response"."answers", null) is null),
	CONSTRAINT "peer_response_seen_when" CHECK (cardinality("peer_response"."seen_when") = 7),
	CONSTRAINT "peer_response_declined" CHECK (("peer_response"."state" = 'declined') = ("peer_response"."decline_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "peer_result" (
	"cycle_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"opd_id" uuid,
	"groups" jsonb NOT NULL,
	"is_merged" boolean NOT NULL,
	"withheld" text,
	"suggestions" text[] NOT NULL,
	"n" integer,
	"rata" numeric(4, 2),
	CONSTRAINT "peer_result_cycle_id_subject_id_pk" PRIMARY KEY("cycle_id","subject_id"),
	CONSTRAINT "peer_result_floor" CHECK (("peer_result"."withheld" is null and "peer_result"."n" >= 4 and "peer_result"."rata" is not null) or ("peer_result"."withheld" = 'fewer_than_four' and "peer_result"."n" is null and "peer_result"."rata" is null and "peer_result"."groups" = '[]'::jsonb)),
	CONSTRAINT "peer_result_suggestions" CHECK (cardinality("peer_result"."suggestions") = 0 or cardinality("peer_result"."suggestions") >= 4)
);
--> statement-breakpoint
CREATE TABLE "peer_sealed" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cycle_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"rater_group" text NOT NULL,
	"answers" smallint[] NOT NULL,
	CONSTRAINT "peer_sealed_group" CHECK ("peer_sealed"."rater_group" in ('rekan', 'bawahan'))
);
--> statement-breakpoint
CREATE TABLE "peer_statement" (
	"cycle_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stated_on" date NOT NULL,
	CONSTRAINT "peer_statement_cycle_id_person_id_pk" PRIMARY KEY("cycle_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "peer_subject_stat" (
	"cycle_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"level" real NOT NULL,
	"level_variance" real NOT NULL,
	CONSTRAINT "peer_subject_stat_cycle_id_subject_id_pk" PRIMARY KEY("cycle_id","subject_id"),
	CONSTRAINT "peer_subject_stat_floor" CHECK ("peer_subject_stat"."n" >= 4)
);
--> statement-breakpoint
CREATE TABLE "peer_suggestion" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cycle_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer_verifier" (
	"cycle_id" uuid NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"digest" text,
	"is_equal" boolean,
	"statement" text,
	"verdict_on" date,
	"signature" text,
	CONSTRAINT "peer_verifier_cycle_id_role_pk" PRIMARY KEY("cycle_id","role"),
	CONSTRAINT "peer_verifier_role" CHECK ("peer_verifier"."role" in ('inspektorat', 'bkpsdm_analis')),
	CONSTRAINT "peer_verifier_verdict" CHECK (num_nonnulls("peer_verifier"."digest", "peer_verifier"."is_equal", "peer_verifier"."statement", "peer_verifier"."verdict_on", "peer_verifier"."signature") in (0, 5))
);
--> statement-breakpoint
ALTER TABLE "peer_choice" ADD CONSTRAINT "peer_choice_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_choice" ADD CONSTRAINT "peer_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_choice" ADD CONSTRAINT "peer_choice_other_id_person_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_cycle" ADD CONSTRAINT "peer_cycle_standar_id_standar_penilaian_id_fk" FOREIGN KEY ("standar_id") REFERENCES "public"."standar_penilaian"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_draw" ADD CONSTRAINT "peer_draw_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_invite" ADD CONSTRAINT "peer_invite_subject_id_person_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_invite" ADD CONSTRAINT "peer_invite_rater_id_person_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_invite" ADD CONSTRAINT "peer_invite_draw" FOREIGN KEY ("cycle_id","draw_number") REFERENCES "public"."peer_draw"("cycle_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_rater_stat" ADD CONSTRAINT "peer_rater_stat_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_rater_stat" ADD CONSTRAINT "peer_rater_stat_rater_id_person_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_relation" ADD CONSTRAINT "peer_relation_other_id_person_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_relation" ADD CONSTRAINT "peer_relation_statement" FOREIGN KEY ("cycle_id","person_id") REFERENCES "public"."peer_statement"("cycle_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_response" ADD CONSTRAINT "peer_response_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_response" ADD CONSTRAINT "peer_response_subject_id_person_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_result" ADD CONSTRAINT "peer_result_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_result" ADD CONSTRAINT "peer_result_subject_id_person_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_result" ADD CONSTRAINT "peer_result_opd_id_unit_id_fk" FOREIGN KEY ("opd_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_sealed" ADD CONSTRAINT "peer_sealed_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_sealed" ADD CONSTRAINT "peer_sealed_subject_id_person_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_statement" ADD CONSTRAINT "peer_statement_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_statement" ADD CONSTRAINT "peer_statement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_subject_stat" ADD CONSTRAINT "peer_subject_stat_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_subject_stat" ADD CONSTRAINT "peer_subject_stat_subject_id_person_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_suggestion" ADD CONSTRAINT "peer_suggestion_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_suggestion" ADD CONSTRAINT "peer_suggestion_subject_id_person_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_verifier" ADD CONSTRAINT "peer_verifier_cycle_id_peer_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."peer_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_verifier" ADD CONSTRAINT "peer_verifier_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "peer_choice_position" ON "peer_choice" USING btree ("cycle_id","person_id","kind","position");--> statement-breakpoint
CREATE UNIQUE INDEX "peer_cycle_semester" ON "peer_cycle" USING btree ("year","semester");--> statement-breakpoint
CREATE UNIQUE INDEX "peer_cycle_one_unsealed" ON "peer_cycle" USING btree ((true)) WHERE "peer_cycle"."status" in ('answering', 'closed');--> statement-breakpoint
CREATE UNIQUE INDEX "peer_invite_pair" ON "peer_invite" USING btree ("cycle_id","rater_id","subject_id");--> statement-breakpoint
CREATE INDEX "peer_invite_subject" ON "peer_invite" USING btree ("cycle_id","subject_id");--> statement-breakpoint
CREATE INDEX "peer_sealed_subject" ON "peer_sealed" USING btree ("cycle_id","subject_id");--> statement-breakpoint
CREATE INDEX "peer_suggestion_subject" ON "peer_suggestion" USING btree ("cycle_id","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "peer_verifier_person" ON "peer_verifier" USING btree ("cycle_id","person_id");