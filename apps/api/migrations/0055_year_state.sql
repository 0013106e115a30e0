CREATE TABLE "year_state" (
	"period_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"keadaan" text NOT NULL,
	"sejak" date NOT NULL,
	"basis" text NOT NULL,
	"lokasi" text,
	"jenjang" text,
	"akreditasi_pt" text,
	"akreditasi_prodi" text,
	"ipk" numeric(3, 2),
	"is_gagal" boolean,
	"perlakuan" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "year_state_period_id_person_id_pk" PRIMARY KEY("period_id","person_id"),
	CONSTRAINT "year_state_keadaan" CHECK ("year_state"."keadaan" in ('bekerja', 'tugas_belajar', 'pejabat_negara', 'diberhentikan_sementara', 'cltn', 'masa_persiapan_pensiun', 'pensiun', 'perjanjian_berakhir', 'pindah_instansi', 'meninggal')),
	CONSTRAINT "year_state_perlakuan" CHECK ("year_state"."perlakuan" in ('dinilai', 'dinilai_sampai', 'tidak_dinilai')),
	CONSTRAINT "year_state_studi" CHECK (case when "year_state"."keadaan" = 'tugas_belajar' then num_nulls("year_state"."lokasi", "year_state"."jenjang", "year_state"."is_gagal") = 0 else num_nonnulls("year_state"."lokasi", "year_state"."jenjang", "year_state"."akreditasi_pt", "year_state"."akreditasi_prodi", "year_state"."ipk", "year_state"."is_gagal") = 0 end),
	CONSTRAINT "year_state_lokasi" CHECK ("year_state"."lokasi" is null or "year_state"."lokasi" in ('dalam_negeri', 'luar_negeri')),
	CONSTRAINT "year_state_jenjang" CHECK ("year_state"."jenjang" is null or "year_state"."jenjang" in ('s1', 's2_s3_profesi')),
	CONSTRAINT "year_state_akreditasi" CHECK (coalesce("year_state"."akreditasi_pt", 'A') in ('A', 'B', 'C') and coalesce("year_state"."akreditasi_prodi", 'A') in ('A', 'B', 'C')),
	CONSTRAINT "year_state_ipk" CHECK ("year_state"."ipk" between 0 and 4),
	CONSTRAINT "year_state_not_self" CHECK ("year_state"."set_by" <> "year_state"."person_id")
);
--> statement-breakpoint
ALTER TABLE "year_state" ADD CONSTRAINT "year_state_period_id_evaluation_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."evaluation_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_state" ADD CONSTRAINT "year_state_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_state" ADD CONSTRAINT "year_state_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "year_state_person" ON "year_state" USING btree ("person_id");