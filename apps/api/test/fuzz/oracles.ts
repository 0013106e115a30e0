import { problemBody } from "@teraju/contracts";
import type { Hostile } from "./requests.ts";

type Answer = { readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string };

/** What must never stand in a refusal: where our code lies, how we ask the database, what it answered. */
const INNER = /node_modules|file:\/\/|\.ts:\d+|\n\s+at |\bselect\b.+\bfrom\b|insert into|\bpg_|relation "|violates|syntax error|drizzle|ECONN|\/root|\/home|\/work|\/tmp/i;

/** Everything that is wrong with an answer; nothing, where it is as it should be. */
export function problemsOf({ operation, url }: Pick<Hostile, "operation" | "url">, answer: Answer): string[] {
  const { statusCode: status, headers, body } = answer;
  const wrong: string[] = [];
  if (status >= 500) wrong.push(`${status}: a request brought the server to a fault`);
  // What the router itself turns away has no operation: an address that is none.
  const isAddressed = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(url.replace(/\?.*/s, ""));
  if (!operation.statuses.includes(status) && !(status === 404 || (status === 400 && !isAddressed))) wrong.push(`${status} is not declared for ${operation.method} ${operation.path}`);
  if (status >= 400) {
    if (!String(headers["content-type"]).startsWith("application/problem+json")) wrong.push(`a refusal as ${String(headers["content-type"])}`);
    else {
      const parsed = problemBody.safeParse(JSON.parse(body));
      if (!parsed.success || parsed.data.status !== status) wrong.push("a refusal that is no problem");
    }
    if (INNER.test(body)) wrong.push("a refusal that shows our inside");
  }
  return wrong;
}
