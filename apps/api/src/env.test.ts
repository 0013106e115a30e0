import path from "node:path";
import { describe, expect, test } from "vitest";
import { readEnv } from "./env.ts";
import { StartRefusal } from "./start-refusal.ts";

describe("the environment of a start", () => {
  test("needs nothing: port 3000 on this machine, data beside the code, embedded database", () => {
    const env = readEnv({});
    expect(env).toMatchObject({ port: 3000, host: "localhost", databaseUrl: undefined, demo: undefined, today: undefined, secret: undefined, isBehindProxy: false });
    expect(path.isAbsolute(env.dataDir) && env.dataDir.endsWith(".teraju")).toBe(true);
  });

  test("takes each variable", () => {
    const given = {
      PORT: "0", HOST: "0.0.0.0", DATA_DIR: "/srv/teraju", DATABASE_URL: "postgresql://u:p@db/teraju",
      TERAJU_DEMO: "1", TERAJU_TODAY: "2028-02-29", TERAJU_SECRET: "s".repeat(32),
      TERAJU_PROXY: "1",
    };
    expect(readEnv(given)).toEqual({
      port: 0, host: "0.0.0.0", dataDir: path.resolve("/srv/teraju"), databaseUrl: "postgresql://u:p@db/teraju",
      demo: true, today: "2028-02-29", secret: "s".repeat(32), isBehindProxy: true,
    });
    expect(readEnv({ TERAJU_DEMO: "0" }).demo).toBe(false);
  });

  test("counts an empty variable as absent", () => {
    expect(readEnv({ PORT: "", TERAJU_DEMO: " ", DATABASE_URL: "" })).toEqual(readEnv({}));
  });

  test.each([
    ["PORT", "65536"], ["PORT", "-1"], ["PORT", "3e3"], ["PORT", "web"],
    ["HOST", "http://x"], ["HOST", "a b"],
    ["DATA_DIR", "a\0b"],
    ["DATABASE_URL", "mysql://db/teraju"], ["DATABASE_URL", "teraju"],
    ["TERAJU_DEMO", "yes"], ["TERAJU_DEMO", "true"],
    ["TERAJU_TODAY", "2026-02-29"], ["TERAJU_TODAY", "23-11-2026"], ["TERAJU_TODAY", "2026-11-23T00:00:00Z"],
    ["TERAJU_SECRET", "pendek"], ["TERAJU_PROXY", "ya"],
  ])("refuses a bad %s (%j) with one sentence that names it", (name, value) => {
    const read = () => readEnv({ [name]: value });
    expect(read).toThrow(StartRefusal);
    expect(read).toThrow(new RegExp(`^${name} [^\n]+\\.$`));
    if (name === "TERAJU_SECRET") expect(read).not.toThrow(value);
  });

  test("BKN's web service is off unless address and both tokens are there, and never takes two predikat under one id", () => {
    const on = { TERAJU_SIASN_URL: "https://apimws.bkn.go.id:8243/apisiasn/1.0", TERAJU_SIASN_TOKEN: "a", TERAJU_SIASN_SSO_TOKEN: "b" };
    expect(readEnv({}).siasn).toBeUndefined();
    expect(readEnv({ TERAJU_SIASN_TOKEN: "a", TERAJU_SIASN_KURANG: "3" }).siasn).toBeUndefined();
    expect(readEnv(on).siasn).toEqual({ url: on.TERAJU_SIASN_URL, token: "a", ssoToken: "b", kuadran: { butuhPerbaikan: null, kurang: null } });
    expect(readEnv({ ...on, TERAJU_SIASN_BUTUH_PERBAIKAN: "4", TERAJU_SIASN_KURANG: "3" }).siasn?.kuadran).toEqual({ butuhPerbaikan: 4, kurang: 3 });
    expect(() => readEnv({ ...on, TERAJU_SIASN_TOKEN: "" })).toThrow(/^TERAJU_SIASN_TOKEN /);
    expect(() => readEnv({ ...on, TERAJU_SIASN_SSO_TOKEN: "" })).toThrow(/^TERAJU_SIASN_SSO_TOKEN /);
    expect(() => readEnv({ ...on, TERAJU_SIASN_BUTUH_PERBAIKAN: "3", TERAJU_SIASN_KURANG: "3" })).toThrow(/^TERAJU_SIASN_KURANG /);
    expect(() => readEnv({ ...on, TERAJU_SIASN_KURANG: "5" })).toThrow(/^TERAJU_SIASN_KURANG /);
  });
});
