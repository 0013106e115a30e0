import { organisation } from "../id/organisation.ts";
import { pageCopy } from "../page-copy.ts";

export const useOrganisationCopy = pageCopy(organisation, async () => (await import("../en/organisation.ts")).organisation);
