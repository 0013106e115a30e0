import { endpoint } from "@teraju/contracts/endpoint";
import { readSession, signIn } from "@teraju/contracts/session";
import * as z from "zod/mini";
import { expect, test, vi } from "vitest";
import { json, problem, serveOrigin } from "../test/server.ts";
import { apiMutation, apiQuery, call, createQueryClient, OfflineError, ProblemError, queryKey, shouldRetry } from "./api.ts";

const readThing = endpoint({
  method: "GET", path: "/api/thing/:id", access: "signed_in", summary: "Thing",
  params: z.object({ id: z.string() }), query: z.object({ month: z.optional(z.string()) }), response: z.object({ name: z.string() }),
});
const sendFile = endpoint({ method: "PUT", path: "/api/file", access: "signed_in", summary: "File", body: { binary: ["image/png", "image/jpeg"] } });

test("params stand in the path, the query behind it, and both are escaped", async () => {
  const { seen } = await serveOrigin((_, response) => json(response, { name: "a" }));
  expect(await call(readThing, { params: { id: "a/b" }, query: { month: "2026-11" } })).toEqual({ name: "a" });
  expect(await call(readThing, { params: { id: "c" }, query: { month: undefined } })).toEqual({ name: "a" });
  expect(seen.map(({ method, url }) => [method, url])).toEqual([["GET", "/api/thing/a%2Fb?month=2026-11"], ["GET", "/api/thing/c"]]);
});

test("a body is sent as JSON, a file as it is with its media type, and 204 is nothing", async () => {
  const { seen } = await serveOrigin((request, response) => (request.url === "/api/file" ? void response.writeHead(204).end() : json(response, {})));
  await call(signIn, { body: { nip: "1", password: "p" } });
  expect(await call(sendFile, { body: new TextEncoder().encode("png").buffer as ArrayBuffer }, { contentType: "image/png" })).toBeUndefined();
  expect(seen.map(({ headers, body }) => [headers["content-type"], body])).toEqual([
    ["application/json", '{"nip":"1","password":"p"}'],
    ["image/png", "png"],
  ]);
});

test("a Problem becomes an error with its code, all refusals and fields", async () => {
  await serveOrigin((_, response) => problem(response, 409, "refused", { refusals: ["no_evidence", "cause_missing"], fields: [{ path: "body.nip", code: "too_small" }] }));
  const error = await call(signIn, { body: { nip: "1", password: "p" } }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ code: "refused", status: 409, refusals: ["no_evidence", "cause_missing"], fields: [{ path: "body.nip", code: "too_small" }], requestId: "req-7" });
});

test("an answer that is not ours, from a proxy between, is busy or a bug", async () => {
  const status = { now: 502 };
  await serveOrigin((_, response) => response.writeHead(status.now, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>"));
  await expect(call(readSession, {})).rejects.toMatchObject({ code: "busy", status: 502 });
  status.now = 500;
  await expect(call(readSession, {})).rejects.toMatchObject({ code: "bug", status: 500 });
});

test("no answer at all is OfflineError", async () => {
  const { stop } = await serveOrigin(() => undefined);
  stop();
  await expect(call(readSession, {})).rejects.toBeInstanceOf(OfflineError);
});

test("only what may pass by itself is tried again, and only twice", () => {
  const busy = new ProblemError({ type: "", title: "", status: 503, code: "busy", requestId: "r" });
  const refused = new ProblemError({ type: "", title: "", status: 409, code: "refused", requestId: "r" });
  expect([shouldRetry(0, busy), shouldRetry(1, new OfflineError()), shouldRetry(2, busy), shouldRetry(0, refused), shouldRetry(0, new Error("bug"))]).toEqual([true, true, false, false, false]);
});

test("a 401 of any query tells once that the person is signed out", async () => {
  await serveOrigin((_, response) => problem(response, 401, "unauthenticated"));
  const onSignedOut = vi.fn();
  const client = createQueryClient({ onSignedOut });
  await expect(client.fetchQuery(apiQuery(readSession, {}))).rejects.toMatchObject({ code: "unauthenticated" });
  expect(onSignedOut).toHaveBeenCalledOnce();
});

test("a mutation asks again for the queries that it names, and for no others", async () => {
  await serveOrigin((_, response) => json(response, {}));
  const client = createQueryClient({ onSignedOut: () => undefined });
  client.setQueryData(queryKey(readSession, {}), {});
  client.setQueryData(queryKey(readThing, { params: { id: "a" }, query: {} }), {});
  const send = client.getMutationCache().build(client, client.defaultMutationOptions(apiMutation(signIn, { invalidates: [readThing] })));
  await send.execute({ body: { nip: "1", password: "p" } });
  const isStale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;
  expect([isStale(queryKey(readThing, { params: { id: "a" }, query: {} })), isStale(queryKey(readSession, {}))]).toEqual([true, false]);
});
