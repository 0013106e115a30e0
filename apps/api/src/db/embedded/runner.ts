import { existsSync, statSync } from "node:fs";
import { StartRefusal } from "../../start-refusal.ts";
import { ask, type Runner } from "./command.ts";

const OWN_USER = "teraju";

/**
 * Who runs PostgreSQL: this process's own user, or, for root (PostgreSQL refuses root), the owner of the existing
 * cluster, else the user `postgres`, else a system user of our own, else `nobody`.
 * The owner comes first, so that a `postgres` installed later does not lock us out of our own data.
 */
export function chooseRunner(clusterDir: string): Runner {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(clusterDir) ? statSync(clusterDir) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = idsOf("postgres") ?? idsOf(OWN_USER) ?? createOwnUser() ?? idsOf("nobody");
  if (!found) {
    throw new StartRefusal(
      "PostgreSQL tidak mau berjalan sebagai root, dan pengguna lain tidak dapat dibuat: jalankan Teraju sebagai pengguna biasa, atau isi DATABASE_URL.",
    );
  }
  return found;
}

function createOwnUser(): Runner {
  ask("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN_USER], undefined);
  return idsOf(OWN_USER);
}

function idsOf(user: string): Runner {
  const uid = ask("id", ["-u", user], undefined);
  const gid = ask("id", ["-g", user], undefined);
  return uid.ok && gid.ok ? { uid: Number(uid.text), gid: Number(gid.text) } : undefined;
}

/** Whether the runner can walk down to the folder; asked by really trying, so access lists and mounts count too. */
export function canEnter(folder: string, runner: Runner): boolean {
  return !runner || ask("/bin/sh", ["-c", 'cd "$1"', "sh", folder], runner).ok;
}
