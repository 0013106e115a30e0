import { useCopy } from "#copy/copy.tsx";
import { Link } from "react-router-dom";
import { classes } from "../styles/classes.ts";
import { IconCheck } from "./icons.ts";
import css from "./ProgressSteps.module.css";

/** `name`: what is read out beside a label that is only a number. */
export type Step = { label: string; name?: string; state: "done" | "current" | "todo"; to?: string };

/** Where one is in a task: a bar for each step, its word under it, and a tick where it is done. `of`: what the steps belong to, where a page shows several. */
export function ProgressSteps({ steps, of }: { steps: readonly Step[]; of?: string }) {
  const { parts } = useCopy();
  const word = { done: parts.stepDone, current: parts.stepCurrent, todo: parts.stepTodo };
  return (
    <nav aria-label={of === undefined ? parts.steps : `${parts.steps}, ${of}`}>
      <ol className={css["steps"]}>
        {steps.map((step, index) => {
          const inside = (
            <>
              <span className={css["bar"]} aria-hidden />
              <span className={css["label"]}>
                {step.state === "done" && <IconCheck size={14} stroke={2.5} aria-hidden />}
                <span>{step.label}</span>
                {step.name && <span className="visually-hidden">. {step.name}</span>}
                <span className="visually-hidden">, {word[step.state]}</span>
              </span>
            </>
          );
          return (
            <li key={`${index}-${step.label}`} className={classes(css["step"], css[step.state])} aria-current={step.state === "current" ? "step" : undefined}>
              {step.to && step.state !== "current" ? (
                <Link to={step.to} replace className={css["inside"]}>
                  {inside}
                </Link>
              ) : (
                <span className={css["inside"]}>{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
