-- Ratings that come from a line of e-Kinerja's report are those of that line: whoever changes one of them gives up the source.
CREATE UNIQUE INDEX "bkn_row_rating" ON "bkn_row" USING btree ("report_id","line","hasil_kerja","perilaku");--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_bkn_row" FOREIGN KEY ("bkn_report_id","bkn_line","hasil_kerja","perilaku") REFERENCES "bkn_row"("report_id","line","hasil_kerja","perilaku");
