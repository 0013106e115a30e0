-- What somebody answered in a form of guidance stays as it was given.
CREATE TRIGGER development_form_stays BEFORE UPDATE OR DELETE ON development_form FOR EACH ROW EXECUTE FUNCTION refuse_change();
