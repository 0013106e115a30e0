import { type AppraisalView, readSaran } from "@teraju/contracts/appraisal";
import type { Refusal } from "@teraju/contracts/problem";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Card } from "#ui/light/Card.tsx";
import { type DecisionView, Explanation } from "#ui/light/Explanation.tsx";
import { FieldError } from "#ui/light/Field.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { Rating } from "./Rating.tsx";
import { type Aspect, type Ekspektasi, type Ratings, saranQuery } from "./ratings.ts";
import css from "./appraisal.module.css";

type OverallProps = { view: AppraisalView; ratings: Ratings; isFixed: boolean; /** The ratings come from e-Kinerja; reason and basis are still asked. */ isKept: boolean; refusals: readonly Refusal[]; params: { periodId: string; personId: string }; onChange: (next: Partial<Ratings>) => void };

/** The two ratings that make the predikat: suggestion with its rule, choice, basis, reason. */
export function Overall({ view, ratings, isFixed, isKept, refusals, params, onChange }: OverallProps) {
  const words = useAppraisalCopy();
  const asked = useQuery({ ...apiQuery(readSaran, { params, query: saranQuery(ratings, view) }), placeholderData: keepPreviousData, enabled: !isFixed });
  const saran = { hasil_kerja: asked.data?.saranHasilKerja ?? view.saranHasilKerja, perilaku: asked.data?.saranPerilaku ?? view.saranPerilaku };
  const shared = { view, ratings, isFixed, isKept, refusals, onChange };
  return (
    <Card>
      <OneRating {...shared} aspect="hasil_kerja" label={words.ratingHasilKerja} saran={saran.hasil_kerja} />
      <OneRating {...shared} aspect="perilaku" label={words.ratingPerilaku} saran={saran.perilaku} />
    </Card>
  );
}

const isEkspektasi = (value: unknown): value is Ekspektasi => value === "di_atas" || value === "sesuai" || value === "di_bawah";

type OneRatingProps = Omit<OverallProps, "params"> & { aspect: Aspect; label: string; saran: DecisionView };

function OneRating({ view, ratings, isFixed, isKept, refusals, onChange, aspect, label, saran }: OneRatingProps) {
  const words = useAppraisalCopy();
  const { vocabulary, refusals: refusalWords } = useCopy();
  const rating = ratings.overall[aspect];
  const suggested = isEkspektasi(saran.value) ? saran.value : null;
  const said = (code: Refusal) => (refusals.includes(code) ? refusalWords[code] : null);
  // Where the guide suggests nothing, "sesuai" alone needs no word of its own: the server asks the same.
  const needsReason = rating !== null && rating !== (suggested ?? "sesuai");
  const isRated = aspect === "hasil_kerja" ? view.results.every((one) => ratings.hasil[one.lineId] !== undefined) : Object.keys(ratings.perilaku).length > 0;
  const needsBasis = rating !== null && rating !== "sesuai";
  return (
    <section className={css["overall"]} aria-label={label}>
      <h3>{label}</h3>
      <div className={css["suggestion"]}>
        <p>{suggested === null ? (isKept ? words.eKinerja.noSuggestion : isRated ? words.noSuggestion : words.rateFirst[aspect]) : words.suggestion(vocabulary.ekspektasiShort[suggested])}</p>
        <details>
          <summary className="small">{words.why}</summary>
          <Explanation decision={saran} />
        </details>
      </div>
      <Rating label={label} value={rating} isFixed={isFixed || isKept} onChange={(next) => onChange({ overall: { ...ratings.overall, [aspect]: next } })}>
        {null}
      </Rating>
      {(needsBasis || ratings.basis.some((one) => one.aspect === aspect)) && (
        <BasisPicker {...{ view, ratings, isFixed, aspect, onChange }} error={said(`no_basis_${aspect}`) ?? said(`note_too_recent_${aspect}`)} />
      )}
      {(needsReason || ratings.alasan[aspect] !== "") && (
        <Textarea
          label={words.reason}
          help={words.reasonHelp(view.rules.alasanMin)}
          error={said(`reason_missing_${aspect}`)}
          value={ratings.alasan[aspect]}
          maxLength={2000}
          disabled={isFixed}
          onChange={(event) => onChange({ alasan: { ...ratings.alasan, [aspect]: event.target.value } })}
        />
      )}
    </section>
  );
}

type BasisPickerProps = Pick<OverallProps, "view" | "ratings" | "isFixed" | "onChange"> & { aspect: Aspect; error: string | null };

/** Evidence and umpan balik of the period; a note that is too recent says from when it counts. */
function BasisPicker({ view, ratings, isFixed, aspect, error, onChange }: BasisPickerProps) {
  const words = useAppraisalCopy();
  const format = useFormat();
  const items = [
    ...view.evidence.map((one) => ({ kind: "evidence" as const, id: one.id, label: words.evidence(one.title, format.month(one.month)), help: null })),
    ...view.umpanBalik.map((one) => ({
      kind: "umpan_balik" as const,
      id: one.id,
      label: `${one.isOwn ? words.fromYou(format.date(one.givenOn)) : words.from(one.from, format.date(one.givenOn))}: ${one.text}`,
      help: one.carriesDiBawah || one.carriesFrom === null ? null : words.carriesFrom(format.day(one.carriesFrom)),
    })),
  ];
  const isChosen = (id: string) => ratings.basis.some((one) => one.aspect === aspect && one.id === id);
  const turn = (item: (typeof items)[number]) => {
    const others = ratings.basis.filter((one) => one.aspect !== aspect || one.id !== item.id);
    onChange({ basis: isChosen(item.id) ? others : [...others, { aspect, kind: item.kind, id: item.id }] });
  };
  return (
    <fieldset className={css["basis"]}>
      <legend>
        <b>{words.basis}</b>
      </legend>
      <p className="small quiet">{items.length === 0 ? words.noBasis : words.basisHelp}</p>
      {error !== null && <FieldError>{error}</FieldError>}
      {items.map((item) => (
        <Checkbox key={item.id} label={item.label} help={item.help} checked={isChosen(item.id)} disabled={isFixed} onChange={() => turn(item)} />
      ))}
    </fieldset>
  );
}
