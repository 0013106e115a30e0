import { addPimpinan, adoptPenilaiProposals, assignActing, endActing, endPimpinan, findRelationPeople, listActing, listPenilaiRelations, readPenilaiRelation, setPenilaiRelation } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as change from "./change.ts";
import * as service from "./service.ts";

export function penilaiRelationRoutes(app: FastifyInstance): void {
  serve(app, listPenilaiRelations)(async ({ ctx, query }) => service.list(ctx, query));
  serve(app, readPenilaiRelation)(async ({ ctx, params, query }) => service.read(ctx, params.personId, query));
  serve(app, setPenilaiRelation)(async ({ ctx, params, body }) => change.setPenilai(ctx, params.personId, body));
  serve(app, adoptPenilaiProposals)(async ({ ctx, body }) => change.adopt(ctx, body));
  serve(app, findRelationPeople)(async ({ ctx, query }) => service.people(ctx, query.q));
  serve(app, listActing)(async ({ ctx, query }) => service.acting(ctx, query.opd));
  serve(app, assignActing)(async ({ ctx, body }) => service.assign(ctx, body));
  serve(app, endActing)(async ({ ctx, params, body }) => service.end(ctx, params.id, body.on));
  serve(app, addPimpinan)(async ({ ctx, body }) => change.addPimpinan(ctx, body));
  serve(app, endPimpinan)(async ({ ctx, params, body }) => change.endPimpinan(ctx, params.id, body.on));
}
