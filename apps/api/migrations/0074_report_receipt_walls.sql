-- The day on which the office of personnel took a report in stays what it was.
CREATE TRIGGER development_receipt_stays BEFORE UPDATE OR DELETE ON development_receipt FOR EACH ROW EXECUTE FUNCTION refuse_change();
