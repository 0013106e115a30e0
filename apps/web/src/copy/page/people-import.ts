import { peopleImport } from "../id/people-import.ts";
import { pageCopy } from "../page-copy.ts";

export const usePeopleImportCopy = pageCopy(peopleImport, async () => (await import("../en/people-import.ts")).peopleImport);
