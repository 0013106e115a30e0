import { useLocation } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { paths, to } from "../../paths.ts";
import { useOutbox } from "../../sending.tsx";
import css from "./frame.module.css";

/** The server no longer knows the session, and somebody is still typing: nothing is taken away, but nothing goes either. */
export function Held() {
  const { frame } = useCopy();
  const { isHeld, entries } = useOutbox();
  const { pathname, search } = useLocation();
  if (!isHeld || entries.length === 0) return null;
  return (
    <div className={css["held"]}>
      <Alert kind="attention" title={frame.heldTitle} isLive>
        <p>{frame.heldText}</p>
        <LinkButton kind="primary" to={to(paths.signIn, {}, { kembali: `${pathname}${search}` })}>{frame.signInAgain}</LinkButton>
      </Alert>
    </div>
  );
}
