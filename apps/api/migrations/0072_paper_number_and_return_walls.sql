-- Confirmed, what a paper says and its scan are what a final result rests on.
CREATE TRIGGER signed_rating_confirmed_stays BEFORE UPDATE OR DELETE ON signed_rating FOR EACH ROW WHEN (OLD.status = 'confirmed') EXECUTE FUNCTION refuse_change();
