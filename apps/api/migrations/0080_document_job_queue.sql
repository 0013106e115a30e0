DROP INDEX "document_job_open";--> statement-breakpoint
ALTER TABLE "document_job" ADD COLUMN "attempt" integer DEFAULT 0 NOT NULL;