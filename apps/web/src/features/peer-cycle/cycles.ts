import type { Output } from "@teraju/contracts/endpoint";
import type { listPeerCycles } from "@teraju/contracts/peer-input";

export type Cycles = Output<typeof listPeerCycles>;
