import { accessRoles } from "../id/access-roles.ts";
import { pageCopy } from "../page-copy.ts";

export const useAccessRolesCopy = pageCopy(accessRoles, async () => (await import("../en/access-roles.ts")).accessRoles);
