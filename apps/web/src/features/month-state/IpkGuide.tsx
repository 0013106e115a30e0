import type { Input } from "@teraju/contracts/endpoint";
import { readKategoriIpk } from "@teraju/contracts/month-state";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useMonthStateCopy } from "#copy/page/month-state.ts";
import { Card } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";

type Query = Input<typeof readKategoriIpk>["query"];
const DEGREES = ["s1", "s2_s3_profesi"] as const satisfies readonly Query["jenjang"][];
/** In the country by the accreditation of the university, best first; abroad there is one row. */
const PLACES = ["A", "B", "C", "luar_negeri"] as const;
const WRITTEN = /^[0-4](\.\d{1,2})?$/;

/** What an IPK means for who studies on assignment: the guide of the annex, with its article. It sets no rating. */
export function IpkGuide() {
  const { ipk: words } = useMonthStateCopy();
  const { vocabulary } = useCopy();
  const [jenjang, setJenjang] = useState<Query["jenjang"]>("s1");
  const [place, setPlace] = useState<(typeof PLACES)[number]>("A");
  const [typed, setTyped] = useState("");
  const ipk = useDeferredValue(typed.trim().replace(",", "."));
  const query: Query = place === "luar_negeri" ? { lokasi: "luar_negeri", jenjang, ipk } : { lokasi: "dalam_negeri", jenjang, akreditasi: place, ipk };
  const { data, error } = useQuery({ ...apiQuery(readKategoriIpk, { query }), enabled: WRITTEN.test(ipk), placeholderData: keepPreviousData });
  const kategori = data !== undefined && WRITTEN.test(ipk) ? data.kategori : null;
  return (
    <Card title={words.title} sub={words.sub}>
      <div className="stack">
        <NativeSelect label={words.degree} value={jenjang} onChange={(event) => setJenjang(DEGREES.find((one) => one === event.target.value) ?? "s1")} options={DEGREES.map((value) => ({ value, label: words.degrees[value] }))} />
        <NativeSelect label={words.place} value={place} onChange={(event) => setPlace(PLACES.find((one) => one === event.target.value) ?? "A")} options={PLACES.map((value) => ({ value, label: words.places[value] }))} />
        <TextInput label={words.figure} help={words.figureHelp} inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <div aria-live="polite">
          <ProblemAlert error={error} />
          {kategori !== null && <p>{words.means(vocabulary.predikat[kategori.value as keyof typeof vocabulary.predikat] ?? String(kategori.value))}</p>}
        </div>
        {kategori !== null && <Explanation decision={kategori} />}
      </div>
    </Card>
  );
}
