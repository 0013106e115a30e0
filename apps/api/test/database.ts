import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { createDb, createPool, type Db } from "#db/client.ts";

export type TestDatabase = { url: string; pool: pg.Pool; db: Db };

/**
 * A fresh, migrated, empty database for one test file; it is dropped after the file's last test.
 * Use it at the top of the file: `const { db, pool } = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onCluster(`create database ${name} template template_migrated`);
  const url = urlOf(name);
  const pool = createPool(url, { max: 6 });
  afterAll(async () => {
    await pool.end();
    await onCluster(`drop database if exists ${name} with (force)`);
  });
  return { url, pool, db: createDb(pool) };
}

async function onCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  return inject("clusterUrl").replace("{database}", database);
}
