-- Explanations that rapat kalibrasi have published so far are kept aside while their table is made.
CREATE TABLE kalibrasi_explanation_kept AS
  SELECT k.id AS kalibrasi_id, k.period_id, k.unit_id, k.explanation, k.opened_by, k.closed_on FROM kalibrasi k WHERE k.explanation IS NOT NULL;
