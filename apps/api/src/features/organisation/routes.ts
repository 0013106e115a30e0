import { changeOrganisation, findOrganisationPeople, listOrganisationChanges, previewOrganisation, readOrganisation, readOrganisationUnit, takeBackOrganisation } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as read from "./read.ts";
import * as service from "./service.ts";

export function organisationRoutes(app: FastifyInstance): void {
  serve(app, readOrganisation)(async ({ ctx, query }) => read.tree(ctx, query.on));
  serve(app, readOrganisationUnit)(async ({ ctx, params, query }) => read.unit(ctx, params.unitId, query.on));
  serve(app, findOrganisationPeople)(async ({ ctx, query }) => read.people(ctx, query.q, query.on));
  serve(app, previewOrganisation)(async ({ ctx, body }) => service.preview(ctx, body));
  serve(app, listOrganisationChanges)(async ({ ctx }) => service.list(ctx));
  serve(app, changeOrganisation)(async ({ ctx, body }) => service.reorganise(ctx, body));
  serve(app, takeBackOrganisation)(async ({ ctx, params, body }) => service.takeBack(ctx, params.id, body.version));
}
