-- Custom SQL migration file, put your code below! --
-- Who was told that a clock had run out was told by what was known that day: corrections are added, never changed or taken back.
CREATE TRIGGER hari_koreksi_only_grows BEFORE UPDATE OR DELETE ON hari_koreksi FOR EACH ROW EXECUTE FUNCTION refuse_change();
