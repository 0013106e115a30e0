import type { DocumentPeriod } from "@teraju/contracts/documents";
import { useDocumentsCopy } from "#copy/page/documents.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { usePeriodName } from "../../period-name.ts";
import { paths, to } from "../../paths.ts";

type Waiting = { readonly person: { readonly id: string; readonly name: string }; readonly period: DocumentPeriod };
type Owner = { readonly person: Waiting["person"]; readonly periods: readonly DocumentPeriod[] };
const SHOWN = 5;

/** Records of umpan balik that wait for one's signature, person by person of those whom one rated; one's own stand in the list below. */
export function ToSign({ waiting, me }: { waiting: readonly Waiting[]; me: string }) {
  const words = useDocumentsCopy().signing;
  const others = waiting.filter(({ person }) => person.id !== me);
  const own = waiting.length - others.length;
  const owners = [...new Map(others.map(({ person }) => [person.id, person])).values()].map((person): Owner => ({ person, periods: others.filter((one) => one.person.id === person.id).map(({ period }) => period) }));
  if (waiting.length === 0) return null;
  return (
    <Card title={words.waiting(waiting.length)} sub={own > 0 ? words.own(own) : words.waitingHelp}>
      {owners.length > 0 && <Lines>{owners.slice(0, SHOWN).map((one) => <One key={one.person.id} {...one} />)}</Lines>}
      {owners.length > SHOWN && <details><summary>{words.more(owners.length - SHOWN)}</summary><Lines>{owners.slice(SHOWN).map((one) => <One key={one.person.id} {...one} />)}</Lines></details>}
    </Card>
  );
}

function One({ person, periods }: Owner) {
  const words = useDocumentsCopy();
  const nameOf = usePeriodName();
  const names = periods.map(nameOf).join(", ");
  return <Line title={person.name} sub={names} action={<LinkButton isSmall to={to(paths.documents, {}, { orang: person.id })} aria-label={words.signing.goOf(person.name, names)}>{words.open}</LinkButton>} />;
}
