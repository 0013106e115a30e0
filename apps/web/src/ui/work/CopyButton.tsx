import { useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { Button } from "../light/Button.tsx";
import { IconCheck, IconCopy } from "../light/icons.ts";

type State = "idle" | "copied" | "failed";

/** Puts a text on the clipboard with one tap, and says whether it is there: an address without TLS has no clipboard. */
export function CopyButton({ text, label, name, kind }: { text: string; label: string; /** The whole name, where the label alone would not say which. */ name?: string; kind?: "primary" | "secondary" }) {
  const { parts } = useCopy();
  const [state, setState] = useState<State>("idle");
  const copy = () => {
    // Absent where the page is not served securely.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    void (clipboard === undefined ? Promise.reject(new Error("no clipboard")) : clipboard.writeText(text)).then(() => setState("copied"), () => setState("failed"));
  };
  return (
    <span className="row no-print">
      <Button kind={kind ?? "secondary"} aria-label={name} icon={state === "copied" ? IconCheck : IconCopy} onClick={copy}>
        {label}
      </Button>
      <span role="status" className="small">
        {state === "copied" && parts.copied}
        {state === "failed" && parts.copyFailed}
      </span>
    </span>
  );
}
