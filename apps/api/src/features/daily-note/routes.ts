import { addNote, changeNote, listNotes, removeNote } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../context.ts";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function dailyNoteRoutes(app: FastifyInstance, { dataDir }: Pick<Services, "dataDir">): void {
  serve(app, listNotes)(async ({ ctx, query }) => service.list(ctx, query));
  serve(app, addNote)(async ({ ctx, body }) => service.add(ctx, body));
  serve(app, changeNote)(async ({ ctx, params, body }) => service.update(ctx, params.id, body));
  serve(app, removeNote)(async ({ ctx, params }) => service.remove(ctx, dataDir, params.id));
}
