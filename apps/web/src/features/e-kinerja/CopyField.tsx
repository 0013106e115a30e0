import { useEKinerjaCopy } from "#copy/page/e-kinerja.ts";
import { CopyButton } from "#ui/work/CopyButton.tsx";
import css from "./e-kinerja.module.css";

type CopyFieldProps = { label: string; text: string; button: string; /** Which of many this is, for who hears the page. */ of: string };

/** One field of e-Kinerja: its name, what goes in, and a button that puts it on the clipboard. */
export function CopyField({ label, text, button, of }: CopyFieldProps) {
  const words = useEKinerjaCopy();
  return (
    <div className={css["field"]}>
      <p className={css["label"]}>{label}</p>
      <p className={css["text"]}>{text === "" ? <span className="quiet">{words.empty}</span> : text}</p>
      {text !== "" && <CopyButton text={text} label={button} name={words.ofWhat(button, of)} />}
    </div>
  );
}
