-- A running keberatan goes on to who stands above the penilai now; with the decision, and after it, the atasan is who decided.
CREATE OR REPLACE FUNCTION keep_keberatan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  later text[] := ARRAY['status', 'explanation', 'explained_on', 'explained_at', 'putusan', 'alasan', 'rekomendasi', 'risalah', 'decided_on', 'decided_at', 'outcome_id', 'version', 'atasan_id'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status = 'decided' OR (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later)
     OR (OLD.explanation IS NOT NULL AND (NEW.explanation, NEW.explained_on) IS DISTINCT FROM (OLD.explanation, OLD.explained_on))
     OR (OLD.status = 'explained' AND NEW.status = 'filed')
     OR (NEW.atasan_id <> OLD.atasan_id AND NEW.status <> OLD.status) THEN
    RAISE EXCEPTION 'what was filed, explained or decided in a keberatan is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.outcome_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM appraisal b JOIN appraisal a ON a.id = NEW.appraisal_id
     WHERE b.id = NEW.outcome_id AND (b.person_id, b.period_id) = (a.person_id, a.period_id) AND b.revision > a.revision AND b.status = 'final' AND b.penilai_id = NEW.atasan_id) THEN
    RAISE EXCEPTION 'a keberatan ends in a later final version of the same result, set by the atasan' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
