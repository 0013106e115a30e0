/** The size of a story: `usual` in `pnpm test`, `full` in `pnpm proof`. */
export function size<T>(usual: T, full: T): T {
  return process.env["TERAJU_PROOF"] === "1" ? full : usual;
}
