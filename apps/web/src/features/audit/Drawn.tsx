import type { drawSample } from "@teraju/contracts/audit";
import type { Output } from "@teraju/contracts/endpoint";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAuditCopy } from "#copy/page/audit.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { IconPrint } from "#ui/light/icons.ts";
import { type Column, Table } from "#ui/work/Table.tsx";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import css from "./audit.module.css";

type Sample = Output<typeof drawSample>;
type Result = Sample["results"][number];

/** What was drawn: the finding, each result with its evidence, and a place to sign. Prints on A4. */
export function Drawn({ sample: { seed, drawnOn, population, results } }: { sample: Sample }) {
  const words = useAuditCopy();
  const format = useFormat();
  const columns = useColumns();
  const equal = results.filter((result) => result.recomputed.isEqual).length;
  const title = results.length === 0 ? words.drawnNone : words.drawn(equal, results.length);
  return (
    <div role="status">
      <Card
        title={title}
        sub={words.drawnSub(format.number(population), format.date(drawnOn), seed)}
        className={css["drawn"] ?? ""}
        aside={
          results.length > 0 && (
            <Button isSmall icon={IconPrint} onClick={() => print()}>
              {words.print}
            </Button>
          )
        }
      >
        {results.length > 0 && <Table caption={words.views.sampel} columns={columns} rows={results} rowKey={(result) => result.appraisalId} isDense />}
        <dl className={css["sign"]}>
          <dt>{words.signed}</dt>
          <dd />
          <dt>{words.signature}</dt>
          <dd />
        </dl>
      </Card>
    </div>
  );
}

function useColumns(): readonly Column<Result>[] {
  const words = useAuditCopy();
  const { vocabulary } = useCopy();
  const nameOf = usePeriodName();
  const short = vocabulary.ekspektasiShort;
  return [
    {
      key: "pegawai", label: words.person,
      cell: (result) => (
        <>
          <Link to={to(paths.result, { id: result.appraisalId })}>{result.person}</Link>
          <span className={css["under"]}>{result.unit}</span>
          <span className={css["under"]}>{`${words.penilai}: ${result.penilai}`}</span>
        </>
      ),
    },
    { key: "periode", label: words.period, cell: (result) => `${nameOf(result.period)}${result.revision > 1 ? `, ${words.revision(result.revision)}` : ""}` },
    {
      key: "predikat", label: words.predikat,
      cell: (result) => (
        <>
          <b>{vocabulary.predikat[result.predikat]}</b>
          <span className={css["under"]}>{words.ratingsOf(short[result.hasilKerja], short[result.perilaku])}</span>
        </>
      ),
    },
    {
      key: "ulang", label: words.again,
      cell: ({ recomputed }) => (
        <>
          <Badge kind={recomputed.isEqual ? "good" : "error"}>{recomputed.isEqual ? words.equal : words.different}</Badge>
          {!recomputed.isEqual && <span className={css["under"]}>{words.recomputed(vocabulary.predikat[recomputed.predikat])}</span>}
        </>
      ),
    },
    { key: "bukti", label: words.evidence, isMinor: true, cell: (result) => <Evidence result={result} /> },
  ];
}

/** The same document may carry both ratings: it is named once. */
function Evidence({ result: { evidence } }: { result: Result }) {
  const words = useAuditCopy();
  const named = [...new Map(evidence.map((one) => [`${one.title}${one.reference ?? ""}`, one])).values()];
  if (named.length === 0) return <span className="quiet">{words.evidenceNone}</span>;
  return (
    <ul className={css["evidence"]}>
      {named.map((one) => (
        <li key={`${one.title}${one.reference ?? ""}`}>
          {one.title}
          {one.reference !== null && <span className={css["under"]}>{one.reference}</span>}
        </li>
      ))}
    </ul>
  );
}
