import type { Binary, Endpoint, Input, Output } from "@teraju/contracts/endpoint";
import type { ProblemBody, ProblemCode, Refusal } from "@teraju/contracts/problem";
import { MutationCache, mutationOptions, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import type * as z from "zod/mini";

type Schema = z.ZodMiniType;
export type AnyEndpoint = Endpoint<Schema, Schema, Schema | Binary, Schema | Binary>;

/** The server said no: a code, and for `refused` all reasons, for `invalid` the fields. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly refusals: readonly Refusal[];
  readonly fields: readonly { path: string; code: string }[];
  readonly requestId: string;

  constructor(body: ProblemBody) {
    super(`${body.code} (${body.requestId})`);
    this.name = "ProblemError";
    // The contract's closed lists: an unknown word can only come from a newer server, and gets the words of last resort.
    this.code = body.code as ProblemCode;
    this.status = body.status;
    this.refusals = (body.refusals ?? []) as Refusal[];
    this.fields = body.fields ?? [];
    this.requestId = body.requestId;
  }
}

/** No answer came: no signal, or the server is away. What was asked may or may not have arrived. */
export class OfflineError extends Error {
  override name = "OfflineError";
}

const isProblem = (error: unknown, code: ProblemCode) => error instanceof ProblemError && error.code === code;

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

function address(endpoint: AnyEndpoint, { params = {}, query = {} }: Parts): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search === "" ? path : `${path}?${search}`;
}

async function problemOf(response: Response): Promise<ProblemError> {
  const isOurs = response.headers.get("content-type")?.includes("problem+json") ?? false;
  if (isOurs) return new ProblemError((await response.json()) as ProblemBody);
  // A proxy between us and the server answered in its own words.
  const code = response.status === 502 || response.status === 503 || response.status === 504 ? "busy" : "bug";
  return new ProblemError({ type: "about:blank", title: response.statusText, status: response.status, code, requestId: "-" });
}

export type CallOptions = {
  signal?: AbortSignal;
  /** Media type of a binary body. */
  contentType?: string;
};

/** Asks an endpoint. Throws ProblemError for an answer that is not 2xx, OfflineError when none came. */
export async function call<E extends AnyEndpoint>(endpoint: E, input: Input<E>, { signal, contentType }: CallOptions = {}): Promise<Output<E>> {
  const parts = input as Parts;
  const isBinaryBody = endpoint.body !== undefined && "binary" in endpoint.body;
  const init: RequestInit = { method: endpoint.method, credentials: "same-origin", signal: signal ?? null };
  if (parts.body !== undefined) {
    init.body = isBinaryBody ? (parts.body as BodyInit) : JSON.stringify(parts.body);
    init.headers = { "content-type": isBinaryBody ? (contentType ?? "application/octet-stream") : "application/json" };
  }
  let response: Response;
  try {
    response = await fetch(address(endpoint, parts), init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new OfflineError(endpoint.path, { cause: error });
  }
  if (!response.ok) throw await problemOf(response);
  // The server sends only what the response schema names: reading it a second time would cost a cheap phone for nothing.
  if (endpoint.response === undefined || response.status === 204) return undefined as Output<E>;
  return ("binary" in endpoint.response ? await response.arrayBuffer() : await response.json()) as Output<E>;
}

/** Names an endpoint's answers in the cache: all of them, or those to one input. */
export function queryKey<E extends AnyEndpoint>(endpoint: E, input?: Input<E>): readonly unknown[] {
  return input === undefined ? [endpoint.path] : [endpoint.path, input];
}

/** `useSuspenseQuery(apiQuery(endpoint, input))` */
export function apiQuery<E extends AnyEndpoint>(endpoint: E, input: Input<E>) {
  return queryOptions<Output<E>>({ queryKey: queryKey(endpoint, input), queryFn: ({ signal }) => call(endpoint, input, { signal }) });
}

type MutationMeta = { invalidates: readonly AnyEndpoint[] };

/** `useMutation(apiMutation(endpoint, { invalidates: [readReport] }))`: the queries named are asked again once it has succeeded. */
export function apiMutation<E extends AnyEndpoint>(endpoint: E, { invalidates }: MutationMeta) {
  return mutationOptions<Output<E>, Error, Input<E>>({ mutationFn: (input) => call(endpoint, input), meta: { invalidates } });
}

const MAX_RETRIES = 2;
/** Only what may pass by itself is tried again: no signal, or a busy server. */
export function shouldRetry(failures: number, error: Error): boolean {
  return failures < MAX_RETRIES && (error instanceof OfflineError || isProblem(error, "busy"));
}

/** The cache of answers. `onSignedOut` is called when the server no longer knows the person. */
export function createQueryClient({ onSignedOut }: { onSignedOut: () => void }): QueryClient {
  const watch = (error: Error) => {
    if (isProblem(error, "unauthenticated")) onSignedOut();
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({
      onError: watch,
      onSuccess: async (_data, _input, _context, mutation) => {
        const { invalidates = [] } = (mutation.meta ?? {}) as Partial<MutationMeta>;
        await Promise.all(invalidates.map((endpoint) => client.invalidateQueries({ queryKey: queryKey(endpoint) })));
      },
    }),
    defaultOptions: {
      // The phone's own word on being online is unreliable: always try once.
      queries: { networkMode: "always", refetchOnReconnect: true, staleTime: 30_000, retry: shouldRetry, retryDelay: (failures) => 1000 * 2 ** failures },
      mutations: { networkMode: "always", retry: false },
    },
  });
  return client;
}
