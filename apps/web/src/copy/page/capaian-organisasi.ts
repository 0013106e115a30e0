import { capaianOrganisasi } from "../id/capaian-organisasi.ts";
import { pageCopy } from "../page-copy.ts";

export const useCapaianOrganisasiCopy = pageCopy(capaianOrganisasi, async () => (await import("../en/capaian-organisasi.ts")).capaianOrganisasi);
