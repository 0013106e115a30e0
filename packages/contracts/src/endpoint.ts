import type { Action } from "@teraju/domain";
import type * as z from "zod/mini";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * Who may call: `public` (nobody is asked), `signed_in` (about the caller's own things only),
 * or an action of the domain's access table, checked against the person or unit that the request is about.
 */
export type Access = "public" | "signed_in" | Action;

type Schema = z.ZodMiniType;
/** A body that is not JSON: its media type. */
export type Binary = { readonly binary: string | readonly string[] };

export type Endpoint<P extends Schema = Schema, Q extends Schema = Schema, B extends Schema | Binary = Schema, R extends Schema | Binary = Schema> = {
  readonly method: Method;
  /** Fastify's form: `/api/monthly-report/:month` */
  readonly path: `/api/${string}`;
  readonly access: Access;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Left out: 204 without a body. */
  readonly response?: R;
  /** Statuses of refusal beside those that every endpoint may give (400, 401, 404, 413, 415, 429, 500, 503). */
  readonly refuses?: readonly (403 | 409 | 412)[];
};

/** A route as a value: server, client, OpenAPI and tests are derived from it. */
export function endpoint<
  P extends Schema = Schema, Q extends Schema = Schema, B extends Schema | Binary = Schema, R extends Schema | Binary = Schema,
>(e: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return e;
}

export function isBinary(x: Schema | Binary | undefined): x is Binary {
  return x !== undefined && "binary" in x;
}

type InputPart<K extends string, S> = unknown extends S ? unknown : S extends Schema ? (Schema extends S ? unknown : { [k in K]: z.input<S> }) : S extends Binary ? { [k in K]: ArrayBuffer } : unknown;
/** What a caller hands over: the parts that the endpoint names. */
export type Input<E extends Endpoint<Schema, Schema, Schema | Binary, Schema | Binary>> =
  E extends Endpoint<infer P, infer Q, infer B, Schema | Binary> ? InputPart<"params", P> & InputPart<"query", Q> & InputPart<"body", B> : never;
/** What a caller gets. */
export type Output<E extends Endpoint<Schema, Schema, Schema | Binary, Schema | Binary>> =
  E extends Endpoint<Schema, Schema, Schema | Binary, infer R> ? (R extends Schema ? (Schema extends R ? void : z.output<R>) : R extends Binary ? ArrayBuffer : void) : never;
