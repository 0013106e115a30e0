import type { skpPaste as indonesian } from "../id/skp-paste.ts";
import { plural } from "../format.ts";

export const skpPaste: typeof indonesian = {
  title: "Paste a table from e-Kinerja, Excel or Word",
  label: "Table",
  help: "Open the SKP in e-Kinerja, select its table, copy it, and paste it here. Order of columns: superior's result, result, aspect, indicator, target. A heading row may come along.",
  nothing: "No row could be read yet. Copy cells of a table, not of a picture or PDF.",
  found: (results, indicators) => `Read: ${results} ${plural(results, "result", "results")}, ${indicators} ${plural(indicators, "indicator", "indicators")}.`,
  besides: (perilaku, lampiran) => `Also read: ${perilaku} own expectations of the superior, ${lampiran} lines of the attachment.`,
  issuesTitle: (count) => `${count} ${plural(count, "thing", "things")} to look at.`,
  issue: {
    no_result: (row, word) => `Row ${row} (“${word}”): there is no result above it. This row is left out.`,
    no_indikator: (row, word) => `Row ${row} (“${word}”): no indicator yet. Add one later.`,
    no_target: (row, word) => `Row ${row} (“${word}”): no target yet. Fill it in later.`,
    aspek_unknown: (row, word) => `Row ${row}: the aspect “${word}” is not known. Choose it yourself later.`,
    too_long: (row, word) => `Row ${row} (“${word}”): more than 1,000 characters. Shorten it before saving.`,
  },
  issuesMore: (count) => `And ${count} more.`,
  columns: { hasilKerja: "Result", aspek: "Aspect", indikator: "Indicator", target: "Target" },
  tooMany: "This table is too large. At most 30 results and 60 indicators.",
  add: (count) => `Add ${count} ${plural(count, "result", "results")}`,
};
