-- Custom SQL migration file, put your code below! ---- A list of achievements is laid into drafts alone: what was sent is its owner's word.
CREATE FUNCTION keep_import_to_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.imported_by IS NOT NULL AND (TG_OP = 'INSERT' OR (NEW.imported_by, NEW.imported_on, NEW.import_source) IS DISTINCT FROM (OLD.imported_by, OLD.imported_on, OLD.import_source))
     AND NOT EXISTS (SELECT FROM monthly_report r WHERE r.id = NEW.report_id AND r.status = 'draft') THEN
    RAISE EXCEPTION 'achievements are imported into drafts alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER report_row_import_into_drafts BEFORE INSERT OR UPDATE OF imported_by, imported_on, import_source ON report_row FOR EACH ROW EXECUTE FUNCTION keep_import_to_drafts();
