ALTER TABLE "report_row" ADD COLUMN "imported_by" uuid;--> statement-breakpoint
ALTER TABLE "report_row" ADD COLUMN "imported_on" date;--> statement-breakpoint
ALTER TABLE "report_row" ADD COLUMN "import_source" text;--> statement-breakpoint
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_imported_by_person_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_import" CHECK (("report_row"."imported_by" is null) = ("report_row"."imported_on" is null) and ("report_row"."imported_by" is null) = ("report_row"."import_source" is null));