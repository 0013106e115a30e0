import type { CaseRow, KalibrasiView } from "@teraju/contracts/kalibrasi";
import { useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { paths, to } from "../../paths.ts";
import css from "./kalibrasi.module.css";
import { useCaseName } from "./words.ts";

const PARTS = ["patokan", "penilai", "perbatasan"] as const;
/** Residuals beyond this are said in words. */
const FAR = 2;

/** The agenda in its order; a case has no name until its evidence was read. */
export function Cases({ view: { cases, teams, more } }: { view: KalibrasiView }) {
  const words = useKalibrasiCopy();
  const format = useFormat();
  const penilaiOf = (id: string) => teams.find(({ penilai }) => penilai.id === id)?.penilai.name;
  return (
    <>
      {PARTS.map((part) => {
        const own = cases.filter(({ bagian }) => bagian === part);
        return (
          <Card key={part} title={words.bagian[part]} sub={words.bagianHelp[part]}>
            {own.length === 0 ? <p className="quiet">{words.none}</p> : <ul>{own.map((one) => <Row key={one.appraisalId} one={one} penilai={part === "penilai" ? penilaiOf(one.penilaiId) : undefined} />)}</ul>}
            {part === "perbatasan" && more > 0 && <p className="quiet">{words.more(format.number(more))}</p>}
          </Card>
        );
      })}
    </>
  );
}

function Row({ one, penilai }: { one: CaseRow; penilai: string | undefined }) {
  const { case: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const caseName = useCaseName();
  const { periode = "", unit = "" } = useParams();
  const { appraisalId, number, isRead, person, now, evidence, isFragile, z } = one;
  return (
    <li className={css["case"]}>
      <div>
        <p><b>{caseName(one)}</b> {penilai !== undefined && <span className="small quiet">{penilai}</span>}</p>
        <p className="small quiet">{words.facts(vocabulary.predikat[now.predikat], format.number(evidence))} {person === null && words.hidden}</p>
        {(isFragile || (z !== null && Math.abs(z) > FAR)) && <p>{isFragile && <Badge kind="info">{words.fragile}</Badge>} {z !== null && Math.abs(z) > FAR && <Badge kind="info">{words.far(format.number(z))}</Badge>}</p>}
      </div>
      <LinkButton to={to(paths.kalibrasiCase, { periode, unit, kasus: appraisalId })}>{isRead ? words.again : words.read}<span className="visually-hidden"> {words.name(number)}</span></LinkButton>
    </li>
  );
}
