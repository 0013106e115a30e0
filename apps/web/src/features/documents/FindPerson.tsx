import { findDocumentPeople } from "@teraju/contracts/documents";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useDocumentsCopy } from "#copy/page/documents.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";

const FEWEST = 2;

/** People whose documents one may read, by name or NIP. */
export function FindPerson() {
  const words = useDocumentsCopy();
  const [typed, setTyped] = useState("");
  const q = useDeferredValue(typed.trim());
  const { data, error } = useQuery({ ...apiQuery(findDocumentPeople, { query: { q } }), enabled: q.length >= FEWEST });
  return (
    <Card title={words.find}>
      <TextInput label={words.findLabel} help={words.findHelp} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      <div aria-live="polite">
        <ProblemAlert error={error} />
        {data?.people.length === 0 && <p className="quiet">{words.findNone}</p>}
        {data !== undefined && data.people.length > 0 && (
          <Lines>
            {data.people.map(({ id, name, jabatan, unit }) => (
              <Line key={id} title={name} sub={[jabatan, unit].filter(Boolean).join(", ")} action={<LinkButton isSmall to={to(paths.documents, {}, { orang: id })} aria-label={words.openOf(name)}>{words.open}</LinkButton>} />
            ))}
          </Lines>
        )}
      </div>
    </Card>
  );
}
