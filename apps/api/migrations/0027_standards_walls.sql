-- Standards that do not have the days of the meeting yet: as the city has held them.
UPDATE standar_penilaian SET parameters = jsonb_set(jsonb_set(parameters, '{rapat,mulaiHari}', '8'), '{rapat,sampaiHari}', '12') WHERE parameters ? 'rapat' AND NOT parameters->'rapat' ? 'mulaiHari';--> statement-breakpoint

-- A standard judges what was judged under it: nothing of it changes but its end, once, when the next one begins.
CREATE FUNCTION keep_standard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a standard that was in force is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(NEW) - 'valid_until') IS DISTINCT FROM (to_jsonb(OLD) - 'valid_until') OR OLD.valid_until IS NOT NULL THEN
    RAISE EXCEPTION 'a standard is never edited: publish the next one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER standar_penilaian_stays BEFORE UPDATE OR DELETE ON standar_penilaian FOR EACH ROW EXECUTE FUNCTION keep_standard();--> statement-breakpoint

-- A draft that was handed over is what the second person reads: its words and figures change only after it was sent back.
CREATE FUNCTION keep_standar_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  later text[] := ARRAY['status', 'decided_by', 'decided_on', 'note', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status IN ('published', 'discarded') OR (OLD.status = 'proposed' AND (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later)) OR NEW.made_by <> OLD.made_by THEN
    RAISE EXCEPTION 'a draft that was handed over or decided is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER standar_draft_stays BEFORE UPDATE OR DELETE ON standar_draft FOR EACH ROW EXECUTE FUNCTION keep_standar_draft();--> statement-breakpoint

CREATE FUNCTION keep_reopening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status <> 'proposed' OR (to_jsonb(NEW) - ARRAY['status', 'decided_by', 'decided_on', 'note', 'version']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['status', 'decided_by', 'decided_on', 'note', 'version']) THEN
    RAISE EXCEPTION 'a reopening is decided once and never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER month_reopening_stays BEFORE UPDATE OR DELETE ON month_reopening FOR EACH ROW EXECUTE FUNCTION keep_reopening();--> statement-breakpoint
CREATE TRIGGER report_revision_stays BEFORE UPDATE OR DELETE ON report_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
