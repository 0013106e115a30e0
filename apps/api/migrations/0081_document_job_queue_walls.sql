-- What waited or ran when the queue changed hands is in no queue any more: its owner asks again.
UPDATE document_job SET status = 'failed', finished_at = now() WHERE status IN ('waiting', 'running');--> statement-breakpoint

-- A later attempt is never followed by an earlier one: whoever was only slow cannot take the job back.
ALTER TABLE document_job ADD CONSTRAINT document_job_attempt CHECK (attempt >= 0);--> statement-breakpoint
CREATE FUNCTION keep_document_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.attempt < OLD.attempt THEN
    RAISE EXCEPTION 'a later attempt is at this document job' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER document_job_attempt_grows BEFORE UPDATE OF attempt ON document_job FOR EACH ROW EXECUTE FUNCTION keep_document_attempt();
