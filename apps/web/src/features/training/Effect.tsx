import type { EffectRow } from "@teraju/contracts/development";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import css from "./training.module.css";

type LookView = EffectRow["effects"][number];
const VERDICT = { terlihat: "good", belum_terlihat: "plain", data_kurang: "plain" } as const;
const MEASURES = ["indikator", "capaian", "perilaku", "rekan"] as const;

/** What one training is seen to do: on what it is for first, at 3 and at 6 months. */
export function Effect({ row, cost }: { row: EffectRow; cost: string }) {
  const words = useDevelopmentCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { perilaku } = row.training;
  const tested = row.effects.filter(({ pTogether }) => pTogether !== null).length;
  const nameOf = (measure: LookView["measure"]) => (measure === "indikator" || measure === "capaian" || perilaku === null ? words.lookOf[measure === "capaian" ? "capaian" : "indikator"] : words.perilakuSeen[measure](vocabulary.perilaku[perilaku]));
  const said = row.effects.filter(({ verdict }) => verdict !== "data_kurang");
  const silent = MEASURES.flatMap((measure) => together(row.effects.filter((one) => one.measure === measure && one.verdict === "data_kurang")));
  return (
    <section className={css["effect"]} aria-label={row.training.name}>
      <h3>{row.training.name}</h3>
      <p className="quiet small">{words.attended(row.attended, cost)}</p>
      {row.indikator.length > 0 && <p className="small">{words.aims(format.list(row.indikator))}</p>}
      {said.length > 0 && (
        <div className={css["measures"]}>
          {MEASURES.filter((measure) => said.some((one) => one.measure === measure)).map((measure) => (
            <div key={measure} className="stack-tight">
              <h4>{nameOf(measure)}</h4>
              {measure === "capaian" && <p className="quiet small">{words.capaianInstead}</p>}
              {said.filter((one) => one.measure === measure).map((one) => <Look key={one.months} one={one} />)}
            </div>
          ))}
        </div>
      )}
      {tested > 1 && <p className="quiet small">{words.looksTogether(tested)}</p>}
      {silent.length > 0 && <Silent looks={silent.map(([one, months]) => ({ one, name: words.lookLine(nameOf(one.measure), format.list(months.map(String))) }))} />}
      {row.hindrances.length > 0 && <div><p><b>{words.hindrances}</b></p><ul className={css["list"]}>{row.hindrances.map((text) => <li key={text}>{text}</li>)}</ul></div>}
    </section>
  );
}

/** Looks of one measure that say nothing for the same reasons are said once. */
function together(looks: readonly LookView[]): [LookView, number[]][] {
  const [first] = looks;
  const isOne = first !== undefined && looks.every(({ verdict, reasons }) => verdict === "data_kurang" && reasons.join() === first.reasons.join());
  return isOne ? [[first, looks.map(({ months }) => months)]] : looks.map((one) => [one, [one.months]]);
}

/** What cannot be said yet, each with its reason in a line. */
function Silent({ looks }: { looks: readonly { one: LookView; name: string }[] }) {
  const words = useDevelopmentCopy();
  return (
    <div className="stack-tight">
      <p><Badge kind="plain">{words.verdict.data_kurang}</Badge></p>
      <ul className={css["list"]}>{looks.map(({ one, name }) => <li key={name} className="small"><b>{name}.</b> {one.reasons.map((reason) => words.effectWhy[reason]).join(" ")}</li>)}</ul>
      <details className={`${css["how"] ?? ""} no-print`}><summary>{words.how}</summary>{looks.map(({ one, name }) => <div key={name}><p><b>{name}</b></p><Explanation decision={one.decision} /></div>)}</details>
    </div>
  );
}

function Look({ one }: { one: LookView }) {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const isInPoints = one.measure === "indikator" || one.measure === "capaian";
  const line = isInPoints ? words.effectLine : one.measure === "rekan" ? words.effectLevels : words.effectSteps;
  const figure = (value: number) => format.fixed(value, isInPoints ? 1 : 2);
  return (
    <div className="stack-tight">
      <p><b>{words.at(String(one.months))}</b> <Badge kind={VERDICT[one.verdict]}>{words.verdict[one.verdict]}</Badge></p>
      {one.effect !== null && one.ci95 !== null && <p>{line(figure(one.effect), figure(one.ci95[0]), figure(one.ci95[1]), one.matched)}</p>}
      {one.reasons.map((reason) => <p key={reason} className="small">{words.effectWhy[reason]}</p>)}
      <details className={`${css["how"] ?? ""} no-print`}><summary>{words.how}</summary><Explanation decision={one.decision} /></details>
    </div>
  );
}
