-- What was printed and can be checked is never changed nor taken away: the page in somebody's hand stays checkable.
CREATE TRIGGER official_document_only_grows BEFORE UPDATE OR DELETE ON official_document FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- Only the SKP is about a year; every other document is about a period.
ALTER TABLE document_job ADD CONSTRAINT document_job_period CHECK (kinds <@ array['skp']::text[] OR period_id IS NOT NULL);--> statement-breakpoint

-- A job that has ended stays as it ended.
CREATE FUNCTION keep_document_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('done', 'failed', 'cancelled') AND to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) THEN
    RAISE EXCEPTION 'a document job that has ended is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER document_job_ended_stays BEFORE UPDATE ON document_job FOR EACH ROW EXECUTE FUNCTION keep_document_job();
