import {
  applaud, arrangeMeeting, askQuestion, attendMeeting, cancelMeeting, commandMeeting, editAgenda, listMeetings, planMeetings, previewPlan, printMeeting, readInvitation, readLeaderView, readMeeting, readMeetingEvents, readMeetingPhoto,
  readMeetingState, readMySlide, readParticipantView, readSlides, saveMySlide,
} from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../context.ts";
import { createHub } from "../../hub.ts";
import { serveStream } from "#http/serve-stream.ts";
import { serve } from "#http/serve.ts";
import { mustMeeting } from "../../meeting.ts";
import { command } from "./commands.ts";
import * as mySlide from "./my-slide.ts";
import { printPaper } from "./papers.ts";
import * as participant from "./participant.ts";
import * as plan from "./plan.ts";
import { readState } from "./room.ts";
import * as screens from "./screens.ts";
import { follow } from "./stream.ts";

const PHOTO_HEADERS = { "x-content-type-options": "nosniff", "content-security-policy": "sandbox; default-src 'none'", "cache-control": "private, no-store" };

export function evaluationMeetingRoutes(app: FastifyInstance, { pool, dataDir, secret }: Pick<Services, "pool" | "dataDir" | "secret">): void {
  const hub = createHub({ connection: pool.options, channel: "meeting_event", onError: (error) => app.log.error({ err: error }, "meeting events") });
  // Before the server waits for its connections: a stream ends only when it is told.
  app.addHook("preClose", async () => hub.close());

  serve(app, listMeetings)(async ({ ctx, query }) => plan.list(ctx, query.year));
  serve(app, previewPlan)(async ({ ctx, params, query }) => plan.preview(ctx, params.unitId, query));
  serve(app, planMeetings)(async ({ ctx, params, body }) => plan.plan(ctx, params.unitId, body));
  serve(app, readMeeting)(async ({ ctx, params }) => plan.read(ctx, params.id));
  serve(app, arrangeMeeting)(async ({ ctx, params, body }) => plan.arrange(ctx, params.id, body));
  serve(app, cancelMeeting)(async ({ ctx, params, body }) => plan.cancel(ctx, params.id, body));
  serve(app, editAgenda)(async ({ ctx, params, body }) => plan.editAgenda(ctx, params.id, body));
  serve(app, readInvitation)(async ({ ctx, params, request, reply }) => {
    const file = await plan.invitation(ctx, params.id, `${request.protocol}://${request.host}`);
    reply.headers({ "content-type": "text/calendar; charset=utf-8", "content-disposition": 'attachment; filename="rapat-evaluasi.ics"', "cache-control": "private, no-store" });
    return Buffer.from(file, "utf8");
  });

  serve(app, printMeeting)(async ({ ctx, params, reply }) => {
    const pdf = await printPaper(ctx, params.id, params.kertas);
    reply.headers({ "content-type": "application/pdf", "content-disposition": `inline; filename="${params.kertas}.pdf"`, "x-content-type-options": "nosniff", "cache-control": "private, no-store" });
    return Buffer.from(pdf);
  });
  serve(app, readMySlide)(async ({ ctx, params }) => mySlide.readMine(ctx, params.id));
  serve(app, saveMySlide)(async ({ ctx, params, body }) => mySlide.saveMine(ctx, params.id, body));
  serve(app, readMeetingPhoto)(async ({ ctx, params, reply }) => {
    const { mime, size, stream } = await mySlide.readPhoto(ctx, dataDir, params.id, params.photoId);
    reply.headers({ ...PHOTO_HEADERS, "content-type": mime, "content-length": size });
    return stream;
  });

  serve(app, readSlides)(async ({ ctx, params }) => screens.slides(ctx, secret, params.id));
  serve(app, readLeaderView)(async ({ ctx, params }) => screens.leader(ctx, params.id));
  serve(app, readParticipantView)(async ({ ctx, params }) => screens.participant(ctx, params.id));
  serve(app, readMeetingState)(async ({ ctx, params }) => {
    await mustMeeting(ctx, "evaluation-meeting.read", params.id);
    return readState(ctx, params.id);
  });
  serveStream(app, readMeetingEvents)(async ({ ctx, params, query, request, reply }) => {
    await follow(ctx, hub, params.id, { layar: query.layar, lastEventId: query.lastEventId, isFollowed: query.ikuti !== "tidak" }, { request, reply });
  });

  serve(app, attendMeeting)(async ({ ctx, params, body }) => participant.attend(ctx, secret, params.id, body));
  serve(app, applaud)(async ({ ctx, params, body }) => participant.applaud(ctx, params.id, body));
  serve(app, askQuestion)(async ({ ctx, params, body }) => participant.ask(ctx, params.id, body));
  serve(app, commandMeeting)(async ({ ctx, params, body }) => command(ctx, params.id, body));
}
