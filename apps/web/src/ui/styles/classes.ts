/** Class names that hold, joined: `classes(css.button, isWide && css.wide)`. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
