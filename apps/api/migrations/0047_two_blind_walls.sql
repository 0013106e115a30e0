-- The two-blind step: what is locked stays locked, both sides are read together or not at all, and words answer a wide gap only.
CREATE TRIGGER blind_form_stays BEFORE UPDATE OR DELETE ON blind_form FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER blind_mark_stays BEFORE UPDATE OR DELETE ON blind_mark FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER blind_word_stays BEFORE UPDATE OR DELETE ON blind_word FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION blind_form_is_lawful() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM evaluation_period e WHERE e.id = NEW.period_id AND e.kind = 'tahunan') THEN
    RAISE EXCEPTION 'the two-blind step belongs to the annual evaluation' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.side = 'pegawai') <> (NEW.rater_id = NEW.person_id) THEN
    RAISE EXCEPTION 'each side rates for itself' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER blind_form_of_the_year BEFORE INSERT ON blind_form FOR EACH ROW EXECUTE FUNCTION blind_form_is_lawful();--> statement-breakpoint

-- A form is whole at once: nothing is added to it once the other side can be seen.
CREATE FUNCTION blind_mark_is_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM blind_form f WHERE f.period_id = NEW.period_id AND f.person_id = NEW.person_id AND f.side = NEW.side AND f.xmin <> pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a locked form takes no more ratings' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER blind_mark_with_its_form BEFORE INSERT ON blind_mark FOR EACH ROW EXECUTE FUNCTION blind_mark_is_in_time();--> statement-breakpoint

CREATE VIEW blind_open AS
  SELECT a.period_id, a.person_id, a.line_id, a.rating AS pegawai, b.rating AS penilai
    FROM blind_mark a JOIN blind_mark b ON b.period_id = a.period_id AND b.person_id = a.person_id AND b.line_id = a.line_id AND b.side = 'penilai'
   WHERE a.side = 'pegawai' AND (SELECT count(*) FROM blind_form f WHERE f.period_id = a.period_id AND f.person_id = a.person_id) = 2;--> statement-breakpoint

CREATE FUNCTION blind_word_answers_a_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM blind_open o WHERE o.period_id = NEW.period_id AND o.person_id = NEW.person_id AND o.line_id = NEW.line_id
                  AND o.pegawai <> o.penilai AND 'sesuai' NOT IN (o.pegawai, o.penilai)) THEN
    RAISE EXCEPTION 'words answer a gap of more than one level, once both sides are open' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER blind_word_of_a_gap BEFORE INSERT ON blind_word FOR EACH ROW EXECUTE FUNCTION blind_word_answers_a_gap();
