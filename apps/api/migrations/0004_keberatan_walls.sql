-- The last walls of a keberatan: it is about a final result that counts, what was said stays said, and while it is examined
-- nobody makes another version of that result.

CREATE FUNCTION keberatan_on_current_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM appraisal a WHERE a.id = NEW.appraisal_id AND a.person_id = NEW.person_id AND a.penilai_id = NEW.penilai_id AND a.status = 'final' AND a.is_current) THEN
    RAISE EXCEPTION 'a keberatan is filed on the current final result of the pegawai, as the penilai set it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keberatan_filed_on_result BEFORE INSERT ON keberatan FOR EACH ROW EXECUTE FUNCTION keberatan_on_current_result();--> statement-breakpoint

CREATE FUNCTION keep_keberatan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  later text[] := ARRAY['status', 'explanation', 'explained_on', 'explained_at', 'putusan', 'alasan', 'rekomendasi', 'risalah', 'decided_on', 'decided_at', 'outcome_id', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status = 'decided' OR (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later)
     OR (OLD.explanation IS NOT NULL AND (NEW.explanation, NEW.explained_on) IS DISTINCT FROM (OLD.explanation, OLD.explained_on))
     OR (OLD.status = 'explained' AND NEW.status = 'filed') THEN
    RAISE EXCEPTION 'what was filed, explained or decided in a keberatan is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.outcome_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM appraisal b JOIN appraisal a ON a.id = NEW.appraisal_id
     WHERE b.id = NEW.outcome_id AND (b.person_id, b.period_id) = (a.person_id, a.period_id) AND b.revision > a.revision AND b.status = 'final' AND b.penilai_id = NEW.atasan_id) THEN
    RAISE EXCEPTION 'a keberatan ends in a later final version of the same result, set by the atasan' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keberatan_stays BEFORE UPDATE OR DELETE ON keberatan FOR EACH ROW EXECUTE FUNCTION keep_keberatan();--> statement-breakpoint
CREATE TRIGGER keberatan_claim_stays BEFORE UPDATE OR DELETE ON keberatan_claim FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER keberatan_basis_stays BEFORE UPDATE OR DELETE ON keberatan_basis FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER result_handover_stays BEFORE UPDATE OR DELETE ON result_handover FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION appraisal_waits_for_keberatan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM keberatan k WHERE k.appraisal_id = OLD.id AND k.status <> 'decided') THEN
    RAISE EXCEPTION 'a result under keberatan is replaced by its decision only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER appraisal_under_keberatan BEFORE UPDATE OF is_current ON appraisal FOR EACH ROW
  WHEN (OLD.is_current AND NOT NEW.is_current) EXECUTE FUNCTION appraisal_waits_for_keberatan();--> statement-breakpoint

-- A parameter that older standards did not have yet: Lampiran BAB V.B.4 gives no days for the explanation.
UPDATE standar_penilaian SET parameters = parameters || '{"keberatan": {"penjelasanHari": 3, "pembandingMin": 5}}' WHERE NOT parameters ? 'keberatan';
