-- Umpan balik rekan: what a bug in a verb must not undo. An assignment is never changed; an answer exists only while its cycle is
-- answered; what is sealed comes into being in the seal's own transaction and stays; what is released stays.

CREATE TRIGGER peer_invite_never_changed BEFORE UPDATE OR DELETE ON peer_invite FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER peer_invite_never_emptied BEFORE TRUNCATE ON peer_invite FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER peer_draw_never_changed BEFORE UPDATE OR DELETE ON peer_draw FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER peer_sealed_never_changed BEFORE UPDATE OR DELETE ON peer_sealed FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER peer_suggestion_never_changed BEFORE UPDATE ON peer_suggestion FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER peer_result_never_changed BEFORE UPDATE OR DELETE ON peer_result FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER peer_result_never_emptied BEFORE TRUNCATE ON peer_result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- The row's cycle must stand in one of the statuses that the trigger names.
CREATE FUNCTION peer_only_while() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_status text;
BEGIN
  SELECT status INTO v_status FROM peer_cycle WHERE id = NEW.cycle_id;
  IF v_status <> ALL (TG_ARGV) THEN
    RAISE EXCEPTION '% on % is not allowed while the cycle is %', TG_OP, TG_TABLE_NAME, v_status USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER peer_choice_before_the_draw BEFORE INSERT OR UPDATE ON peer_choice FOR EACH ROW EXECUTE FUNCTION peer_only_while('preparing');--> statement-breakpoint
CREATE TRIGGER peer_relation_in_time BEFORE INSERT OR UPDATE ON peer_relation FOR EACH ROW EXECUTE FUNCTION peer_only_while('preparing', 'answering');--> statement-breakpoint
CREATE TRIGGER peer_response_while_answered BEFORE INSERT OR UPDATE ON peer_response FOR EACH ROW EXECUTE FUNCTION peer_only_while('answering');--> statement-breakpoint
CREATE TRIGGER peer_sealed_at_the_seal BEFORE INSERT ON peer_sealed FOR EACH ROW EXECUTE FUNCTION peer_only_while('closed');--> statement-breakpoint
CREATE TRIGGER peer_suggestion_at_the_seal BEFORE INSERT ON peer_suggestion FOR EACH ROW EXECUTE FUNCTION peer_only_while('closed');--> statement-breakpoint
CREATE TRIGGER peer_result_before_the_release BEFORE INSERT ON peer_result FOR EACH ROW EXECUTE FUNCTION peer_only_while('sealed');--> statement-breakpoint

-- A cycle goes one step at a time and never back; opened, its key's hash stays; released, everything of it does.
CREATE FUNCTION keep_peer_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE steps constant text[] := ARRAY['preparing', 'answering', 'closed', 'sealed', 'released'];
BEGIN
  IF TG_OP = 'DELETE' OR OLD.status = 'released' OR NEW.key_hash <> OLD.key_hash
     OR array_position(steps, NEW.status) - array_position(steps, OLD.status) NOT IN (0, 1) THEN
    RAISE EXCEPTION 'a cycle of umpan balik rekan only goes on' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER peer_cycle_goes_on BEFORE UPDATE OR DELETE ON peer_cycle FOR EACH ROW EXECUTE FUNCTION keep_peer_cycle();--> statement-breakpoint

-- A verdict is given once.
CREATE FUNCTION keep_peer_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signature IS NOT NULL THEN
    RAISE EXCEPTION 'a published verdict is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER peer_verdict_stays BEFORE UPDATE OR DELETE ON peer_verifier FOR EACH ROW EXECUTE FUNCTION keep_peer_verdict();--> statement-breakpoint

-- Standards from before umpan balik rekan get its first parameters.
UPDATE standar_penilaian SET parameters = parameters || '{"rekan": {"perOrang": 7, "lintasUnit": 2, "bawahan": 8, "hari": 14, "bulanBersama": 3, "bobot": 0.25}}'::jsonb WHERE NOT parameters ? 'rekan';
