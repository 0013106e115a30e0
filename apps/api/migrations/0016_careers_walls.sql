-- What is recorded of a career stays as it was recorded: a correction is the next row. Lists and tables change by a decision only, once.
CREATE TRIGGER career_fact_stays BEFORE UPDATE OR DELETE ON career_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION keep_what_was_put_forward() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  later text[] := ARRAY['status', 'decided_by', 'decided_on', 'note', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status <> 'draft' OR (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later) THEN
    RAISE EXCEPTION 'what was put forward for a second person is never changed, and decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER talent_list_stays BEFORE UPDATE OR DELETE ON talent_list FOR EACH ROW EXECUTE FUNCTION keep_what_was_put_forward();--> statement-breakpoint
CREATE TRIGGER tpp_table_stays BEFORE UPDATE OR DELETE ON tpp_table FOR EACH ROW EXECUTE FUNCTION keep_what_was_put_forward();
