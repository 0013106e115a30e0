CREATE TABLE "pola_explanation" (
	"period_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"text" text NOT NULL,
	"capaian" text NOT NULL,
	"jumlah" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"written_on" date NOT NULL,
	"kalibrasi_id" uuid,
	CONSTRAINT "pola_explanation_period_id_unit_id_revision_pk" PRIMARY KEY("period_id","unit_id","revision"),
	CONSTRAINT "pola_explanation_revision" CHECK ("pola_explanation"."revision" >= 1),
	CONSTRAINT "pola_explanation_text" CHECK (length(trim("pola_explanation"."text")) >= 1),
	CONSTRAINT "pola_explanation_capaian" CHECK ("pola_explanation"."capaian" in ('istimewa', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')),
	CONSTRAINT "pola_explanation_jumlah" CHECK (jsonb_typeof("pola_explanation"."jumlah") = 'object')
);
--> statement-breakpoint
ALTER TABLE "kalibrasi" DROP CONSTRAINT "kalibrasi_closed";--> statement-breakpoint
ALTER TABLE "pola_explanation" ADD CONSTRAINT "pola_explanation_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pola_explanation" ADD CONSTRAINT "pola_explanation_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pola_explanation" ADD CONSTRAINT "pola_explanation_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pola_explanation" ADD CONSTRAINT "pola_explanation_kalibrasi_id_kalibrasi_id_fk" FOREIGN KEY ("kalibrasi_id") REFERENCES "public"."kalibrasi"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalibrasi" DROP COLUMN "explanation";--> statement-breakpoint
ALTER TABLE "kalibrasi" ADD CONSTRAINT "kalibrasi_closed" CHECK (("kalibrasi"."status" = 'closed') = ("kalibrasi"."closed_on" is not null) and ("kalibrasi"."status" = 'open' or "kalibrasi"."analis_id" is not null));