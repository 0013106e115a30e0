CREATE INDEX "daily_note_row" ON "daily_note" USING btree ("report_row_id");--> statement-breakpoint
-- Reports change by a few per cent a day and the dashboards read them from the index alone, which needs the visibility
-- map fresh: the usual fifth of a large table would come once in months.
ALTER TABLE "monthly_report" SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
