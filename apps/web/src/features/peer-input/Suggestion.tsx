import { readHints } from "@teraju/contracts/peer-input";
import { useRef, useState } from "react";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { call } from "../../api.ts";

type Hint = Awaited<ReturnType<typeof call<typeof readHints>>>["hints"][number];
/** For which text the hints are, and what they are; null where that text has not been looked at. */
export type Looked = { text: string; hints: readonly Hint[] };

/** "Bisa dikenali?" for one text. Nothing of it is kept: not by the server, not in the cache of answers. */
export function useHints(formId: string) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const asked = useRef<string | null>(null);
  const look = async (text: string): Promise<Looked | null> => {
    const said = text.trim();
    asked.current = said;
    if (said === "") {
      setLooked(null);
      return null;
    }
    const found = await call(readHints, { params: { id: formId }, body: { text: said } }).then(({ hints }) => ({ text: said, hints }), () => null);
    // An older question's answer must not cover a newer one's.
    if (asked.current === said) setLooked(found);
    return found;
  };
  return { looked, look };
}

type SuggestionProps = { value: string; looked: Looked | null; onChange: (text: string) => void; onLook: () => void };

export function Suggestion({ value, looked, onChange, onLook }: SuggestionProps) {
  const { form } = usePeerInputCopy();
  const isCurrent = looked !== null && looked.text === value.trim();
  return (
    <div className="stack-tight">
      {/* No help of the browser: a word list that remembers what was typed here would tell it to the next person. */}
      <Textarea
        id="saran" label={form.suggestion} help={form.suggestionHelp} isOptional maxLength={600} value={value} autoComplete="off" autoCorrect="off" spellCheck={false}
        onChange={(event) => onChange(event.target.value)} onBlur={onLook}
      />
      {value.trim() !== "" && !isCurrent && <Button kind="quiet" onClick={onLook}>{form.hintsAsk}</Button>}
      {isCurrent && <Hints hints={looked.hints} />}
    </div>
  );
}

function Hints({ hints }: { hints: readonly Hint[] }) {
  const { form } = usePeerInputCopy();
  if (hints.length === 0) return <Alert title={form.hintsTitle} isLive>{form.hintsNone}</Alert>;
  return (
    <Alert kind="attention" title={form.hintsTitle} isLive>
      <ul>{hints.map(({ kind, words }) => <li key={`${kind} ${words ?? ""}`}>{words === null ? form.hints[kind] : form.hint(form.hints[kind], words)}</li>)}</ul>
      <p>{form.hintsHelp}</p>
    </Alert>
  );
}
