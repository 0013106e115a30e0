import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { parseFigure } from "#copy/format.ts";
import { TextInput } from "#ui/light/TextInput.tsx";

type FigureProps = { id?: string; value: number | null; onChange: (value: number | null) => void };

/** What is typed stays as typed until the field is left; words that are no figure are said to be none. */
function useTyped({ value, onChange }: FigureProps) {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed.trim() !== "" && parseFigure(typed, format.language) === null;
  return {
    isWrong,
    input: {
      value: typed ?? (value === null ? "" : format.number(value)),
      inputMode: "decimal" as const,
      autoComplete: "off",
      onChange: ({ target }: { target: { value: string } }) => {
        setTyped(target.value);
        onChange(parseFigure(target.value, format.language));
      },
      onBlur: () => {
        if (!isWrong) setTyped(null);
      },
    },
  };
}

export function FigureInput({ label, error, ...figure }: FigureProps & { label: string; error?: string | undefined }) {
  const skp = useSkpCopy();
  const { isWrong, input } = useTyped(figure);
  return <TextInput {...input} id={figure.id} label={label} error={error ?? (isWrong ? skp.fieldWrong.not_a_figure : null)} />;
}

/** One of twelve: the month above its figure. */
export function MonthInput({ label, ...figure }: FigureProps & { label: string }) {
  const { isWrong, input } = useTyped(figure);
  return (
    <label>
      <span>{label}</span>
      <input {...input} id={figure.id} aria-invalid={isWrong || undefined} />
    </label>
  );
}
