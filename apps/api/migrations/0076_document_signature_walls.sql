-- A signature stays as it was given; what changed since is another content, to be signed anew.
CREATE TRIGGER document_signature_only_grows BEFORE UPDATE OR DELETE ON document_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
