-- What BKPSDM has handed on stays written; evidence is laid to a claim only until the penilai has explained.
CREATE TRIGGER keberatan_reassignment_stays BEFORE UPDATE OR DELETE ON keberatan_reassignment FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE FUNCTION keberatan_basis_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM keberatan_claim c JOIN keberatan k ON k.id = c.keberatan_id WHERE c.id = NEW.claim_id AND k.status = 'filed') THEN
    RAISE EXCEPTION 'evidence is laid to a keberatan only until the penilai has explained' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER keberatan_basis_made BEFORE INSERT ON keberatan_basis FOR EACH ROW EXECUTE FUNCTION keberatan_basis_in_time();
