import type { Page } from "@playwright/test";

/** Everything that the pages of this origin keep on the device, as one text. */
export async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const whole = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(new Error("IndexedDB")));
    });
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await whole(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        found.push(name, store, await whole(rows.getAllKeys()), await whole(rows.getAll()));
      }
      database.close();
    }
    for (const cache of await caches.keys()) found.push((await (await caches.open(cache)).keys()).map(({ url }) => url));
    return JSON.stringify(found);
  });
}
