import type { AppraisalView } from "@teraju/contracts/appraisal";
import { Link } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { LATEST_CYCLE, paths, to } from "../../paths.ts";
import { Rating } from "./Rating.tsx";
import type { Ratings } from "./ratings.ts";
import css from "./appraisal.module.css";

type BehavioursProps = { view: AppraisalView; ratings: Ratings; isFixed: boolean; onChange: (perilaku: Ratings["perilaku"]) => void };

/** The seven BerAKHLAK values with their panduan perilaku and what the pimpinan expects besides. */
export function Behaviours({ view, ratings, isFixed, onChange }: BehavioursProps) {
  const words = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const rest = view.perilaku.filter((one) => ratings.perilaku[one.perilaku] === undefined);
  const fill = () => onChange({ ...ratings.perilaku, ...Object.fromEntries(rest.map((one) => [one.perilaku, "sesuai" as const])) });
  return (
    <Card title={words.behaviours} sub={words.behavioursHelp} aside={<Link className="no-print" to={to(paths.peerResult, { siklus: LATEST_CYCLE, orang: view.person.id })}>{words.toPeer}</Link>}>
      {view.perilaku.map(({ perilaku, panduan, lokal, ekspektasi }) => (
        <section key={perilaku} className={css["behaviour"]}>
          <Rating label={vocabulary.perilaku[perilaku]} value={ratings.perilaku[perilaku] ?? null} isFixed={isFixed} onChange={(rating) => onChange({ ...ratings.perilaku, [perilaku]: rating })}>
            <details className={css["details"]}>
              <summary>{vocabulary.perilaku[perilaku]}</summary>
              <p className="small quiet">{panduan.join("; ")}.</p>
              {lokal !== null && <p className="small">{words.lokal}: {lokal}</p>}
              {ekspektasi.map((one) => (
                <p key={one} className="small">
                  {words.ekspektasiKhusus}: {one}
                </p>
              ))}
            </details>
          </Rating>
        </section>
      ))}
      {!isFixed && rest.length > 0 && (
        <Button isSmall onClick={fill}>
          {words.fillRest}
        </Button>
      )}
    </Card>
  );
}
