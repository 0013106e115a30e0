CREATE TABLE "career_fact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"jenis" text NOT NULL,
	"tahun" integer,
	"nilai" text NOT NULL,
	"per_tanggal" date NOT NULL,
	"sumber" text NOT NULL,
	"recorded_by" uuid,
	"recorded_on" date NOT NULL,
	CONSTRAINT "career_fact_nilai" CHECK (case "career_fact"."jenis"
    when 'angka_kredit' then "career_fact"."nilai" ~ '^\d{1,4}(\.\d{1,2})?$'
    when 'predikat' then "career_fact"."nilai" in ('sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')
    when 'potensial' then "career_fact"."nilai" in ('rendah', 'menengah', 'tinggi')
    when 'uji_kompetensi' then "career_fact"."nilai" in ('lulus', 'belum')
    when 'lowongan' then "career_fact"."nilai" in ('ada', 'tidak_ada')
    else false end),
	CONSTRAINT "career_fact_tahun" CHECK (("career_fact"."jenis" = 'predikat') = ("career_fact"."tahun" is not null))
);
--> statement-breakpoint
CREATE TABLE "talent_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"recipient" text NOT NULL,
	"rows" jsonb NOT NULL,
	"digest" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_on" date NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"decided_by" uuid,
	"decided_on" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "talent_list_status" CHECK ("talent_list"."status" in ('draft', 'approved', 'rejected')),
	CONSTRAINT "talent_list_decided" CHECK (("talent_list"."status" = 'draft') = ("talent_list"."decided_by" is null) and ("talent_list"."decided_by" is null) = ("talent_list"."decided_on" is null)),
	CONSTRAINT "talent_list_two_people" CHECK ("talent_list"."decided_by" <> "talent_list"."made_by"),
	CONSTRAINT "talent_list_words" CHECK ("talent_list"."status" <> 'rejected' or "talent_list"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "tpp_table" (
	"id" uuid PRIMARY KEY NOT NULL,
	"perwal" text NOT NULL,
	"valid_from" date NOT NULL,
	"persen" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_on" date NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"decided_by" uuid,
	"decided_on" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tpp_table_status" CHECK ("tpp_table"."status" in ('draft', 'approved', 'rejected')),
	CONSTRAINT "tpp_table_decided" CHECK (("tpp_table"."status" = 'draft') = ("tpp_table"."decided_by" is null) and ("tpp_table"."decided_by" is null) = ("tpp_table"."decided_on" is null)),
	CONSTRAINT "tpp_table_two_people" CHECK ("tpp_table"."decided_by" <> "tpp_table"."made_by"),
	CONSTRAINT "tpp_table_words" CHECK ("tpp_table"."status" <> 'rejected' or "tpp_table"."note" is not null)
);
--> statement-breakpoint
ALTER TABLE "career_fact" ADD CONSTRAINT "career_fact_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "career_fact" ADD CONSTRAINT "career_fact_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_list" ADD CONSTRAINT "talent_list_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_list" ADD CONSTRAINT "talent_list_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tpp_table" ADD CONSTRAINT "tpp_table_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tpp_table" ADD CONSTRAINT "tpp_table_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "career_fact_person" ON "career_fact" USING btree ("person_id","jenis","per_tanggal");--> statement-breakpoint
CREATE UNIQUE INDEX "tpp_table_from" ON "tpp_table" USING btree ("valid_from") WHERE "tpp_table"."status" = 'approved';