import type { Output } from "@teraju/contracts/endpoint";
import type { readStandard } from "@teraju/contracts/standard";
import { useFormat, useLanguage } from "#copy/copy.tsx";
import { useStandardCopy } from "#copy/page/standard.ts";

export type Standards = Output<typeof readStandard>;
type Field = Standards["fields"][number];
/** Labels and values of the server's description in the person's language. */
export function useSay() {
  const words = useStandardCopy();
  const format = useFormat();
  const { language } = useLanguage();
  return {
    label: ({ label }: { label: { id: string; en: string } }): string => label[language],
    choice: ({ label }: { label: { id: string; en: string } }): string => label[language],
    value: (field: Field, value: string | number | boolean | undefined): string => {
      if (typeof value === "boolean") return value ? words.yes : words.no;
      if (value === "") return words.noText;
      if (typeof value === "string") return field.choices.find((one) => one.value === value)?.label[language] ?? value;
      if (value === undefined) return "";
      return field.unit === null ? format.number(value) : `${format.number(value)} ${words.unit[field.unit] ?? ""}`.trim();
    },
  };
}
