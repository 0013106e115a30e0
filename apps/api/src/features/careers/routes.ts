import { decideTalentList, decideTppTable, exportReadiness, exportTalentList, exportTpp, listReadiness, listTalentLists, makeTalentList, makeTppTable, readCareer, readMyCareer, readTalent, readTpp, recordFacts } from "@teraju/contracts";
import type { FastifyInstance, FastifyReply } from "fastify";
import { serve } from "#http/serve.ts";
import { XLSX_TYPE } from "../../xlsx.ts";
import * as facts from "./facts.ts";
import * as service from "./service.ts";
import * as talent from "./talent.ts";
import * as tpp from "./tpp.ts";

export function careersRoutes(app: FastifyInstance): void {
  serve(app, readMyCareer)(async ({ ctx }) => service.mine(ctx));
  serve(app, readCareer)(async ({ ctx, params }) => service.ofPerson(ctx, params.id));
  serve(app, listReadiness)(async ({ ctx, query }) => service.list(ctx, query));
  serve(app, exportReadiness)(async ({ ctx, query, reply }) => sheet(reply, `kesiapan-${query.jenis}.xlsx`, await service.exportList(ctx, query)));
  serve(app, recordFacts)(async ({ ctx, body }) => facts.record(ctx, body));
  serve(app, readTalent)(async ({ ctx, query }) => talent.boxes(ctx, query));
  serve(app, listTalentLists)(async ({ ctx }) => talent.lists(ctx));
  serve(app, makeTalentList)(async ({ ctx, body }) => talent.make(ctx, body));
  serve(app, decideTalentList)(async ({ ctx, params, body }) => talent.decide(ctx, params.id, body));
  serve(app, exportTalentList)(async ({ ctx, params, reply }) => sheet(reply, "talenta.xlsx", await talent.exportList(ctx, params.id)));
  serve(app, readTpp)(async ({ ctx }) => tpp.read(ctx));
  serve(app, makeTppTable)(async ({ ctx, body }) => tpp.make(ctx, body));
  serve(app, decideTppTable)(async ({ ctx, params, body }) => tpp.decide(ctx, params.id, body));
  serve(app, exportTpp)(async ({ ctx, query, reply }) => sheet(reply, "dasar-tpp.xlsx", await tpp.exportBasis(ctx, query.period)));
}

function sheet(reply: FastifyReply, name: string, file: Buffer): Buffer {
  reply.header("content-disposition", `attachment; filename="${name}"`).type(XLSX_TYPE);
  return file;
}
