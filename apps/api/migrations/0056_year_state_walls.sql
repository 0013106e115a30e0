-- The state of a year belongs to an annual evaluation, and what a final result rests on stays until a correction has begun.
CREATE FUNCTION year_state_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM evaluation_period e WHERE e.id = NEW.period_id AND e.kind = 'tahunan') THEN
    RAISE EXCEPTION 'the state of a year belongs to an annual evaluation' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (SELECT a.status FROM appraisal a WHERE a.period_id = NEW.period_id AND a.person_id = NEW.person_id ORDER BY a.revision DESC LIMIT 1) = 'final' THEN
    RAISE EXCEPTION 'a final result rests on this state' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER year_state_before_the_result BEFORE INSERT OR UPDATE ON year_state FOR EACH ROW EXECUTE FUNCTION year_state_is_open();--> statement-breakpoint
CREATE TRIGGER year_state_is_kept BEFORE DELETE ON year_state FOR EACH ROW EXECUTE FUNCTION refuse_change();
