-- What was given back and what was reported stays; only a final result is given back or reported.

CREATE FUNCTION result_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM appraisal a WHERE a.id = NEW.appraisal_id AND a.status = 'final') THEN
    RAISE EXCEPTION 'only a final result is given back or reported' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER result_return_final BEFORE INSERT ON result_return FOR EACH ROW EXECUTE FUNCTION result_is_final();--> statement-breakpoint
CREATE TRIGGER result_return_stays BEFORE UPDATE OR DELETE ON result_return FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER result_report_final BEFORE INSERT ON result_report FOR EACH ROW EXECUTE FUNCTION result_is_final();--> statement-breakpoint
CREATE TRIGGER result_report_stays BEFORE UPDATE OR DELETE ON result_report FOR EACH ROW EXECUTE FUNCTION refuse_change();
