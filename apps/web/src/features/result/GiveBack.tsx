import type { ResultView } from "@teraju/contracts/result";
import { lazy, Suspense } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useResultCopy } from "#copy/page/result.ts";
import { Card } from "#ui/light/Card.tsx";
import { DayClock } from "#ui/light/DayClock.tsx";
import css from "./result.module.css";

/** Once per result, and only for its pegawai: it comes when it is theirs to do. */
const AskBack = lazy(() => import("./AskBack.tsx"));

/** The signed document on its way: what was done and when, the days of what is still to be done, and the pegawai's own step. */
export function GiveBack({ shown: { id, dokumen } }: { shown: ResultView }) {
  const { document: words } = useResultCopy();
  const format = useFormat();
  return (
    <Card title={words.title}>
      <ol className={css["steps"]}>
        {dokumen.langkah.map(({ langkah, clock, doneOn, isLate }) => (
          <li key={langkah}>
            <b>{words.step[langkah]}</b>
            {doneOn !== null ? (
              <p>{isLate ? words.doneLate(format.date(doneOn)) : words.done(format.date(doneOn))} {langkah === "pengembalian" && dokumen.answer !== null && words.answer[dokumen.answer]} {langkah === "pelaporan" && dokumen.isKeberatanRunning && words.running}</p>
            ) : clock === null ? <p className="quiet">{words.waits}</p> : <DayClock clock={clock} />}
          </li>
        ))}
      </ol>
      {dokumen.actions.giveBack.length === 0 && <Suspense><AskBack id={id} /></Suspense>}
    </Card>
  );
}
