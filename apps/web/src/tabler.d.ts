/** Tabler types its barrel only; the single files of its 6,000 icons have the same shape. */
declare module "@tabler/icons-react/dist/esm/icons/*.mjs" {
  import type { FunctionComponent } from "react";
  const icon: FunctionComponent<{ size?: number; stroke?: number; className?: string | undefined; "aria-hidden"?: boolean }>;
  export default icon;
}
