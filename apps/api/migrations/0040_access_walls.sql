-- That a code was handed out stays as it was written.
CREATE TRIGGER account_code_stays BEFORE UPDATE OR DELETE ON account_code FOR EACH ROW EXECUTE FUNCTION refuse_change();
