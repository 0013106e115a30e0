CREATE TABLE "study_record" (
	"person_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"lokasi" text NOT NULL,
	"jenjang" text NOT NULL,
	"akreditasi_pt" text,
	"akreditasi_prodi" text,
	"ipk" numeric(3, 2),
	"is_gagal" boolean NOT NULL,
	"basis" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "study_record_person_id_year_pk" PRIMARY KEY("person_id","year"),
	CONSTRAINT "study_record_lokasi" CHECK ("study_record"."lokasi" in ('dalam_negeri', 'luar_negeri')),
	CONSTRAINT "study_record_jenjang" CHECK ("study_record"."jenjang" in ('s1', 's2_s3_profesi')),
	CONSTRAINT "study_record_akreditasi" CHECK (coalesce("study_record"."akreditasi_pt", 'A') in ('A', 'B', 'C') and coalesce("study_record"."akreditasi_prodi", 'A') in ('A', 'B', 'C')),
	CONSTRAINT "study_record_ipk" CHECK ("study_record"."ipk" between 0 and 4),
	CONSTRAINT "study_record_not_self" CHECK ("study_record"."set_by" <> "study_record"."person_id")
);
--> statement-breakpoint
ALTER TABLE "study_record" ADD CONSTRAINT "study_record_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_record" ADD CONSTRAINT "study_record_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;