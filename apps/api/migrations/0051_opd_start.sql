CREATE TABLE "opd_start" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"month" text NOT NULL,
	"note" text,
	"set_by" uuid,
	"set_on" date NOT NULL,
	"is_current" boolean DEFAULT true NOT NULL,
	CONSTRAINT "opd_start_month" CHECK ("opd_start"."month" ~ '^\d{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
ALTER TABLE "monthly_report" DROP CONSTRAINT "monthly_report_kewajiban";--> statement-breakpoint
ALTER TABLE "opd_start" ADD CONSTRAINT "opd_start_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opd_start" ADD CONSTRAINT "opd_start_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "opd_start_one" ON "opd_start" USING btree ("unit_id") WHERE "opd_start"."is_current";--> statement-breakpoint
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_kewajiban" CHECK ("monthly_report"."kewajiban" in ('wajib_lapor', 'cuti', 'tugas_belajar', 'belum_mulai', 'tidak_ada_target', 'tidak_tercatat'));