import { type DocumentSource, readDocumentPdf, readDocumentXlsx } from "@teraju/contracts/documents";
import { useState } from "react";
import { useDocumentsCopy } from "#copy/page/documents.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { usePeriodName } from "../../period-name.ts";
import css from "./documents.module.css";
import { isRecord, Signing } from "./Signing.tsx";

const addressOf = (path: string, { kind, personId, sourceId }: DocumentSource): string => path.replace(":kind", kind).replace(":personId", personId).replace(":sourceId", sourceId);

/** Year by year, newest first, the older ones folded; within a year the SKP, then period by period in the order of the annex. */
export function DocumentList({ documents }: { documents: readonly DocumentSource[] }) {
  const words = useDocumentsCopy();
  const years = [...new Set(documents.map(({ year }) => year))];
  return years.map((year, i) => {
    const own = documents.filter((one) => one.year === year);
    return i === 0 ? <Card key={year} title={words.year(year)}><Year documents={own} /></Card> : <Card key={year}><details><summary>{words.folded(year, own.length)}</summary><Year documents={own} /></details></Card>;
  });
}

function Year({ documents }: { documents: readonly DocumentSource[] }) {
  const nameOf = usePeriodName();
  const periods = [...new Map(documents.flatMap(({ period }) => (period === null ? [] : [[period.id, period] as const]))).values()].reverse();
  return (
    <>
      <ul className={css["list"]}>{documents.filter(({ period }) => period === null).map((one) => <One key={one.sourceId} document={one} when={String(one.year)} />)}</ul>
      {periods.map((period) => (
        <div key={period.id}>
          <h3 className={css["group"]}>{nameOf(period)}</h3>
          <ul className={css["list"]}>{documents.filter((one) => one.period?.id === period.id).map((one) => <One key={`${one.kind} ${one.sourceId}`} document={one} when={nameOf(period)} />)}</ul>
        </div>
      ))}
    </>
  );
}

function One({ document, when }: { document: DocumentSource; when: string }) {
  const words = useDocumentsCopy();
  const [isOpen, setOpen] = useState(false);
  const name = words.kinds[document.kind];
  const what = `${name} ${when}${document.revision > 1 ? `, ${words.revision(document.revision)}` : ""}`;
  return (
    <li className={css["document"]}>
      <p>
        {document.revision > 1 ? `${name}, ${words.revision(document.revision)}` : name}
        {document.state !== "berlaku" && <span className={css["state"]}>{words.states[document.state]}</span>}
      </p>
      <span className={css["files"]}>
        <LinkButton isSmall icon={IconDownload} to={addressOf(readDocumentPdf.path, document)} reloadDocument download aria-label={words.fileOf(words.pdf, what)}>{words.pdf}</LinkButton>
        <LinkButton isSmall kind="quiet" to={addressOf(readDocumentXlsx.path, document)} reloadDocument download aria-label={words.fileOf(words.xlsx, what)}>{words.xlsx}</LinkButton>
        {isRecord(document) && <Button isSmall kind="quiet" aria-expanded={isOpen} aria-label={words.signing.openOf(what)} onClick={() => setOpen(!isOpen)}>{words.signing.open}</Button>}
      </span>
      {isOpen && isRecord(document) && <Signing document={document} what={what} />}
    </li>
  );
}
