import { bindSkp, listKeptSkpTemplates, makeSkpTemplate, renameSkpTemplate, retireSkpTemplate, createSkp, discardSkp, fillTeamSkp, listFillSources, listSkpTemplates, listTeamSkp, proposeSkp, readMySkp, readSkp, reviseSkp, saveSkp, sendBackSkp, setSkp, withdrawSkp } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as begin from "./begin.ts";
import * as fill from "./fill.ts";
import * as service from "./service.ts";
import * as template from "./template.ts";

export function skpRoutes(app: FastifyInstance): void {
  serve(app, readMySkp)(async ({ ctx, query }) => service.mine(ctx, query));
  serve(app, readSkp)(async ({ ctx, params }) => service.read(ctx, params.id));
  serve(app, listTeamSkp)(async ({ ctx, query }) => service.team(ctx, query));
  serve(app, listFillSources)(async ({ ctx, query }) => fill.sources(ctx, query));
  serve(app, fillTeamSkp)(async ({ ctx, body }) => fill.fill(ctx, body));
  serve(app, listSkpTemplates)(async ({ ctx }) => service.templates(ctx));
  serve(app, makeSkpTemplate)(async ({ ctx, params, body }) => template.make(ctx, params.id, body));
  serve(app, listKeptSkpTemplates)(async ({ ctx }) => template.kept(ctx));
  serve(app, renameSkpTemplate)(async ({ ctx, params, body }) => template.rename(ctx, params.id, body));
  serve(app, retireSkpTemplate)(async ({ ctx, params, body }) => template.retire(ctx, params.id, body.version));
  serve(app, createSkp)(async ({ ctx, body }) => begin.create(ctx, body));
  serve(app, saveSkp)(async ({ ctx, params, body }) => service.save(ctx, params.id, body));
  serve(app, discardSkp)(async ({ ctx, params }) => service.discard(ctx, params.id));
  serve(app, bindSkp)(async ({ ctx, params, body }) => service.bind(ctx, params.id, body));
  serve(app, proposeSkp)(async ({ ctx, params, body }) => service.propose(ctx, params.id, body.version));
  serve(app, withdrawSkp)(async ({ ctx, params, body }) => service.withdraw(ctx, params.id, body.version));
  serve(app, sendBackSkp)(async ({ ctx, params, body }) => service.sendBack(ctx, params.id, body));
  serve(app, setSkp)(async ({ ctx, params, body }) => service.set(ctx, params.id, body.version));
  serve(app, reviseSkp)(async ({ ctx, params, body }) => begin.revise(ctx, params.id, body.id));
}
