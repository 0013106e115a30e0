import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/**
 * The face arrives after the scripts (low priority): a first visit on 3G reads in the phone's own face,
 * a fast line or a second visit gets ours. `font-display: optional` then never moves a line.
 */
const preloadFont: Plugin = {
  name: "preload-font",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => file.endsWith(".woff2"))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: "", fetchpriority: "low" },
          injectTo: "head" as const,
        })),
  },
};

/** Each text file once more as `.br` and `.gz`, at full strength: the server hands them out and compresses nothing per request. */
const precompress: Plugin = {
  name: "precompress",
  apply: "build",
  writeBundle: ({ dir = "" }) => {
    const files = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((file) => /\.(js|css|html|svg)$/.test(file));
    for (const file of files.map((name) => path.join(dir, name))) {
      const text = readFileSync(file);
      writeFileSync(`${file}.br`, brotliCompressSync(text));
      writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [react(), preloadFont, precompress],
  build: {
    target: "es2022",
    manifest: true,
    // Small chunks that every page shares stay one file each: on 400 ms round trips, requests cost more than bytes.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "vendor", test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom|@tanstack[\\/](react-query|query-core)|cookie|set-cookie-parser)[\\/]/, priority: 2 },
            // Parts that only some pages show stay with those: a phone that reports does not load them.
            { name: "light", test: /src[\\/]ui[\\/](styles|light)[\\/](?!Explanation|QuadrantMatrix|AnchoredQuestion|DayClock|FileInput|TwoSides|address)/, priority: 1 },
            { name: "work", test: /src[\\/]ui[\\/]work[\\/]/, priority: 1 },
            // Pages of a phone read their address without the charts and tables of a desk.
            { name: "address", test: /src[\\/]ui[\\/]light[\\/]address/, priority: 2 },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": `http://127.0.0.1:${process.env["API_PORT"] ?? "3001"}` },
  },
});
