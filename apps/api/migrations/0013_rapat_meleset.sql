-- Standards that have the parameters of the meeting, but not yet from which percent a target counts as missed there.
UPDATE standar_penilaian SET parameters = jsonb_set(parameters, '{rapat,melesetDi}', '90') WHERE parameters ? 'rapat' AND NOT parameters->'rapat' ? 'melesetDi';
