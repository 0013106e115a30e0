-- Minutes of a hearing are added by the atasan while nothing is decided, answered by who was there, and stay.
CREATE FUNCTION keberatan_hearing_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM keberatan k WHERE k.id = NEW.keberatan_id AND k.atasan_id = NEW.written_by AND k.status <> 'decided' AND k.filed_on <= NEW.held_on) THEN
    RAISE EXCEPTION 'the minutes of a hearing are written by the atasan of an undecided keberatan' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keberatan_hearing_made BEFORE INSERT ON keberatan_hearing FOR EACH ROW EXECUTE FUNCTION keberatan_hearing_in_time();--> statement-breakpoint
CREATE TRIGGER keberatan_hearing_stays BEFORE UPDATE OR DELETE ON keberatan_hearing FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE FUNCTION keberatan_hearing_answer_by_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM keberatan_hearing h JOIN keberatan k ON k.id = h.keberatan_id
     WHERE h.id = NEW.hearing_id AND k.status <> 'decided' AND ((k.person_id = NEW.person_id AND h.is_owner_present) OR (k.penilai_id = NEW.person_id AND h.is_penilai_present))) THEN
    RAISE EXCEPTION 'the minutes of a hearing are answered by who was at the hearing, until the decision' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keberatan_hearing_answer_made BEFORE INSERT ON keberatan_hearing_answer FOR EACH ROW EXECUTE FUNCTION keberatan_hearing_answer_by_party();--> statement-breakpoint
CREATE TRIGGER keberatan_hearing_answer_stays BEFORE UPDATE OR DELETE ON keberatan_hearing_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();
