-- Laid before the atasan, a file lies there: the other side may have answered to it.
ALTER TABLE evidence ADD CONSTRAINT evidence_keberatan_id_fk FOREIGN KEY (keberatan_id) REFERENCES keberatan (id);--> statement-breakpoint
ALTER TABLE evidence ADD CONSTRAINT evidence_keberatan_alone CHECK (keberatan_id IS NULL OR num_nonnulls(report_row_id, note_id, tindak_lanjut_id) = 0);--> statement-breakpoint
CREATE TRIGGER evidence_laid_stays BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW WHEN (OLD.keberatan_id IS NOT NULL) EXECUTE FUNCTION refuse_change();
