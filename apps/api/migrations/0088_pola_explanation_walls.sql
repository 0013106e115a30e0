-- What rapat kalibrasi had published becomes the first version of its perangkat daerah and period, beside what it spoke about.
INSERT INTO pola_explanation (period_id, unit_id, revision, text, capaian, jumlah, author_id, written_on, kalibrasi_id)
  SELECT k.period_id, k.unit_id, 1, k.explanation, c.predikat,
         coalesce((SELECT jsonb_object_agg(d.predikat, d.n) FROM (SELECT a.predikat, count(*) AS n FROM appraisal a WHERE a.period_id = k.period_id AND a.opd_id = k.unit_id AND a.is_current AND a.status = 'final' GROUP BY 1) d), '{}'),
         k.opened_by, k.closed_on, k.kalibrasi_id
    FROM kalibrasi_explanation_kept k JOIN capaian_organisasi c ON c.period_id = k.period_id AND c.unit_id = k.unit_id;--> statement-breakpoint
DROP TABLE kalibrasi_explanation_kept;--> statement-breakpoint

CREATE OR REPLACE FUNCTION keep_kalibrasi() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE later constant text[] := ARRAY['status', 'analis_id', 'analis_on', 'closed_on', 'version'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status = 'closed' OR (to_jsonb(NEW) - later) IS DISTINCT FROM (to_jsonb(OLD) - later)
     OR (OLD.analis_id IS NOT NULL AND (NEW.analis_id, NEW.analis_on) IS DISTINCT FROM (OLD.analis_id, OLD.analis_on)) THEN
    RAISE EXCEPTION 'a rapat kalibrasi keeps its opening, its analis and its end' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint

-- A version follows the one before it; of a meeting, it is that of the same perangkat daerah and period, which has ended.
CREATE FUNCTION pola_explanation_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision <> 1 + coalesce((SELECT max(p.revision) FROM pola_explanation p WHERE p.period_id = NEW.period_id AND p.unit_id = NEW.unit_id), 0) THEN
    RAISE EXCEPTION 'versions of an explanation follow one another' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.kalibrasi_id IS NOT NULL AND NOT EXISTS (SELECT FROM kalibrasi k WHERE k.id = NEW.kalibrasi_id AND k.period_id = NEW.period_id AND k.unit_id = NEW.unit_id AND k.status = 'closed') THEN
    RAISE EXCEPTION 'an explanation belongs to the meeting that ended with it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER pola_explanation_made BEFORE INSERT ON pola_explanation FOR EACH ROW EXECUTE FUNCTION pola_explanation_follows();--> statement-breakpoint
CREATE TRIGGER pola_explanation_stays BEFORE UPDATE OR DELETE ON pola_explanation FOR EACH ROW EXECUTE FUNCTION refuse_change();
