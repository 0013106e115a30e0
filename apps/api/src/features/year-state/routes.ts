import { setYearState } from "@teraju/contracts/appraisal";
import { listStudying, recordStudy } from "@teraju/contracts/year-state";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";
import * as study from "./study.ts";

export function yearStateRoutes(app: FastifyInstance): void {
  serve(app, listStudying)(async ({ ctx, query }) => study.list(ctx, Number(query.year)));
  serve(app, recordStudy)(async ({ ctx, params, body }) => study.record(ctx, { personId: params.personId, year: Number(params.year) }, body));
  serve(app, setYearState)(async ({ ctx, params, body }) => service.set(ctx, params, body));
}
