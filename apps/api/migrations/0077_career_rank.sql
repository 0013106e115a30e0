ALTER TABLE "career_fact" DROP CONSTRAINT "career_fact_nilai";--> statement-breakpoint
ALTER TABLE "career_fact" ADD CONSTRAINT "career_fact_nilai" CHECK (case "career_fact"."jenis"
    when 'angka_kredit' then "career_fact"."nilai" ~ '^\d{1,4}(\.\d{1,2})?$'
    when 'predikat' then "career_fact"."nilai" in ('sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')
    when 'potensial' then "career_fact"."nilai" in ('rendah', 'menengah', 'tinggi')
    when 'uji_kompetensi' then "career_fact"."nilai" in ('lulus', 'belum')
    when 'lowongan' then "career_fact"."nilai" in ('ada', 'tidak_ada')
    when 'pangkat' then "career_fact"."nilai" ~ '^(I{1,3}/[a-d]|IV/[a-e])$'
    when 'penetapan_prestasi' then "career_fact"."nilai" in ('ada', 'tidak_ada')
    else false end);