-- Nobody sits on a post on a day on which it is not open. Looked at once for each statement: an import writes thousands of rows in one.
CREATE FUNCTION placement_within_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed s JOIN jabatan j ON j.id = s.jabatan_id
              WHERE (j.valid_from IS NOT NULL OR j.valid_until IS NOT NULL) AND NOT daterange(j.valid_from, j.valid_until) @> daterange(s.valid_from, s.valid_until)) THEN
    RAISE EXCEPTION 'a placement lies outside of the days of its post' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_within_post';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER placement_within_post_made AFTER INSERT ON placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION placement_within_post();--> statement-breakpoint
CREATE TRIGGER placement_within_post_turned AFTER UPDATE ON placement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION placement_within_post();--> statement-breakpoint
CREATE FUNCTION jabatan_around_placements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed j JOIN placement s ON s.jabatan_id = j.id
              WHERE (j.valid_from IS NOT NULL OR j.valid_until IS NOT NULL) AND NOT daterange(j.valid_from, j.valid_until) @> daterange(s.valid_from, s.valid_until)) THEN
    RAISE EXCEPTION 'somebody sits on the post on a day on which it would not be open' USING ERRCODE = 'check_violation', CONSTRAINT = 'placement_within_post';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER jabatan_around_placements AFTER UPDATE ON jabatan REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION jabatan_around_placements();
