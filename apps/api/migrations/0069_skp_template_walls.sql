-- What an example says, for which post and whose it is stays as it was made: drafts were filled from it. Its name may change; a retired one stays so.
CREATE FUNCTION keep_skp_template() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.jabatan_name, NEW.job_family, NEW.source, NEW.body, NEW.owner_id, NEW.made_by, NEW.made_on, NEW.source_skp_id)
     IS DISTINCT FROM (OLD.id, OLD.jabatan_name, OLD.job_family, OLD.source, OLD.body, OLD.owner_id, OLD.made_by, OLD.made_on, OLD.source_skp_id) THEN
    RAISE EXCEPTION 'what an example says is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.retired_on IS NOT NULL THEN
    RAISE EXCEPTION 'a retired example stays retired' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER skp_template_kept BEFORE UPDATE ON skp_template FOR EACH ROW EXECUTE FUNCTION keep_skp_template();
