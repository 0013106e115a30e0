-- What was handed over in mid-cycle stands: it is part of the draw, and was chosen without looking at answers.
CREATE TRIGGER peer_handover_never_changed BEFORE UPDATE OR DELETE ON peer_handover FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER peer_handover_never_emptied BEFORE TRUNCATE ON peer_handover FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
