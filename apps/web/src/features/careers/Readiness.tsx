import type { CareerView } from "@teraju/contracts/careers";
import { useFormat } from "#copy/copy.tsx";
import { useCareersCopy } from "#copy/page/careers.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import css from "./careers.module.css";

type Kenaikan = keyof ReturnType<typeof useCareersCopy>["conditions"];
type List = NonNullable<CareerView["pangkat"]>;
type Condition = List["from"][number];
const LOOK = { terpenuhi: "good", belum: "attention", belum_diketahui: "plain" } as const;
type Status = "terpenuhi" | "belum" | "belum_diketahui";
const statusOf = ({ value }: Condition): Status => (value === "terpenuhi" || value === "belum" ? value : "belum_diketahui");
const isNumber = (thing: unknown): thing is number => typeof thing === "number";
type YearLine = { tahun: number; predikat: string | null };
const yearsOf = (given: Condition["given"]): YearLine[] => (Array.isArray(given["tahun"]) ? (given["tahun"] as YearLine[]) : []);

/** The conditions of one step, each with its state in a word; the whole working can be opened under them. */
export function Readiness({ kind, list }: { kind: Kenaikan; list: List | null }) {
  const words = useCareersCopy();
  if (list === null) return <Card title={words.conditions[kind]} sub={words.notForYou[kind]} />;
  return (
    <Card title={words.conditions[kind]}>
      <Lines>
        {list.from.map((one) => <Line key={`${one.rule}${String(one.given["syarat"] ?? "")}`} title={nameOf(one, words)} sub={<Detail one={one} />} action={<StatusWord status={statusOf(one)} />} />)}
      </Lines>
      <details className={css["how"]}>
        <summary>{words.how}</summary>
        <Explanation decision={list} />
      </details>
    </Card>
  );
}

function nameOf({ rule, given }: Condition, words: ReturnType<typeof useCareersCopy>): string {
  if (given["paling"] === "sangat_baik") return words.sangatBaik;
  const key = typeof given["syarat"] === "string" ? given["syarat"] : rule;
  return words.syarat[key] ?? rule;
}

function StatusWord({ status }: { status: Status }) {
  const words = useCareersCopy();
  return <Badge kind={LOOK[status]}>{words.status[status]}</Badge>;
}

/** The figures behind a condition, on one line. */
function Detail({ one: { given } }: { one: Condition }) {
  const words = useCareersCopy();
  const format = useFormat();
  const years = yearsOf(given);
  const unknown = years.filter(({ predikat }) => predikat === null);
  if (years.length > 0) return unknown.length === 0 ? words.years(format.list(years.map(({ tahun }) => String(tahun)))) : words.unknownYear(format.list(unknown.map(({ tahun }) => String(tahun))));
  if ("jalur" in given) return typeof given["sejak"] === "string" ? words.since(format.date(given["sejak"])) : words.noPangkat;
  const { punya, perlu } = given;
  if (!isNumber(perlu)) return null;
  return isNumber(punya) ? words.haveNeed(format.number(punya), format.number(perlu)) : words.noPak;
}
