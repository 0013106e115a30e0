/** Node's names for a socket that does not stand, and PostgreSQL's for a server that is going or coming (classes 08 and 57P). */
const CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08\d{3}|57P0[123])$/;
/** What pg says without a code. */
const WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a query failed because the database could not be reached, also below the wrapper that Drizzle puts around it. */
export function isUnreachable(error: unknown): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if ("code" in e && typeof e.code === "string" && CODES.test(e.code)) return true;
    if (WORDS.test(e.message)) return true;
  }
  return false;
}
