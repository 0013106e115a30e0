CREATE TABLE "result_report" (
	"appraisal_id" uuid PRIMARY KEY NOT NULL,
	"reported_on" date NOT NULL,
	"is_keberatan_running" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_return" (
	"appraisal_id" uuid PRIMARY KEY NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	"returned_on" date NOT NULL,
	"returned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "result_return_answer" CHECK ("result_return"."answer" in ('setuju', 'menolak_menandatangani'))
);
--> statement-breakpoint
ALTER TABLE "result_report" ADD CONSTRAINT "result_report_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_return" ADD CONSTRAINT "result_return_appraisal_id_appraisal_id_fk" FOREIGN KEY ("appraisal_id") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;