import { audit } from "../id/audit.ts";
import { pageCopy } from "../page-copy.ts";

export const useAuditCopy = pageCopy(audit, async () => (await import("../en/audit.ts")).audit);
