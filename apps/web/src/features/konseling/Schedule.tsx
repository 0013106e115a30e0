import { type KonselingView } from "@teraju/contracts/konseling";
import type { Refusal } from "@teraju/contracts/problem";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ArrangeForm } from "./ArrangeForm.tsx";
import css from "./konseling.module.css";

/** Who hears the person, why they may, when and where; and the form for who sets it. */
export function Schedule({ view }: { view: KonselingView }) {
  const words = useKonselingCopy();
  const { refusals } = useCopy();
  const format = useFormat();
  const [isSetting, setSetting] = useState(false);
  const { arrangement, sides, actions, isSigned } = view;
  // Only who may ever set it is told why not now.
  const isSetter = !isSigned && !sides.includes("pegawai") && (sides.includes("penilai") || sides.includes("kepegawaian"));
  const [why] = actions.arrange;
  return (
    <Card title={words.schedule} sub={words.scheduleSub}>
      <div className="stack-tight">
        {arrangement === null ? <p className="quiet">{words.notSet}</p> : (
          <>
            <p><b>{words.atDay(format.date(arrangement.scheduledOn), arrangement.scheduledAt, arrangement.place)}</b></p>
            <dl className={css["facts"]}>
              <div><dt>{words.jenis[arrangement.jenis]}</dt><dd>{[arrangement.konselor.name, arrangement.konselor.jabatan, arrangement.konselor.unit].filter(Boolean).join(", ")}</dd></div>
              <div><dt>{words.dasar[arrangement.jenis]}</dt><dd>{arrangement.dasar}</dd></div>
            </dl>
            <p className="quiet small">{words.setBy(arrangement.setBy, format.date(arrangement.setOn))}</p>
          </>
        )}
        {isSetter && (isSetting
          ? <ArrangeForm view={view} onDone={() => setSetting(false)} />
          : <div><Button kind={arrangement === null ? "primary" : "secondary"} refusal={why === undefined ? null : refusals[why as Refusal]} onClick={() => setSetting(true)}>{arrangement === null ? words.set : words.setAgain}</Button></div>)}
      </div>
    </Card>
  );
}
