-- No two delegations of one person for one unit, and no two relations of one pimpinan, on one day.
ALTER TABLE penilai_delegation ADD CONSTRAINT penilai_delegation_once
  EXCLUDE USING gist (person_id WITH =, unit_id WITH =, daterange(valid_from, valid_until) WITH &&);--> statement-breakpoint
ALTER TABLE pimpinan_relation ADD CONSTRAINT pimpinan_relation_once
  EXCLUDE USING gist (pegawai_id WITH =, pimpinan_id WITH =, daterange(valid_from, valid_until) WITH &&);--> statement-breakpoint
-- Standards that do not yet say who rates by delegation: as it has been done until now. Nothing that judged a period changes by it.
ALTER TABLE standar_penilaian DISABLE TRIGGER standar_penilaian_stays;--> statement-breakpoint
UPDATE standar_penilaian SET parameters = jsonb_set(jsonb_set(parameters, '{penilaian,delegasiFungsional}', 'true'), '{penilaian,delegasiPlt}', 'true')
 WHERE parameters ? 'penilaian' AND NOT parameters->'penilaian' ? 'delegasiPlt';--> statement-breakpoint
ALTER TABLE standar_penilaian ENABLE TRIGGER standar_penilaian_stays;--> statement-breakpoint
ALTER TABLE standar_draft DISABLE TRIGGER standar_draft_stays;--> statement-breakpoint
UPDATE standar_draft SET parameters = jsonb_set(jsonb_set(parameters, '{penilaian,delegasiFungsional}', 'true'), '{penilaian,delegasiPlt}', 'true')
 WHERE parameters ? 'penilaian' AND NOT parameters->'penilaian' ? 'delegasiPlt';--> statement-breakpoint
ALTER TABLE standar_draft ENABLE TRIGGER standar_draft_stays;
