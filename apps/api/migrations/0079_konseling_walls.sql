-- Konseling (PermenPANRB 6/2022 Lampiran BAB III.D.5) once more in the database: who may give it, that two alone write its journal,
-- that its record is signed once and stays, and that the plan ends by that record.
CREATE TRIGGER konselor_certificate_stays BEFORE UPDATE OR DELETE ON konselor_certificate FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER konseling_record_stays BEFORE UPDATE OR DELETE ON konseling_record FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER konseling_follow_up_stays BEFORE UPDATE OR DELETE ON konseling_follow_up FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION konseling_has_its_basis() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  plan development_plan;
  line penilai_relation;
BEGIN
  SELECT * INTO plan FROM development_plan d WHERE d.id = NEW.plan_id;
  IF TG_OP = 'UPDATE' AND (NEW.plan_id <> OLD.plan_id OR EXISTS (SELECT FROM konseling_record r WHERE r.plan_id = OLD.plan_id)) THEN
    RAISE EXCEPTION 'a konseling stays as it was when its record was signed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF plan.bentuk <> 'konseling' OR plan.status NOT IN ('proposed', 'agreed') OR plan.person_id = NEW.konselor_id THEN
    RAISE EXCEPTION 'konseling is given by another person, in a plan of that kind that runs' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.is_by_office AND NOT EXISTS (SELECT FROM development_form f WHERE f.plan_id = NEW.plan_id AND f.format = 'B.1.10') THEN
    RAISE EXCEPTION 'the office of personnel arranges konseling on a report (B.1.10)' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.konselor_id = OLD.konselor_id AND NEW.jenis = OLD.jenis THEN RETURN NEW; END IF;
    IF EXISTS (SELECT FROM development_entry e WHERE e.plan_id = OLD.plan_id) THEN
      RAISE EXCEPTION 'who has begun to listen is not replaced: the journal is theirs' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  SELECT * INTO line FROM penilai_relation l WHERE l.pegawai_id = plan.person_id AND l.valid_from <= NEW.set_on AND (l.valid_until IS NULL OR l.valid_until > NEW.set_on);
  IF NEW.jenis <> 'penilai' AND NEW.konselor_id IN (line.penilai_id, line.atasan_id) THEN
    RAISE EXCEPTION 'penilai and atasan read such a record, and do not write it' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.jenis = 'penilai' AND NOT (line.penilai_id IS NOT DISTINCT FROM NEW.konselor_id AND (
    EXISTS (SELECT FROM training_place p JOIN training_session s ON s.id = p.session_id JOIN konselor_training t ON t.training_id = s.training_id WHERE p.id = NEW.training_place_id AND p.person_id = NEW.konselor_id AND p.has_attended)
    OR EXISTS (SELECT FROM konselor_certificate c WHERE c.id = NEW.certificate_id AND c.person_id = NEW.konselor_id))) THEN
    RAISE EXCEPTION 'a penilai gives konseling once trained for it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER konseling_basis_holds BEFORE INSERT OR UPDATE ON konseling FOR EACH ROW EXECUTE FUNCTION konseling_has_its_basis();--> statement-breakpoint
CREATE TRIGGER konseling_stays BEFORE DELETE ON konseling FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

CREATE FUNCTION konseling_journal_of_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM development_plan d WHERE d.id = NEW.plan_id AND d.bentuk = 'konseling') AND NOT EXISTS (
    SELECT FROM konseling k JOIN development_plan d ON d.id = k.plan_id
     WHERE k.plan_id = NEW.plan_id AND NEW.written_by IN (k.konselor_id, d.person_id) AND NOT EXISTS (SELECT FROM konseling_record r WHERE r.plan_id = k.plan_id)) THEN
    RAISE EXCEPTION 'the journal of konseling is written by konselor and pegawai, until the record is signed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER development_entry_of_konseling BEFORE INSERT ON development_entry FOR EACH ROW EXECUTE FUNCTION konseling_journal_of_two();--> statement-breakpoint

CREATE FUNCTION konseling_record_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM konseling k JOIN development_plan d ON d.id = k.plan_id WHERE k.plan_id = NEW.plan_id AND k.scheduled_on <= NEW.signed_on AND d.status IN ('proposed', 'agreed')) THEN
    RAISE EXCEPTION 'the record of a konseling is signed from its day on, while its plan runs' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER konseling_record_made BEFORE INSERT ON konseling_record FOR EACH ROW EXECUTE FUNCTION konseling_record_in_time();--> statement-breakpoint

-- A plan of konseling is done by its signed record alone, and not given up once the office of personnel has set it.
CREATE FUNCTION konseling_ends_its_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.status = 'done' AND NOT EXISTS (SELECT FROM konseling_record r WHERE r.plan_id = NEW.id))
     OR (NEW.status IN ('declined', 'cancelled') AND EXISTS (SELECT FROM konseling k WHERE k.plan_id = NEW.id AND k.is_by_office)) THEN
    RAISE EXCEPTION 'konseling ends with its signed record' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER development_plan_of_konseling BEFORE UPDATE OF status ON development_plan FOR EACH ROW WHEN (NEW.bentuk = 'konseling' AND NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION konseling_ends_its_plan();--> statement-breakpoint

-- What follows is decided by the atasan of the penilai; of an independent konselor's record, or where there is no atasan, by who leads the
-- office of personnel (D.5.d-e): never by the konselor, the penilai or the pegawai.
CREATE FUNCTION konseling_followed_by_reader() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM konseling k JOIN development_plan d ON d.id = k.plan_id
      LEFT JOIN penilai_relation l ON l.pegawai_id = d.person_id AND l.valid_from <= NEW.decided_on AND (l.valid_until IS NULL OR l.valid_until > NEW.decided_on)
     WHERE k.plan_id = NEW.plan_id AND NEW.decided_by NOT IN (k.konselor_id, d.person_id)
       AND CASE WHEN k.jenis <> 'independen' AND l.atasan_id IS NOT NULL THEN l.atasan_id = NEW.decided_by
           ELSE EXISTS (SELECT FROM role_assignment r WHERE r.person_id = NEW.decided_by AND r.role = 'bkpsdm_kepala' AND r.valid_from <= NEW.decided_on AND (r.valid_until IS NULL OR r.valid_until > NEW.decided_on)) END) THEN
    RAISE EXCEPTION 'what follows a konseling is decided by whom its record is reported to' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER konseling_follow_up_made BEFORE INSERT ON konseling_follow_up FOR EACH ROW EXECUTE FUNCTION konseling_followed_by_reader();
