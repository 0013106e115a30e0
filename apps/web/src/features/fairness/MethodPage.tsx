import type { Output } from "@teraju/contracts/endpoint";
import { readFairnessMethod } from "@teraju/contracts/fairness";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { useFairnessMethodCopy } from "#copy/page/fairness-method.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import css from "./fairness.module.css";
import { signed } from "./habit.ts";

type Method = Output<typeof readFairnessMethod>;

/** For everybody: what is computed and how, how often it errs, what is not shown and why. Its figures are the city's own. */
export default function MethodPage() {
  const words = useFairnessMethodCopy();
  const format = useFormat();
  const method = useSuspenseQuery(apiQuery(readFairnessMethod, {})).data;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title} sub={words.sub} />
      <Card title={words.draw.title}><Facts lines={words.draw.lines(method.perOrang, method.lintasUnit)} /><p className="quiet">{words.draw.why}</p></Card>
      <Card title={words.anonymity.title}><Facts lines={words.anonymity.lines(method.minJawaban)} /></Card>
      <Card title={words.weight.title}><Facts lines={words.weight.lines(format.percent(method.bobotPercent))} /></Card>
      <Card title={words.severity.title}><Facts lines={words.severity.lines} /><h3>{words.severity.limitTitle}</h3><Facts lines={words.severity.limits} /></Card>
      <Card title={words.conditions.title}><Facts lines={words.conditions.lines} /></Card>
      <Errors method={method} />
      <Groups groups={method.groups} />
      <Card title={words.hidden.title}>
        <Table caption={`${words.hidden.what}, ${words.hidden.why}`} rows={words.hidden.rows} rowKey={([what]) => what} columns={[{ key: "what", label: words.hidden.what, cell: ([what]) => what }, { key: "why", label: words.hidden.why, cell: ([, why]) => why }]} />
      </Card>
      <Cycles cycles={method.cycles} />
      <Card title={words.sources.title} sub={words.sources.sub}><Facts lines={words.sources.list} /></Card>
    </div>
  );
}

const Facts = ({ lines }: { lines: readonly string[] }) => <ul className={css["facts"]}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;

function Errors({ method: { errorRates, tally } }: { method: Method }) {
  const { signals: words, kind } = useFairnessMethodCopy();
  const format = useFormat();
  return (
    <Card title={words.title} sub={words.sub}>
      {errorRates.rows.length === 0 ? <p>{words.none}</p> : (
        <Table
          caption={words.sub} rows={errorRates.rows} rowKey={(row) => `${row.method} ${row.points}`} isDense
          columns={[
            { key: "method", label: words.method, cell: (row) => kind[row.method] },
            { key: "planted", label: words.planted, cell: (row) => (row.pairs === null ? words.points(format.number(row.points)) : words.pairs(format.number(row.points), format.number(row.pairs))) },
            { key: "power", label: words.power, cell: (row) => format.percent(row.powerPercent), isFigure: true },
            { key: "false", label: words.false, cell: (row) => format.percent(row.falsePercent), isFigure: true },
          ]}
        />
      )}
      {errorRates.rows.length > 0 && <p className="small quiet">{words.run(format.number(errorRates.seeds[1]), format.number(errorRates.people), format.date(errorRates.day))}</p>}
      <Alert kind="attention">{words.noProof}</Alert>
      <p>{tally.foundedPercent === null ? words.tallyNone : words.tally(format.number(tally.founded), format.number(tally.judged), format.percent(tally.foundedPercent))} {words.threshold(format.percent(tally.threshold))}</p>
    </Card>
  );
}

/** Of the whole city, to everybody; of a department its head reads on a page of their own. */
function Groups({ groups }: Pick<Method, "groups">) {
  const { groups: words } = useFairnessMethodCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const named = (group: string) => (words.names as Record<string, string>)[group] ?? group;
  if (groups === null) return <Card title={words.title}><p>{words.none}</p></Card>;
  return (
    <Card title={words.title} sub={words.sub(nameOf(groups.period))}>
      <Lines>
        {groups.rows.map(({ attribute, group, against, n, nAgainst, difference, isSignal, reason }) => (
          <Line
            key={`${attribute} ${group}`} title={words.line(words.attribute[attribute], named(group), named(against))}
            sub={`${words.sizes(format.number(n), format.number(nAgainst))} ${difference === null ? words.notShown[reason ?? "no_data"] : words.difference(signed(difference.value, format), signed(difference.low, format), signed(difference.high, format))}`}
            action={<span className="quiet">{isSignal ? words.signal : difference !== null && words.noSignal}</span>}
          />
        ))}
      </Lines>
      <p className="small quiet">{words.help}</p>
    </Card>
  );
}

function Cycles({ cycles }: Pick<Method, "cycles">) {
  const { cycles: words } = useFairnessMethodCopy();
  const format = useFormat();
  const percent = (value: number | null) => (value === null ? "–" : format.percent(value));
  if (cycles.length === 0) return <Card title={words.title}><p>{words.none}</p></Card>;
  return (
    <Card title={words.title} sub={words.reliabilityHelp}>
      <Table
        caption={words.reliabilityHelp} rows={cycles} rowKey={(cycle) => cycle.id} isDense
        columns={[
          { key: "name", label: words.name, cell: (cycle) => words.semester(cycle.semester, cycle.year) },
          { key: "answered", label: words.answered, cell: (cycle) => percent(cycle.answeredPercent), isFigure: true },
          { key: "shown", label: words.shown, cell: (cycle) => percent(cycle.shownPercent), isFigure: true },
          { key: "icc", label: words.reliability, cell: (cycle) => (cycle.icc1k === null ? "–" : format.fixed(cycle.icc1k, 2)), isFigure: true },
          { key: "linked", label: words.linked, cell: (cycle) => (cycle.components === null ? "–" : format.number(cycle.components)), isFigure: true, isMinor: true },
          { key: "cross", label: words.cross, cell: (cycle) => percent(cycle.crossPercent), isFigure: true, isMinor: true },
        ]}
      />
      {cycles.map((cycle) => (
        <details key={cycle.id} className={css["cycle"]}>
          <summary>{words.fingerprints}: {words.semester(cycle.semester, cycle.year)}</summary>
          <dl className={css["hashes"]}>
            <div><dt>{words.keyHash}</dt><dd><code>{cycle.keyHash}</code></dd></div>
            {cycle.root !== null && <div><dt>{words.root}</dt><dd><code>{cycle.root}</code></dd></div>}
            {cycle.reciprocity !== null && <div><dt>{words.reciprocity}</dt><dd>{words.reciprocityWords(format.number(cycle.reciprocity.pairs), signed(cycle.reciprocity.value, format), signed(cycle.reciprocity.low, format), signed(cycle.reciprocity.high, format))}</dd></div>}
            {cycle.verdicts.map((verdict) => <div key={verdict.role}><dt>{words.verdict[verdict.role]}, {format.date(verdict.on)}</dt><dd>{verdict.name}: {verdict.isEqual ? words.equal : words.different}. {verdict.statement}</dd></div>)}
          </dl>
        </details>
      ))}
    </Card>
  );
}
