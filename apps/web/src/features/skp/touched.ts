import { readHome } from "@teraju/contracts/home";
import { listTeamSkp, readMySkp, readSkp } from "@teraju/contracts/skp";

/** What an SKP's step may change on other pages. */
export const touched = { invalidates: [readMySkp, readSkp, listTeamSkp, readHome] };
