import { useCopy } from "#copy/copy.tsx";
import { classes } from "../styles/classes.ts";
import css from "./OfflineLine.module.css";
import { useOnline } from "./online.ts";

/**
 * Says at the foot of the screen that there is no signal. It lies over the page and never pushes it:
 * a signal goes at any moment, and nothing may move away under a finger. `above`: what it stands on; the foot of a task holds it.
 */
export function OfflineLine({ above }: { above: "bar" | "foot" | "edge" }) {
  const { frame } = useCopy();
  const isOnline = useOnline();
  return (
    <p role="status" className={classes(!isOnline && css["line"], css[above], "no-print")}>
      {!isOnline && frame.offline}
    </p>
  );
}
