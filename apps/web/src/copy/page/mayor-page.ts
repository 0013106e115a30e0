import { mayorPage } from "../id/mayor-page.ts";
import { pageCopy } from "../page-copy.ts";

export const useMayorPageCopy = pageCopy(mayorPage, async () => (await import("../en/mayor-page.ts")).mayorPage);
