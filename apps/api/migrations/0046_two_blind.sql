CREATE TABLE "blind_form" (
	"period_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"side" text NOT NULL,
	"rater_id" uuid NOT NULL,
	"sent_on" date NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "blind_form_period_id_person_id_side_pk" PRIMARY KEY("period_id","person_id","side"),
	CONSTRAINT "blind_form_side" CHECK ("blind_form"."side" in ('pegawai', 'penilai'))
);
--> statement-breakpoint
CREATE TABLE "blind_mark" (
	"period_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"side" text NOT NULL,
	"line_id" uuid NOT NULL,
	"rating" text NOT NULL,
	CONSTRAINT "blind_mark_period_id_person_id_side_line_id_pk" PRIMARY KEY("period_id","person_id","side","line_id"),
	CONSTRAINT "blind_mark_rating" CHECK ("blind_mark"."rating" in ('di_atas', 'sesuai', 'di_bawah'))
);
--> statement-breakpoint
CREATE TABLE "blind_word" (
	"period_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"said_on" date NOT NULL,
	CONSTRAINT "blind_word_period_id_person_id_line_id_pk" PRIMARY KEY("period_id","person_id","line_id")
);
--> statement-breakpoint
ALTER TABLE "blind_form" ADD CONSTRAINT "blind_form_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_form" ADD CONSTRAINT "blind_form_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_form" ADD CONSTRAINT "blind_form_rater_id_person_id_fk" FOREIGN KEY ("rater_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_mark" ADD CONSTRAINT "blind_mark_form" FOREIGN KEY ("period_id","person_id","side") REFERENCES "public"."blind_form"("period_id","person_id","side") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_word" ADD CONSTRAINT "blind_word_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_word" ADD CONSTRAINT "blind_word_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_word" ADD CONSTRAINT "blind_word_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blind_form_person" ON "blind_form" USING btree ("person_id");