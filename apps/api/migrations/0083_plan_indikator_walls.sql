-- A plan aims at an indicator of its own person and result, as it stood then.
CREATE FUNCTION aim_at_own_indikator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.indikator_line_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM indikator i JOIN hasil_kerja h ON h.id = i.hasil_kerja_id JOIN skp k ON k.id = h.skp_id
     WHERE k.person_id = NEW.person_id AND h.line_id = NEW.line_id AND i.line_id = NEW.indikator_line_id AND i.text = NEW.indikator_text AND i.kunci = NEW.indikator_kunci) THEN
    RAISE EXCEPTION 'a plan aims at an indicator of its own result' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER development_plan_aims BEFORE INSERT ON development_plan FOR EACH ROW EXECUTE FUNCTION aim_at_own_indikator();
