import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { afterEach } from "vitest";
import { CopyProvider } from "#copy/copy.tsx";
import type { Language } from "#copy/format.ts";
import { en } from "#copy/en.ts";
import { id } from "#copy/id.ts";
import { createQueryClient } from "../src/api.ts";

afterEach(cleanup);

/** Draws a part or page with words, cache and an address, as the product does. */
export function draw(ui: ReactNode, { language = "id", at = "/", prepare }: { language?: Language; at?: string; /** Fills the cache before the first drawing. */ prepare?: (client: QueryClient) => void } = {}) {
  const router = createMemoryRouter([{ path: "*", element: ui }], { initialEntries: [at] });
  const client = createQueryClient({ onSignedOut: () => undefined });
  client.setDefaultOptions({ queries: { retry: false }, mutations: { retry: false } });
  prepare?.(client);
  const view = render(
    <CopyProvider language={language} initial={language === "en" ? en : id}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CopyProvider>,
  );
  return { ...view, router, client };
}

/** The same in English, whose words of a page are fetched first. */
export const drawInEnglish = (...[ui, options]: Parameters<typeof draw>) => act(async () => draw(ui, { ...options, language: "en" }));
