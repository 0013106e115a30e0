import * as c from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { answerErrorQuietly } from "#http/problem.ts";
import { serve } from "#http/serve.ts";
import * as cycle from "./cycle.ts";
import { draw, type Files, replaceDeclined } from "./draw.ts";
import * as form from "./form.ts";
import * as preparation from "./preparation.ts";
import { release } from "./release.ts";
import * as result from "./result.ts";
import { seal } from "./seal.ts";
import * as verification from "./verification.ts";

/** In a scope of their own: nothing of them is kept by a browser or a proxy, and a fault's log line names no one. */
export function peerInputRoutes(whole: FastifyInstance, files: Files): void {
  whole.register((app, _options, done) => {
    app.setErrorHandler(answerErrorQuietly);
    app.addHook("onSend", async (_request, reply) => { reply.header("cache-control", "no-store"); });
    addCycles(app, files);
    addForms(app, files);
    done();
  });
}

function addCycles(app: FastifyInstance, files: Files): void {
  serve(app, c.listPeerCycles)(async ({ ctx }) => cycle.list(ctx));
  serve(app, c.openPeerCycle)(async ({ ctx, body }) => cycle.open(ctx, files, body));
  serve(app, c.nameVerifiers)(async ({ ctx, params, body }) => cycle.nameVerifiers(ctx, params.id, body));
  serve(app, c.setPeerLastDay)(async ({ ctx, params, body }) => cycle.setLastDay(ctx, params.id, body));
  serve(app, c.drawPeerCycle)(async ({ ctx, params, body }) => draw(ctx, files, params.id, body));
  serve(app, c.replaceDeclined)(async ({ ctx, params, body }) => replaceDeclined(ctx, files, params.id, body));
  serve(app, c.closePeerCycle)(async ({ ctx, params, body }) => cycle.close(ctx, params.id, body));
  serve(app, c.sealPeerCycle)(async ({ ctx, params, body }) => seal(ctx, files, params.id, body));
  serve(app, c.releasePeerCycle)(async ({ ctx, params, body }) => release(ctx, params.id, body));
  serve(app, c.readPeerRollup)(async ({ ctx, params }) => result.rollup(ctx, params.id));

  serve(app, c.readVerification)(async ({ ctx, params }) => verification.read(ctx, files, params.id));
  serve(app, c.publishVerdict)(async ({ ctx, params, body }) => verification.publish(ctx, files, params.id, body));
  serve(app, c.readPeerProof)(async ({ ctx, query }) => verification.proof(ctx, files, query.cycle));
}

function addForms(app: FastifyInstance, files: Files): void {
  serve(app, c.readPeerPreparation)(async ({ ctx }) => preparation.read(ctx));
  serve(app, c.searchPeople)(async ({ ctx, query }) => preparation.search(ctx, query.q));
  serve(app, c.choosePeers)(async ({ ctx, params, body }) => preparation.choose(ctx, params.cycleId, body));
  serve(app, c.declareRelations)(async ({ ctx, params, body }) => preparation.declare(ctx, params.cycleId, body));
  serve(app, c.listDeclarations)(async ({ ctx, query }) => preparation.declarations(ctx, query.cycle));

  serve(app, c.listPeerForms)(async ({ ctx }) => form.list(ctx, files));
  serve(app, c.readPeerForm)(async ({ ctx, params }) => form.read(ctx, files, params.id));
  serve(app, c.savePeerForm)(async ({ ctx, params, body }) => form.save(ctx, files, params.id, body));
  serve(app, c.sendPeerForm)(async ({ ctx, params, body }) => form.send(ctx, files, params.id, body));
  serve(app, c.declinePeerForm)(async ({ ctx, params, body }) => form.decline(ctx, files, params.id, body.reason));
  serve(app, c.readHints)(async ({ ctx, params, body }) => form.hints(ctx, files, params.id, body.text));

  serve(app, c.listPeerResults)(async ({ ctx }) => result.list(ctx));
  serve(app, c.readPeerResult)(async ({ ctx, params }) => result.read(ctx, params));
}
