-- What was written in a journal, and what was seen when looking back, stays. A plan that is done, declined or given up is history;
-- what it was for never changes.
CREATE TRIGGER development_entry_stays BEFORE UPDATE OR DELETE ON development_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER development_look_stays BEFORE UPDATE OR DELETE ON development_look FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION keep_development_plan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  later text[] := ARRAY['status', 'decided_on', 'done_on', 'note', 'version', 'penilai_id'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status IN ('done', 'declined', 'cancelled') OR (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later)
     OR (OLD.status = 'agreed' AND NEW.status = 'proposed') THEN
    RAISE EXCEPTION 'what a development plan is for never changes, and it ends once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER development_plan_stays BEFORE UPDATE OR DELETE ON development_plan FOR EACH ROW EXECUTE FUNCTION keep_development_plan();--> statement-breakpoint

CREATE FUNCTION look_after_the_help() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM development_plan d WHERE d.id = NEW.plan_id AND d.status = 'done' AND NEW.looked_on >= date_trunc('month', d.done_on) + make_interval(months => NEW.look + 1)) THEN
    RAISE EXCEPTION 'one looks back when the months after the help are over' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER development_look_in_time BEFORE INSERT ON development_look FOR EACH ROW EXECUTE FUNCTION look_after_the_help();--> statement-breakpoint

-- No more people than places, whoever presses at the same moment.
CREATE FUNCTION training_has_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE most int;
BEGIN
  SELECT places INTO most FROM training_session WHERE id = NEW.session_id FOR UPDATE;
  IF NEW.status = 'accepted' AND (SELECT count(*) FROM training_place p WHERE p.session_id = NEW.session_id AND p.status = 'accepted' AND p.id <> NEW.id) >= most THEN
    RAISE EXCEPTION 'the session has no place left' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER training_place_free BEFORE INSERT OR UPDATE OF status ON training_place FOR EACH ROW EXECUTE FUNCTION training_has_places();
