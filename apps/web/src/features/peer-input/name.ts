/** Without the degrees after the name: as people say it in a sentence. */
export const calledBy = (name: string): string => (name.split(",")[0] ?? name).replaceAll(". ", ".\u00a0");
