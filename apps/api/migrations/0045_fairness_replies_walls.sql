-- The word of whose rating it is, is given once too; everything else of a signal stays as before.
CREATE OR REPLACE FUNCTION keep_fairness_signal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE said constant text[] := ARRAY['reply', 'replied_on', 'person_reply', 'person_replied_on', 'outcome', 'outcome_note', 'outcome_on', 'outcome_by', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - said) IS DISTINCT FROM (to_jsonb(OLD) - said)
     OR (OLD.reply IS NOT NULL AND NEW.reply IS DISTINCT FROM OLD.reply)
     OR (OLD.person_reply IS NOT NULL AND NEW.person_reply IS DISTINCT FROM OLD.person_reply)
     OR (OLD.outcome IS NOT NULL AND (NEW.outcome, NEW.outcome_note, NEW.outcome_by) IS DISTINCT FROM (OLD.outcome, OLD.outcome_note, OLD.outcome_by)) THEN
    RAISE EXCEPTION 'a signal keeps its figure, its reply and its outcome' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
