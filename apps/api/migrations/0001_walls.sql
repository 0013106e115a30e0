-- The last walls when a verb has a bug: no two truths on one day, an audit trail that only grows, final ratings that stay.

CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint

ALTER TABLE tree_version ADD CONSTRAINT tree_version_one_at_a_time
  EXCLUDE USING gist (daterange(valid_from, valid_until) WITH &&);--> statement-breakpoint
ALTER TABLE standar_penilaian ADD CONSTRAINT standar_penilaian_one_at_a_time
  EXCLUDE USING gist (daterange(valid_from, valid_until) WITH &&);--> statement-breakpoint
ALTER TABLE role_assignment ADD CONSTRAINT role_assignment_once
  EXCLUDE USING gist (person_id WITH =, role WITH =, daterange(valid_from, valid_until) WITH &&);--> statement-breakpoint
ALTER TABLE absence ADD CONSTRAINT absence_one_at_a_time
  EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_until) WITH &&);--> statement-breakpoint
ALTER TABLE placement ADD CONSTRAINT placement_one_definitive
  EXCLUDE USING gist (person_id WITH =, daterange(valid_from, valid_until) WITH &&) WHERE (kind = 'definitif');--> statement-breakpoint
ALTER TABLE placement ADD CONSTRAINT placement_same_post_once
  EXCLUDE USING gist (person_id WITH =, jabatan_id WITH =, daterange(valid_from, valid_until) WITH &&);--> statement-breakpoint
ALTER TABLE penilai_relation ADD CONSTRAINT penilai_relation_one_at_a_time
  EXCLUDE USING gist (pegawai_id WITH =, daterange(valid_from, valid_until) WITH &&);--> statement-breakpoint

-- The chain: hash = SHA-256(seq|at|actor|action|target_type|target_id|payload_hash|prev), fields joined by "|",
-- `at` in UTC with microseconds; payload_hash = SHA-256(salt || payload). Called as the last statement of a transaction:
-- the advisory lock is held until commit, so that rows stand in the order in which their changes became true.
CREATE FUNCTION audit_append(p_actor uuid, p_action text, p_target_type text, p_target_id text, p_payload text)
RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_seq bigint; v_prev text; v_at timestamptz; v_salt text; v_payload_hash text; v_hash text;
BEGIN
  PERFORM pg_advisory_xact_lock(7234001);
  SELECT seq, hash INTO v_seq, v_prev FROM audit ORDER BY seq DESC LIMIT 1;
  v_seq := coalesce(v_seq, 0) + 1;
  v_prev := coalesce(v_prev, repeat('0', 64));
  v_at := clock_timestamp();
  v_salt := replace(gen_random_uuid()::text, '-', '');
  v_payload_hash := encode(sha256(convert_to(v_salt || p_payload, 'UTF8')), 'hex');
  v_hash := encode(sha256(convert_to(concat_ws('|', v_seq, to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(p_actor::text, ''), p_action, p_target_type, p_target_id, v_payload_hash, v_prev), 'UTF8')), 'hex');
  INSERT INTO audit (seq, at, actor_id, action, target_type, target_id, payload_hash, prev, hash)
  VALUES (v_seq, v_at, p_actor, p_action, p_target_type, p_target_id, v_payload_hash, v_prev, v_hash);
  INSERT INTO audit_payload (seq, salt, payload) VALUES (v_seq, v_salt, p_payload);
  RETURN v_seq;
END $$;--> statement-breakpoint

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is not allowed: rows here are only added', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_never_emptied BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_payload_never_changed BEFORE UPDATE ON audit_payload FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- A final appraisal: only "no longer the current one" and "the pegawai has opened it" may still be written on it.
CREATE FUNCTION keep_final_appraisal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'final' THEN
    IF TG_OP = 'DELETE' THEN
      RAISE EXCEPTION 'a final appraisal is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (to_jsonb(NEW) - 'is_current' - 'opened_at' - 'version') IS DISTINCT FROM (to_jsonb(OLD) - 'is_current' - 'opened_at' - 'version') THEN
      RAISE EXCEPTION 'a final appraisal is never changed: make the next revision' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER appraisal_final_stays BEFORE UPDATE OR DELETE ON appraisal FOR EACH ROW EXECUTE FUNCTION keep_final_appraisal();
