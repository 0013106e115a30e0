-- Who plans no SKP does so on a keputusan, which has a number and a date. Lines from before keep what they have: a change of them asks for it too.
ALTER TABLE absence ADD CONSTRAINT absence_letter_needed CHECK ((kind NOT IN ('diberhentikan_sementara', 'masa_persiapan_pensiun') AND cuti IS DISTINCT FROM 'cltn') OR letter_number IS NOT NULL) NOT VALID;
