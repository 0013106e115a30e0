-- Angka kredit, like the SKP, are of a year: a job of them alone chooses no period of evaluation.
ALTER TABLE "document_job" DROP CONSTRAINT "document_job_period";--> statement-breakpoint
ALTER TABLE "document_job" ADD CONSTRAINT "document_job_period" CHECK ("period_id" IS NOT NULL OR "kinds" <@ array['skp', 'konversi_angka_kredit', 'akumulasi_angka_kredit', 'penetapan_angka_kredit']::text[]);
