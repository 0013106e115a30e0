import { account } from "../id/account.ts";
import { pageCopy } from "../page-copy.ts";

export const useAccountCopy = pageCopy(account, async () => (await import("../en/account.ts")).account);
