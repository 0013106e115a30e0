import type { listCapaianOrganisasi } from "@teraju/contracts/capaian-organisasi";
import type { Output } from "@teraju/contracts/endpoint";

/** One line of the list: a unit, its capaian, and whether the reader may set it. */
export type Unit = Output<typeof listCapaianOrganisasi>["units"][number];
