CREATE TABLE "evaluation_meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"month" text NOT NULL,
	"date" date NOT NULL,
	"start_time" text NOT NULL,
	"place" text NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"delegate_id" uuid,
	"secretary_id" uuid,
	"leader_id" uuid,
	"cancel_reason" text,
	"ics_sequence" integer DEFAULT 0 NOT NULL,
	"is_grouped" boolean DEFAULT false NOT NULL,
	"is_exceptions_only" boolean DEFAULT false NOT NULL,
	"is_cascade" boolean DEFAULT false NOT NULL,
	"planned_minutes" integer,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"is_paper" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"current_item_id" uuid,
	"is_blank" boolean DEFAULT false NOT NULL,
	"timer_item_id" uuid,
	"timer_started_at" timestamp with time zone,
	"controller_device" uuid,
	"controller_id" uuid,
	CONSTRAINT "evaluation_meeting_month" CHECK ("evaluation_meeting"."month" ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "evaluation_meeting_status" CHECK ("evaluation_meeting"."status" in ('planned', 'running', 'ended', 'signed', 'cancelled')),
	CONSTRAINT "evaluation_meeting_time" CHECK ("evaluation_meeting"."start_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	CONSTRAINT "evaluation_meeting_cancelled" CHECK (("evaluation_meeting"."status" = 'cancelled') = ("evaluation_meeting"."cancel_reason" is not null)),
	CONSTRAINT "evaluation_meeting_held" CHECK ("evaluation_meeting"."status" not in ('running', 'ended', 'signed') or ("evaluation_meeting"."started_at" is not null and "evaluation_meeting"."leader_id" is not null)),
	CONSTRAINT "evaluation_meeting_over" CHECK (("evaluation_meeting"."status" in ('ended', 'signed')) = ("evaluation_meeting"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "meeting_applause" (
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "meeting_applause_meeting_id_item_id_person_id_pk" PRIMARY KEY("meeting_id","item_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_choice" (
	"meeting_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer,
	"minutes" integer,
	CONSTRAINT "meeting_choice_meeting_id_key_pk" PRIMARY KEY("meeting_id","key"),
	CONSTRAINT "meeting_choice_minutes" CHECK ("meeting_choice"."minutes" between 0 and 60)
);
--> statement-breakpoint
CREATE TABLE "meeting_command" (
	"meeting_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	CONSTRAINT "meeting_command_meeting_id_command_id_pk" PRIMARY KEY("meeting_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_event" (
	"meeting_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"command_id" uuid,
	"device_id" uuid,
	"actor_id" uuid NOT NULL,
	"item_id" uuid,
	"data" jsonb NOT NULL,
	CONSTRAINT "meeting_event_meeting_id_seq_pk" PRIMARY KEY("meeting_id","seq"),
	CONSTRAINT "meeting_event_kind" CHECK ("meeting_event"."kind" in ('started', 'slide', 'blank', 'timer', 'attendance', 'decision', 'deferred', 'speaker', 'taken_over', 'applause', 'question', 'finished', 'agenda')),
	CONSTRAINT "meeting_event_seq" CHECK ("meeting_event"."seq" > 0)
);
--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"bagian" text NOT NULL,
	"position" integer NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"minutes" integer NOT NULL,
	"usual_minutes" integer NOT NULL,
	"alasan" text[] NOT NULL,
	"why" jsonb,
	"slide" jsonb NOT NULL,
	"status" text DEFAULT 'menunggu' NOT NULL,
	"spent_ms" integer DEFAULT 0 NOT NULL,
	"speaker_id" uuid,
	"is_raised" boolean DEFAULT false NOT NULL,
	"note" text,
	"summary" text,
	CONSTRAINT "meeting_item_kind" CHECK ("meeting_item"."kind" in ('opening', 'promises', 'person', 'unit', 'closing')),
	CONSTRAINT "meeting_item_bagian" CHECK ("meeting_item"."bagian" in ('tindak_lanjut', 'perlu_dibahas', 'lainnya', 'dialog_pribadi')),
	CONSTRAINT "meeting_item_status" CHECK ("meeting_item"."status" in ('menunggu', 'sedang', 'selesai', 'ditunda')),
	CONSTRAINT "meeting_item_minutes" CHECK ("meeting_item"."minutes" between 0 and 60 and "meeting_item"."spent_ms" >= 0),
	CONSTRAINT "meeting_item_of" CHECK (case "meeting_item"."kind" when 'person' then "meeting_item"."person_id" is not null when 'unit' then "meeting_item"."unit_id" is not null else "meeting_item"."person_id" is null end)
);
--> statement-breakpoint
CREATE TABLE "meeting_participant" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"headline" text,
	"photo_ids" uuid[] DEFAULT '{}' NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	"attendance" text DEFAULT 'belum_dikonfirmasi' NOT NULL,
	"reason" text,
	"via" text,
	"confirmed_at" timestamp with time zone,
	"slide_version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "meeting_participant_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id"),
	CONSTRAINT "meeting_participant_attendance" CHECK ("meeting_participant"."attendance" in ('belum_dikonfirmasi', 'hadir', 'izin', 'sakit', 'cuti', 'dinas_luar', 'dinas_jaga')),
	CONSTRAINT "meeting_participant_via" CHECK ("meeting_participant"."via" is null or "meeting_participant"."via" in ('ponsel', 'qr', 'pemimpin', 'kertas')),
	CONSTRAINT "meeting_participant_photos" CHECK (cardinality("meeting_participant"."photo_ids") <= 2)
);
--> statement-breakpoint
CREATE TABLE "meeting_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notulen" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"letter_number" text,
	"opening" text,
	"closing" text,
	"content" jsonb,
	"hash" text,
	"code" text,
	"signed_at" timestamp with time zone,
	"scan_key" text,
	"scan_mime" text,
	"scan_title" text,
	"scan_sha256" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notulen_number_unique" UNIQUE("number"),
	CONSTRAINT "notulen_code_unique" UNIQUE("code"),
	CONSTRAINT "notulen_scan_key_unique" UNIQUE("scan_key"),
	CONSTRAINT "notulen_signed" CHECK (num_nonnulls("notulen"."content", "notulen"."hash", "notulen"."code", "notulen"."signed_at") in (0, 4)),
	CONSTRAINT "notulen_hash" CHECK ("notulen"."hash" is null or "notulen"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "notulen_scan" CHECK (num_nonnulls("notulen"."scan_key", "notulen"."scan_mime", "notulen"."scan_title", "notulen"."scan_sha256") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "notulen_addendum" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notulen_signature" (
	"meeting_id" uuid NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "notulen_signature_meeting_id_role_pk" PRIMARY KEY("meeting_id","role"),
	CONSTRAINT "notulen_signature_role" CHECK ("notulen_signature"."role" in ('pemimpin', 'notulis'))
);
--> statement-breakpoint
CREATE TABLE "tindak_lanjut" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid,
	"pemilik" text NOT NULL,
	"owner_id" uuid,
	"unit_id" uuid NOT NULL,
	"text" text NOT NULL,
	"due" date NOT NULL,
	"status" text DEFAULT 'terbuka' NOT NULL,
	"closed_on" date,
	"closed_by" uuid,
	"cancel_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tindak_lanjut_status" CHECK ("tindak_lanjut"."status" in ('terbuka', 'selesai', 'dibatalkan')),
	CONSTRAINT "tindak_lanjut_pemilik" CHECK ("tindak_lanjut"."pemilik" in ('pribadi', 'unit')),
	CONSTRAINT "tindak_lanjut_owner_of" CHECK (("tindak_lanjut"."pemilik" = 'pribadi') = ("tindak_lanjut"."owner_id" is not null)),
	CONSTRAINT "tindak_lanjut_closed" CHECK (("tindak_lanjut"."status" = 'terbuka') = ("tindak_lanjut"."closed_on" is null)),
	CONSTRAINT "tindak_lanjut_cancelled" CHECK (("tindak_lanjut"."status" = 'dibatalkan') = ("tindak_lanjut"."cancel_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "tindak_lanjut_answer" (
	"tindak_lanjut_id" uuid NOT NULL,
	"month" text NOT NULL,
	"jawaban" text NOT NULL,
	"note" text,
	"answered_on" date NOT NULL,
	"answered_by" uuid NOT NULL,
	CONSTRAINT "tindak_lanjut_answer_tindak_lanjut_id_month_pk" PRIMARY KEY("tindak_lanjut_id","month"),
	CONSTRAINT "tindak_lanjut_answer_month" CHECK ("tindak_lanjut_answer"."month" ~ '^\d{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "tindak_lanjut_answer_jawaban" CHECK ("tindak_lanjut_answer"."jawaban" in ('sudah', 'sebagian', 'belum'))
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "tindak_lanjut_id" uuid;--> statement-breakpoint
ALTER TABLE "evaluation_meeting" ADD CONSTRAINT "evaluation_meeting_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_meeting" ADD CONSTRAINT "evaluation_meeting_delegate_id_person_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_meeting" ADD CONSTRAINT "evaluation_meeting_secretary_id_person_id_fk" FOREIGN KEY ("secretary_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_meeting" ADD CONSTRAINT "evaluation_meeting_leader_id_person_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_meeting" ADD CONSTRAINT "evaluation_meeting_controller_id_person_id_fk" FOREIGN KEY ("controller_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_applause" ADD CONSTRAINT "meeting_applause_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_applause" ADD CONSTRAINT "meeting_applause_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_applause" ADD CONSTRAINT "meeting_applause_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_choice" ADD CONSTRAINT "meeting_choice_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_command" ADD CONSTRAINT "meeting_command_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_speaker_id_person_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_participant" ADD CONSTRAINT "meeting_participant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_question" ADD CONSTRAINT "meeting_question_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_question" ADD CONSTRAINT "meeting_question_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_question" ADD CONSTRAINT "meeting_question_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notulen" ADD CONSTRAINT "notulen_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notulen_addendum" ADD CONSTRAINT "notulen_addendum_meeting_id_notulen_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."notulen"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notulen_addendum" ADD CONSTRAINT "notulen_addendum_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notulen_signature" ADD CONSTRAINT "notulen_signature_meeting_id_notulen_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."notulen"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notulen_signature" ADD CONSTRAINT "notulen_signature_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut" ADD CONSTRAINT "tindak_lanjut_meeting_id_evaluation_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."evaluation_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut" ADD CONSTRAINT "tindak_lanjut_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut" ADD CONSTRAINT "tindak_lanjut_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut" ADD CONSTRAINT "tindak_lanjut_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut" ADD CONSTRAINT "tindak_lanjut_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_answer" ADD CONSTRAINT "tindak_lanjut_answer_tindak_lanjut_id_tindak_lanjut_id_fk" FOREIGN KEY ("tindak_lanjut_id") REFERENCES "public"."tindak_lanjut"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tindak_lanjut_answer" ADD CONSTRAINT "tindak_lanjut_answer_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "evaluation_meeting_once" ON "evaluation_meeting" USING btree ("unit_id","month") WHERE "evaluation_meeting"."status" <> 'cancelled';--> statement-breakpoint
CREATE INDEX "evaluation_meeting_date" ON "evaluation_meeting" USING btree ("date");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_event_command" ON "meeting_event" USING btree ("meeting_id","command_id") WHERE "meeting_event"."command_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_item_position" ON "meeting_item" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_item_key" ON "meeting_item" USING btree ("meeting_id","key");--> statement-breakpoint
CREATE INDEX "meeting_item_person" ON "meeting_item" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_participant_person" ON "meeting_participant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_question_meeting" ON "meeting_question" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notulen_addendum_number" ON "notulen_addendum" USING btree ("meeting_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "notulen_signature_person" ON "notulen_signature" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "tindak_lanjut_owner" ON "tindak_lanjut" USING btree ("owner_id","status");--> statement-breakpoint
CREATE INDEX "tindak_lanjut_unit" ON "tindak_lanjut" USING btree ("unit_id","status");--> statement-breakpoint
CREATE INDEX "tindak_lanjut_meeting" ON "tindak_lanjut" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "evidence_tindak_lanjut" ON "evidence" USING btree ("tindak_lanjut_id");