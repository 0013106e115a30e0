import type { IndikatorDraft } from "@teraju/contracts/skp";
import { useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Button } from "#ui/light/Button.tsx";
import { controlId } from "./draft.ts";
import { MonthInput } from "./FigureInput.tsx";
import { addsUp, type Plan, planOrNull, sameEachMonth, spreadable, spreadEvenly, sumOf } from "./plan.ts";
import css from "./skp.module.css";

type PlanProps = { indikator: IndikatorDraft; path: string; onChange: (plan: Plan | null) => void };
const EMPTY: Plan = Array.from({ length: 12 }, () => null);
const monthName = (at: number) => `2026-${String(at + 1).padStart(2, "0")}`;

/** The rencana aksi: spread with one tap, then changed where a month differs. */
export function MonthlyPlan({ indikator, path, onChange }: PlanProps) {
  const words = useSkpCopy();
  const format = useFormat();
  const plan = indikator.monthlyTarget ?? EMPTY;
  const figure = spreadable(indikator);
  const change = (at: number, value: number | null) => onChange(planOrNull(plan.map((old, index) => (index === at ? value : old))));
  const months = plan.filter((each) => each !== null).length;
  const isWords = indikator.jenis === "uraian";
  return (
    <details className={css["fold"]}>
      <summary>
        {words.planTitle} <span>{months === 0 ? words.planNone : words.planMonths(months)}</span>
      </summary>
      <div>
        <p className="small quiet">{isWords ? words.planUraianHelp : words.planHelp}</p>
        <div className="row">
          {figure !== null && addsUp(indikator) && (
            <Button isSmall onClick={() => onChange(spreadEvenly(figure))}>
              {words.planSpread}
            </Button>
          )}
          {figure !== null && (
            <Button isSmall onClick={() => onChange(sameEachMonth(figure))}>
              {words.planSame}
            </Button>
          )}
          {months > 0 && (
            <Button isSmall kind="quiet" onClick={() => onChange(null)}>
              {words.planClear}
            </Button>
          )}
        </div>
        <div className={css["months"]} role="group" aria-label={words.planTitle}>
          {plan.map((value, at) =>
            isWords ? (
              <label key={at} className={css["tick"]}>
                <input type="checkbox" checked={value !== null} onChange={(event) => change(at, event.target.checked ? 1 : null)} />
                <span>{format.shortMonth(monthName(at))}</span>
              </label>
            ) : (
              <MonthInput key={at} id={controlId(path, "monthlyTarget", at)} label={format.month(monthName(at))} value={value} onChange={(next) => change(at, next)} />
            ),
          )}
        </div>
        {months > 0 && indikator.target !== null && addsUp(indikator) && (
          <p className="small quiet" role="status">
            {words.planSum(format.number(sumOf(plan)), format.number(indikator.target))}
          </p>
        )}
      </div>
    </details>
  );
}
