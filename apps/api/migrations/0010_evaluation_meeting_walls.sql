-- The walls of the meeting: what happened stays, what is signed stays, what is closed stays closed.

ALTER TABLE evidence ADD CONSTRAINT evidence_tindak_lanjut_id_fk FOREIGN KEY (tindak_lanjut_id) REFERENCES tindak_lanjut (id);--> statement-breakpoint

-- A standard published before there were meetings goes on with the city's first parameters for them.
UPDATE standar_penilaian SET parameters = parameters || '{"rapat": {"menitUmum": 4, "menitBantuan": 6, "menitTanpaCatatan": 2, "menitTindakLanjut": 1, "menitTindakLanjutMaks": 10, "batasOrang": 20, "batasMenit": 90, "keberhasilanDari": 110, "pengecualianPerKeberhasilan": 3, "hadirSebelumMenit": 30, "tepatWaktuMenit": 15}}'::jsonb
  WHERE NOT parameters ? 'rapat';--> statement-breakpoint

CREATE TRIGGER meeting_event_only_grows BEFORE UPDATE OR DELETE ON meeting_event FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER notulen_addendum_only_grows BEFORE UPDATE OR DELETE ON notulen_addendum FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER notulen_signature_never_changed BEFORE UPDATE ON notulen_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION keep_signed_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('signed', 'cancelled') THEN
    RAISE EXCEPTION 'a % meeting is never changed', OLD.status USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER evaluation_meeting_signed_stays BEFORE UPDATE OR DELETE ON evaluation_meeting FOR EACH ROW EXECUTE FUNCTION keep_signed_meeting();--> statement-breakpoint

CREATE FUNCTION keep_signed_notulen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signed_at IS NOT NULL THEN
    RAISE EXCEPTION 'signed minutes are never changed: add an addendum' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER notulen_signed_stays BEFORE UPDATE OR DELETE ON notulen FOR EACH ROW EXECUTE FUNCTION keep_signed_notulen();--> statement-breakpoint

-- Lines, attendance and signatures of a signed meeting: nothing more is written, changed or taken away.
CREATE FUNCTION keep_part_of_signed_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_meeting uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
BEGIN
  IF EXISTS (SELECT FROM evaluation_meeting WHERE id = v_meeting AND status = 'signed') THEN
    RAISE EXCEPTION '% on % of a signed meeting is not allowed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER meeting_item_signed_stays BEFORE INSERT OR UPDATE OR DELETE ON meeting_item FOR EACH ROW EXECUTE FUNCTION keep_part_of_signed_meeting();--> statement-breakpoint
CREATE TRIGGER meeting_participant_signed_stays BEFORE INSERT OR UPDATE OR DELETE ON meeting_participant FOR EACH ROW EXECUTE FUNCTION keep_part_of_signed_meeting();--> statement-breakpoint
CREATE TRIGGER notulen_signature_signed_stays BEFORE INSERT OR DELETE ON notulen_signature FOR EACH ROW EXECUTE FUNCTION keep_part_of_signed_meeting();--> statement-breakpoint

-- A promise: its words are free while the meeting's minutes are; once closed it stays closed.
CREATE FUNCTION keep_tindak_lanjut() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'terbuka' THEN
    RAISE EXCEPTION 'a closed tindak lanjut is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM evaluation_meeting WHERE id = OLD.meeting_id AND status = 'signed') THEN
    IF TG_OP = 'DELETE' OR (NEW.text, NEW.due, NEW.pemilik, NEW.owner_id, NEW.unit_id, NEW.meeting_id) IS DISTINCT FROM (OLD.text, OLD.due, OLD.pemilik, OLD.owner_id, OLD.unit_id, OLD.meeting_id) THEN
      RAISE EXCEPTION 'a promise of signed minutes keeps its words, owner and day' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER tindak_lanjut_stays BEFORE UPDATE OR DELETE ON tindak_lanjut FOR EACH ROW EXECUTE FUNCTION keep_tindak_lanjut();--> statement-breakpoint

-- Every process that holds streams hears of a new event when its transaction commits.
CREATE FUNCTION tell_meeting_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('meeting_event', NEW.meeting_id || ':' || NEW.seq);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER meeting_event_told AFTER INSERT ON meeting_event FOR EACH ROW EXECUTE FUNCTION tell_meeting_event();
