import { documents } from "../id/documents.ts";
import { pageCopy } from "../page-copy.ts";

export const useDocumentsCopy = pageCopy(documents, async () => (await import("../en/documents.ts")).documents);
