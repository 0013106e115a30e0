CREATE TABLE "keberatan_hearing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"keberatan_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"place" text NOT NULL,
	"is_owner_present" boolean NOT NULL,
	"is_penilai_present" boolean NOT NULL,
	"others" text,
	"said" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_on" date NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "keberatan_hearing_hash" UNIQUE("id","hash"),
	CONSTRAINT "keberatan_hearing_somebody" CHECK ("keberatan_hearing"."is_owner_present" or "keberatan_hearing"."is_penilai_present"),
	CONSTRAINT "keberatan_hearing_days" CHECK ("keberatan_hearing"."held_on" <= "keberatan_hearing"."written_on"),
	CONSTRAINT "keberatan_hearing_sha256" CHECK ("keberatan_hearing"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "keberatan_hearing_answer" (
	"hearing_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	"answered_on" date NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "keberatan_hearing_answer_hearing_id_person_id_pk" PRIMARY KEY("hearing_id","person_id"),
	CONSTRAINT "keberatan_hearing_answer_kind" CHECK ("keberatan_hearing_answer"."answer" in ('setuju', 'menolak_menandatangani'))
);
--> statement-breakpoint
ALTER TABLE "keberatan_hearing" ADD CONSTRAINT "keberatan_hearing_keberatan_id_keberatan_id_fk" FOREIGN KEY ("keberatan_id") REFERENCES "public"."keberatan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_hearing" ADD CONSTRAINT "keberatan_hearing_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_hearing_answer" ADD CONSTRAINT "keberatan_hearing_answer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keberatan_hearing_answer" ADD CONSTRAINT "keberatan_hearing_answer_of" FOREIGN KEY ("hearing_id","hash") REFERENCES "public"."keberatan_hearing"("id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "keberatan_hearing_keberatan" ON "keberatan_hearing" USING btree ("keberatan_id");--> statement-breakpoint
ALTER TABLE "keberatan" DROP COLUMN "risalah";