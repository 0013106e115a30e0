import { type HasilKerjaView, type IndikatorView, LAMPIRAN_KIND, PANDUAN_PERILAKU, PERILAKU, type SkpView } from "@teraju/contracts/skp";
import type { ReactNode } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { classes } from "#ui/styles/classes.ts";
import css from "./skp.module.css";
import { isOffered, monthWords, targetWords, useWords } from "./words.ts";

/** The whole SKP to read: results as an accordion, the seven values, the lampiran. `today` marks the month. */
export function SkpContent({ skp, today }: { skp: SkpView; today: string }) {
  const month = skp.year === Number(today.slice(0, 4)) ? Number(today.slice(5, 7)) - 1 : null;
  return (
    <div className="stack">
      <Results {...{ skp, month }} />
      <div className="stack-tight">
        <Values skp={skp} />
        <Lampiran skp={skp} />
      </div>
    </div>
  );
}

function Results({ skp, month }: { skp: SkpView; month: number | null }) {
  const words = useSkpCopy();
  if (skp.hasilKerja.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={words.results}>
      <h2>{words.results}</h2>
      {skp.hasilKerja.map((result, at) => (
        // Who is to set it reads all of it: nothing to open first.
        <Result key={result.lineId} {...{ result, month, position: at + 1 }} isOpen={isOffered(skp.actions.set)} />
      ))}
    </section>
  );
}

function Result({ result, position, month, isOpen }: { result: HasilKerjaView; position: number; month: number | null; isOpen: boolean }) {
  const copy = useWords();
  const format = useFormat();
  const { skp: words, vocabulary } = copy;
  const [first] = result.indikator;
  const now = month === null || first === undefined ? null : monthWords(format, first, month);
  const brief = now !== null && month !== null ? `${words.monthTarget(format.month(monthOf(month)))}: ${now}` : first && `${words.target}: ${targetWords(copy, format, first) ?? words.targetMissing}`;
  return (
    <details className={css["result"]} open={isOpen}>
      <summary>
        <span className={css["summary"]}>
          <span className={css["name"]}>
            {position}. {result.text}
          </span>
          <span className="row small">
            <Badge kind={result.prioritas === "utama" ? "info" : "plain"}>{vocabulary.prioritas[result.prioritas]}</Badge>
            {brief && <span className="quiet">{brief}</span>}
          </span>
        </span>
      </summary>
      <div className={css["body"]}>
        {result.indikator.map((indikator, at) => (
          <Indicator key={indikator.lineId} {...{ indikator, month, position: at + 1 }} />
        ))}
        <p className="small">
          <span className="quiet">{result.intervenedText === null ? words.servesNothing : `${words.serves}: `}</span>
          {result.intervenedText}
        </p>
        {result.assignedBy && <p className="small quiet">{words.assignedBy(result.assignedBy)}</p>}
      </div>
    </details>
  );
}

/** Any year has the same months. */
const monthOf = (month: number) => `2026-${String(month + 1).padStart(2, "0")}`;

function Indicator({ indikator, position, month }: { indikator: IndikatorView; position: number; month: number | null }) {
  const copy = useWords();
  const format = useFormat();
  const { skp: words, vocabulary } = copy;
  const target = targetWords(copy, format, indikator);
  const kind = indikator.aspek ? vocabulary.aspek[indikator.aspek] : indikator.perspektif ? vocabulary.perspektif[indikator.perspektif] : null;
  return (
    <section className={css["indicator"]} aria-label={words.indicator(position)}>
      <p>{indikator.text}</p>
      <dl className={css["figures"]}>
        <div>
          <dt>{words.target}</dt>
          <dd>{target ?? words.targetMissing}</dd>
        </div>
        {kind && (
          <div>
            <dt>{indikator.aspek ? words.aspek : words.perspektif}</dt>
            <dd>{kind}</dd>
          </div>
        )}
      </dl>
      {indikator.monthlyTarget === null ? (
        <p className="small quiet">{words.perMonthNone}</p>
      ) : (
        <ul className={css["plan"]} aria-label={words.perMonth}>
          {indikator.monthlyTarget.map((figure, at) => (
            <li key={at} className={classes(at === month && css["now"])}>
              <span>{format.shortMonth(monthOf(at))}</span>
              <span>{figure === null ? words.notDue : indikator.jenis === "uraian" ? "✓" : format.number(figure)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Values({ skp }: { skp: SkpView }) {
  const words = useSkpCopy();
  const { vocabulary } = useCopy();
  const special = new Map(skp.perilaku.map(({ perilaku, ekspektasi }) => [perilaku, ekspektasi]));
  const local = new Map(skp.perilakuLokal.map(({ perilaku, ekspektasi }) => [perilaku, ekspektasi]));
  return (
    <Section title={words.perilakuTitle} brief={special.size === 0 ? words.ekspektasiNone : words.ekspektasiCount(special.size)}>
      <p className="quiet">{words.perilakuSub}</p>
      <div className={css["values"]}>
        {PERILAKU.map((perilaku) => (
          <section key={perilaku}>
            <h3>{vocabulary.perilaku[perilaku]}</h3>
            {/* The regulation's own words, in every language. */}
            <ul lang="id">
              {PANDUAN_PERILAKU[perilaku].map((guide) => (
                <li key={guide}>{guide}</li>
              ))}
            </ul>
            {local.has(perilaku) && <p className="small"><b>{words.lokal}:</b> {local.get(perilaku)}</p>}
            {special.has(perilaku) && (
              <p className="small">
                <b>{words.ekspektasi}:</b> {special.get(perilaku)}
              </p>
            )}
          </section>
        ))}
      </div>
    </Section>
  );
}

/** A part that is read when one wants it. */
function Section({ title, brief, children }: { title: string; brief: string; children: ReactNode }) {
  return (
    <details className={css["result"]}>
      <summary>
        <span className={css["summary"]}>
          <span className={css["name"]}>{title}</span>
          <span className="small quiet">{brief}</span>
        </span>
      </summary>
      <div className={css["body"]}>{children}</div>
    </details>
  );
}

function Lampiran({ skp }: { skp: SkpView }) {
  const words = useSkpCopy();
  return (
    <Section title={words.lampiranTitle} brief={skp.lampiran.length === 0 ? words.lampiranNone : words.lampiranCount(skp.lampiran.length)}>
      {LAMPIRAN_KIND.map((kind) => {
        const lines = skp.lampiran.filter((line) => line.kind === kind);
        return (
          <section key={kind} className="stack-tight">
            <h3>{words.lampiran[kind]}</h3>
            {lines.length === 0 ? (
              <p className="quiet">{words.lampiranNone}</p>
            ) : (
              <ul className={css["lines"]}>
                {lines.map((line) => (
                  <li key={line.text}>{line.text}</li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </Section>
  );
}
