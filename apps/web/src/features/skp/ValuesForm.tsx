import { LAMPIRAN_KIND, PANDUAN_PERILAKU, PERILAKU } from "@teraju/contracts/skp";
import { useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Card } from "#ui/light/Card.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import type { Draft } from "./draft.ts";
import css from "./skp.module.css";

type PartProps = { draft: Draft; onChange: (draft: Draft) => void };

/** The seven values stand as they are; what may be added is the superior's own expectation. */
export function ValuesForm({ draft, onChange }: PartProps) {
  const words = useSkpCopy();
  const { vocabulary } = useCopy();
  const special = new Map(draft.perilaku.map(({ perilaku, ekspektasi }) => [perilaku, ekspektasi]));
  const set = (perilaku: (typeof PERILAKU)[number], ekspektasi: string) => {
    const others = draft.perilaku.filter((each) => each.perilaku !== perilaku);
    onChange({ ...draft, perilaku: ekspektasi === "" ? others : [...others, { perilaku, ekspektasi }] });
  };
  return (
    <Card title={words.perilakuTitle} sub={words.perilakuSub}>
      {PERILAKU.map((perilaku) => (
        <details key={perilaku} className={css["fold"]}>
          <summary>
            {vocabulary.perilaku[perilaku]} {special.has(perilaku) && <span>{words.ekspektasi}</span>}
          </summary>
          <div>
            <ul className={css["lines"]} lang="id">
              {PANDUAN_PERILAKU[perilaku].map((guide) => (
                <li key={guide}>{guide}</li>
              ))}
            </ul>
            <Textarea label={`${words.ekspektasi}: ${vocabulary.perilaku[perilaku]}`} isOptional rows={2} maxLength={1000} value={special.get(perilaku) ?? ""} onChange={(event) => set(perilaku, event.target.value)} />
          </div>
        </details>
      ))}
    </Card>
  );
}

/** Three lists, one thing on a line. */
export function LampiranForm({ draft, onChange }: PartProps) {
  const words = useSkpCopy();
  return (
    <Card title={words.lampiranTitle}>
      {LAMPIRAN_KIND.map((kind) => (
        <LinesInput
          key={kind}
          label={words.lampiran[kind]}
          help={words.lampiranHelp[kind]}
          lines={draft.lampiran.filter((line) => line.kind === kind).map((line) => line.text)}
          onChange={(lines) => onChange({ ...draft, lampiran: [...draft.lampiran.filter((line) => line.kind !== kind), ...lines.map((text) => ({ kind, text }))] })}
        />
      ))}
    </Card>
  );
}

/** What is typed stays as typed, empty lines too; what is kept are the lines with words. */
function LinesInput({ label, help, lines, onChange }: { label: string; help: string; lines: readonly string[]; onChange: (lines: string[]) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Textarea
      label={label}
      help={help}
      isOptional
      rows={2}
      value={typed ?? lines.join("\n")}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value.split("\n").map((line) => line.trim()).filter((line) => line !== ""));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
