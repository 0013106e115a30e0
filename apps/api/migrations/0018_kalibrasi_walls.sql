-- The last walls of a rapat kalibrasi: its opening stays, one analis joins, it ends once; who has not read a case does not propose, a proposal
-- stays as it was made and is answered once; none of it touches a result.

CREATE FUNCTION keep_kalibrasi() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE later constant text[] := ARRAY['status', 'analis_id', 'analis_on', 'explanation', 'closed_on', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status = 'closed' OR (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later)
     OR (OLD.analis_id IS NOT NULL AND (NEW.analis_id, NEW.analis_on) IS DISTINCT FROM (OLD.analis_id, OLD.analis_on)) THEN
    RAISE EXCEPTION 'a rapat kalibrasi keeps its opening, its analis and its end' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER kalibrasi_stays BEFORE UPDATE OR DELETE ON kalibrasi FOR EACH ROW EXECUTE FUNCTION keep_kalibrasi();--> statement-breakpoint

CREATE FUNCTION kalibrasi_reading_on_agenda() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM kalibrasi k WHERE k.id = NEW.kalibrasi_id AND k.status = 'open' AND k.opening -> 'butir' @> jsonb_build_array(jsonb_build_object('appraisalId', NEW.appraisal_id))) THEN
    RAISE EXCEPTION 'only cases on the agenda of an open rapat kalibrasi are read' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER kalibrasi_reading_made BEFORE INSERT ON kalibrasi_reading FOR EACH ROW EXECUTE FUNCTION kalibrasi_reading_on_agenda();--> statement-breakpoint
CREATE TRIGGER kalibrasi_reading_stays BEFORE UPDATE OR DELETE ON kalibrasi_reading FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION kalibrasi_proposal_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM kalibrasi k JOIN appraisal a ON a.id = NEW.appraisal_id AND a.period_id = k.period_id AND a.opd_id = k.unit_id
     WHERE k.id = NEW.kalibrasi_id AND k.status = 'open' AND k.analis_id IS NOT NULL AND a.status = 'final' AND a.is_current AND a.penilai_id = NEW.penilai_id AND a.person_id <> NEW.author_id
       AND EXISTS (SELECT FROM kalibrasi_reading r JOIN appraisal o ON o.id = r.appraisal_id WHERE r.kalibrasi_id = k.id AND r.person_id = NEW.author_id AND o.person_id = a.person_id)
       AND NOT EXISTS (SELECT FROM keberatan b WHERE b.appraisal_id = a.id AND b.status <> 'decided')) THEN
    RAISE EXCEPTION 'a proposal is made in an open rapat kalibrasi with its analis, on a current final result whose evidence its author has read' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER kalibrasi_proposal_made BEFORE INSERT ON kalibrasi_proposal FOR EACH ROW EXECUTE FUNCTION kalibrasi_proposal_made();--> statement-breakpoint

CREATE FUNCTION keep_kalibrasi_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE later constant text[] := ARRAY['answer', 'words', 'answered_on', 'correction_id', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.answer IS NOT NULL OR (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later)
     OR (NEW.correction_id IS NOT NULL AND NOT EXISTS (SELECT FROM appraisal c JOIN appraisal a ON a.id = NEW.appraisal_id
           WHERE c.id = NEW.correction_id AND (c.period_id, c.person_id) = (a.period_id, a.person_id) AND c.revision > a.revision)) THEN
    RAISE EXCEPTION 'a proposal stays as it was made and is answered once, with a later revision of the same result' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER kalibrasi_proposal_stays BEFORE UPDATE OR DELETE ON kalibrasi_proposal FOR EACH ROW EXECUTE FUNCTION keep_kalibrasi_proposal();
