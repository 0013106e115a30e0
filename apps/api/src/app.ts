import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import { fastifySSE } from "@fastify/sse";
import fastifyStatic from "@fastify/static";
import { health, SHEET_TYPES } from "@teraju/contracts";
import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { v7 } from "uuid";
import type { Services } from "./context.ts";
import { appraisalRoutes } from "./features/appraisal/routes.ts";
import { yearStateRoutes } from "./features/year-state/routes.ts";
import { blindRatingRoutes } from "./features/blind-rating/routes.ts";
import { capaianOrganisasiRoutes } from "./features/capaian-organisasi/routes.ts";
import { calendarRoutes } from "./features/calendar/routes.ts";
import { developmentRoutes } from "./features/development/routes.ts";
import { konselingRoutes } from "./features/konseling/routes.ts";
import { trainingRoutes } from "./features/training/routes.ts";
import { careersRoutes } from "./features/careers/routes.ts";
import { cycleRoutes } from "./features/cycle/routes.ts";
import { evaluationMeetingRoutes } from "./features/evaluation-meeting/routes.ts";
import { evidenceRoutes } from "./features/evidence/routes.ts";
import { fairnessRoutes } from "./features/fairness/routes.ts";
import { homeRoutes } from "./features/home/routes.ts";
import { kalibrasiRoutes } from "./features/kalibrasi/routes.ts";
import { polaExplanationRoutes } from "./features/pola-explanation/routes.ts";
import { keberatanRoutes } from "./features/keberatan/routes.ts";
import { monthlyReportRoutes } from "./features/monthly-report/routes.ts";
import { monthStateRoutes } from "./features/month-state/routes.ts";
import { accessRolesRoutes } from "./features/access-roles/routes.ts";
import { accountRoutes } from "./features/account/routes.ts";
import { auditRoutes } from "./features/audit/routes.ts";
import { cityDashboardRoutes } from "./features/city-dashboard/routes.ts";
import { mayorPageRoutes } from "./features/mayor-page/routes.ts";
import { opdDashboardRoutes } from "./features/opd-dashboard/routes.ts";
import { organisationRoutes } from "./features/organisation/routes.ts";
import { penilaiRelationRoutes } from "./features/penilai-relation/routes.ts";
import { penilaiCorrectionRoutes } from "./features/penilai-correction/routes.ts";
import { peopleImportRoutes } from "./features/people-import/routes.ts";
import { reportImportRoutes } from "./features/report-import/routes.ts";
import { siasnRoutes } from "./features/siasn/routes.ts";
import { rekonsiliasiRoutes } from "./features/rekonsiliasi/routes.ts";
import { eKinerjaRoutes } from "./features/e-kinerja/routes.ts";
import { documentRoutes } from "./features/documents/routes.ts";
import { dailyNoteRoutes } from "./features/daily-note/routes.ts";
import { peerInputRoutes } from "./features/peer-input/routes.ts";
import { reviewRoutes } from "./features/review/routes.ts";
import { notulenRoutes } from "./features/notulen/routes.ts";
import { tindakLanjutRoutes } from "./features/tindak-lanjut/routes.ts";
import { umpanBalikRoutes } from "./features/umpan-balik/routes.ts";
import { resultRoutes } from "./features/result/routes.ts";
import { opdStartRoutes } from "./features/opd-start/routes.ts";
import { signedRatingRoutes } from "./features/signed-rating/routes.ts";
import { setupRoutes } from "./features/setup/routes.ts";
import { standardRoutes } from "./features/standard/routes.ts";
import { sessionRoutes } from "./features/session/routes.ts";
import { skpRoutes } from "./features/skp/routes.ts";
import { LIMITS } from "./sheet-file/limits.ts";
import { addContract } from "./http/openapi.ts";
import { answerError, Problem, sendProblem } from "./http/problem.ts";
import { serve } from "./http/serve.ts";
import { addContext } from "./http/session.ts";

export type AppOptions = Services & {
  /** Folder of the built web, served beside the API; left out where a proxy or the tests do without. */
  readonly webRoot?: string;
  readonly logger?: FastifyServerOptions["logger"];
  /** True behind our own TLS proxy, whose forwarded headers then count. */
  readonly trustProxy?: boolean;
};

/** A line of silence for proxies that end quiet connections, and so that a phone that has gone is noticed. */
const HEARTBEAT_MS = 20_000;
const EVIDENCE_LIMIT = 10 * 1024 * 1024;
const EVIDENCE_TYPES = ["application/pdf", "image/jpeg", "image/png", "application/octet-stream"];

/** The whole application, not yet listening. Closing it leaves the pool open: who made that ends it. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    genReqId: () => v7(),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 15_000,
    routerOptions: { maxParamLength: 200 },
    // An address that the router itself cannot read: the same shape as every other refusal.
    frameworkErrors: (error, request, reply) => { answerError(error, request, reply); },
  });
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    const isPage = options.webRoot !== undefined && request.method === "GET" && !request.url.startsWith("/api/") && !request.url.startsWith("/assets/");
    return isPage ? reply.sendFile("index.html") : sendProblem(new Problem("not_found"), request, reply);
  });
  requireAccess(app);
  // A form of another site could send text/plain without asking first.
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser([...SHEET_TYPES], { parseAs: "buffer", bodyLimit: LIMITS.fileBytes }, (_request, body, done) => done(null, body));
  app.addContentTypeParser(EVIDENCE_TYPES, { parseAs: "buffer", bodyLimit: EVIDENCE_LIMIT }, (_request, body, done) => done(null, body));

  await app.register(helmet, SECURITY_HEADERS);
  await app.register(compress, { encodings: ["br", "gzip"], threshold: 1024 });
  await app.register(cookie);
  await app.register(fastifySSE, { heartbeatInterval: HEARTBEAT_MS });
  addContext(app, options);
  await addContract(app);

  serve(app, health)(async ({ ctx }) => {
    await ctx.pool.query("select 1 from setting limit 1").catch(() => { throw new Problem("busy", { retryAfterSeconds: 2 }); });
    return { status: "ok" as const };
  });
  sessionRoutes(app, options);
  skpRoutes(app);
  dailyNoteRoutes(app, options);
  opdDashboardRoutes(app);
  cityDashboardRoutes(app);
  mayorPageRoutes(app);
  auditRoutes(app, options);
  accessRolesRoutes(app);
  accountRoutes(app);
  setupRoutes(app);
  signedRatingRoutes(app, options);
  opdStartRoutes(app);
  homeRoutes(app, options);
  monthlyReportRoutes(app);
  evidenceRoutes(app, options);
  monthStateRoutes(app);
  penilaiCorrectionRoutes(app);
  penilaiRelationRoutes(app);
  organisationRoutes(app);
  eKinerjaRoutes(app);
  peopleImportRoutes(app);
  reportImportRoutes(app);
  rekonsiliasiRoutes(app);
  siasnRoutes(app, options);
  appraisalRoutes(app);
  blindRatingRoutes(app);
  yearStateRoutes(app);
  capaianOrganisasiRoutes(app);
  resultRoutes(app);
  careersRoutes(app);
  standardRoutes(app);
  calendarRoutes(app);
  cycleRoutes(app);
  developmentRoutes(app, options);
  konselingRoutes(app, options);
  trainingRoutes(app);
  kalibrasiRoutes(app);
  polaExplanationRoutes(app);
  keberatanRoutes(app, options);
  reviewRoutes(app);
  umpanBalikRoutes(app);
  peerInputRoutes(app, options);
  evaluationMeetingRoutes(app, options);
  notulenRoutes(app, options);
  tindakLanjutRoutes(app);
  fairnessRoutes(app);
  documentRoutes(app, options);

  if (options.webRoot !== undefined) await serveWeb(app, options.webRoot);
  return app;
}

const SECURITY_HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"], imgSrc: ["'self'", "blob:", "data:"], styleSrc: ["'self'", "'unsafe-inline'"], scriptSrc: ["'self'"],
      connectSrc: ["'self'"], fontSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
    },
  },
  // Over plain http (a laptop, a test) the browser must not be told to insist on TLS; behind the proxy the proxy says so.
  hsts: false,
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: "same-origin" as const },
};

/** A route that does not say who may call it stops the start. */
function requireAccess(app: FastifyInstance): void {
  app.addHook("onRoute", (route) => {
    const names = route.config !== undefined && "access" in route.config && typeof route.config.access === "string";
    if (route.url.startsWith("/api/") && !names) throw new Error(`route ${String(route.method)} ${route.url} names no access`);
  });
}

/** The built web: files with a hash in their name may be kept for a year, the page itself is asked for each time. */
async function serveWeb(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    // The build wrote .br and .gz beside each file: nothing is compressed per request.
    preCompressed: true,
    setHeaders: (reply, path) => { reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"); },
  });
}
