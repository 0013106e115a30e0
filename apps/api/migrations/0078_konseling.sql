CREATE TABLE "konseling" (
	"plan_id" uuid PRIMARY KEY NOT NULL,
	"jenis" text NOT NULL,
	"konselor_id" uuid NOT NULL,
	"training_place_id" uuid,
	"certificate_id" uuid,
	"dasar" text,
	"scheduled_on" date NOT NULL,
	"scheduled_at" text NOT NULL,
	"place" text NOT NULL,
	"is_by_office" boolean NOT NULL,
	"set_by" uuid NOT NULL,
	"set_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "konseling_signer" UNIQUE("plan_id","konselor_id"),
	CONSTRAINT "konseling_one_at_a_time" UNIQUE("konselor_id","scheduled_on","scheduled_at"),
	CONSTRAINT "konseling_jenis" CHECK ("konseling"."jenis" in ('penilai', 'pejabat_fungsi', 'independen')),
	CONSTRAINT "konseling_basis" CHECK (case when "konseling"."jenis" = 'penilai' then "konseling"."dasar" is null and num_nonnulls("konseling"."training_place_id", "konseling"."certificate_id") = 1 else length(trim("konseling"."dasar")) >= 5 and "konseling"."dasar" is not null and num_nonnulls("konseling"."training_place_id", "konseling"."certificate_id") = 0 end),
	CONSTRAINT "konseling_by_office" CHECK ("konseling"."is_by_office" or ("konseling"."jenis" = 'penilai' and "konseling"."set_by" = "konseling"."konselor_id")),
	CONSTRAINT "konseling_time" CHECK ("konseling"."scheduled_at" ~ '^([01]\d|2[0-3]):[0-5]\d$')
);
--> statement-breakpoint
CREATE TABLE "konseling_follow_up" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"text" text NOT NULL,
	"due_on" date,
	"decided_by" uuid NOT NULL,
	"decided_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "konseling_record" (
	"plan_id" uuid PRIMARY KEY NOT NULL,
	"held_from" date NOT NULL,
	"held_until" date NOT NULL,
	"sessions" integer NOT NULL,
	"masalah" text NOT NULL,
	"hasil" text NOT NULL,
	"kesepakatan" text NOT NULL,
	"saran" text,
	"signed_by" uuid NOT NULL,
	"signed_on" date NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "konseling_record_hasil" CHECK ("konseling_record"."hasil" in ('teratasi', 'sebagian', 'belum')),
	CONSTRAINT "konseling_record_days" CHECK ("konseling_record"."held_from" <= "konseling_record"."held_until" and "konseling_record"."held_until" <= "konseling_record"."signed_on"),
	CONSTRAINT "konseling_record_sessions" CHECK ("konseling_record"."sessions" between 1 and 50),
	CONSTRAINT "konseling_record_sha256" CHECK ("konseling_record"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "konselor_certificate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"number" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_on" date NOT NULL,
	CONSTRAINT "konselor_certificate_once" UNIQUE("person_id","number"),
	CONSTRAINT "konselor_certificate_days" CHECK ("konselor_certificate"."issued_on" <= "konselor_certificate"."recorded_on")
);
--> statement-breakpoint
CREATE TABLE "konselor_training" (
	"training_id" uuid PRIMARY KEY NOT NULL,
	"marked_by" uuid NOT NULL,
	"marked_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "official_document" DROP CONSTRAINT "official_document_format";--> statement-breakpoint
ALTER TABLE "konseling" ADD CONSTRAINT "konseling_plan_id_development_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."development_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konseling" ADD CONSTRAINT "konseling_konselor_id_person_id_fk" FOREIGN KEY ("konselor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konseling" ADD CONSTRAINT "konseling_training_place_id_training_place_id_fk" FOREIGN KEY ("training_place_id") REFERENCES "public"."training_place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konseling" ADD CONSTRAINT "konseling_certificate_id_konselor_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."konselor_certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konseling" ADD CONSTRAINT "konseling_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konseling_follow_up" ADD CONSTRAINT "konseling_follow_up_plan_id_konseling_record_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."konseling_record"("plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konseling_follow_up" ADD CONSTRAINT "konseling_follow_up_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konseling_record" ADD CONSTRAINT "konseling_record_signer" FOREIGN KEY ("plan_id","signed_by") REFERENCES "public"."konseling"("plan_id","konselor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konselor_certificate" ADD CONSTRAINT "konselor_certificate_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konselor_certificate" ADD CONSTRAINT "konselor_certificate_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konselor_training" ADD CONSTRAINT "konselor_training_training_id_training_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."training"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "konselor_training" ADD CONSTRAINT "konselor_training_marked_by_person_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "konseling_konselor" ON "konseling" USING btree ("konselor_id");--> statement-breakpoint
CREATE INDEX "konseling_follow_up_plan" ON "konseling_follow_up" USING btree ("plan_id");--> statement-breakpoint
ALTER TABLE "official_document" ADD CONSTRAINT "official_document_format" CHECK ("official_document"."format" in ('A.1.1', 'A.1.2', 'A.1.6', 'A.1.7', 'A.1.8', 'B.1.2', 'B.1.3', 'B.1.4', 'B.1.5', 'B.1.6', 'B.1.7', 'B.1.8', 'B.1.9', 'B.1.10', 'C.1.1', 'C.1.2', 'C.1.3', 'D.1.1', 'D.1.2', 'D.1.3', 'KONVERSI', 'AKUMULASI', 'PAK', 'KONSELING'));