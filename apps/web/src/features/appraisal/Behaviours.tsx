import type { AppraisalView } from "@teraju/contracts/appraisal";
import { useCopy } from "#copy/copy.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Rating } from "./Rating.tsx";
import type { Ratings } from "./ratings.ts";
import css from "./appraisal.module.css";

type BehavioursProps = { view: AppraisalView; ratings: Ratings; isFixed: boolean; onChange: (perilaku: Ratings["perilaku"]) => void };

/** The seven BerAKHLAK values with their panduan perilaku and what the pimpinan expects besides. */
export function Behaviours({ view, ratings, isFixed, onChange }: BehavioursProps) {
  const { appraisal: words, vocabulary } = useCopy();
  return (
    <Card title={words.behaviours} sub={words.behavioursHelp}>
      {view.perilaku.map(({ perilaku, panduan, ekspektasi }) => (
        <section key={perilaku} className={css["behaviour"]}>
          <Rating
            label={vocabulary.perilaku[perilaku]}
            help={`${panduan.join("; ")}.`}
            value={ratings.perilaku[perilaku] ?? null}
            isFixed={isFixed}
            onChange={(rating) => onChange({ ...ratings.perilaku, [perilaku]: rating })}
          />
          {ekspektasi.map((one) => (
            <p key={one} className="small quiet">
              {words.ekspektasiKhusus}: {one}
            </p>
          ))}
        </section>
      ))}
    </Card>
  );
}
