import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router-dom";
import { createQueryClient } from "./api.ts";
import { CopyProvider, loadCopy, storedLanguage } from "./copy/copy.tsx";
import { paths, to } from "./paths.ts";
import { createRouter } from "./router.tsx";
import { forgetPerson, whenEndedElsewhere } from "./session.ts";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";

const isEntry = () => location.pathname === paths.signIn || location.pathname === paths.activate;

const client = createQueryClient({
  onSignedOut: () => {
    if (isEntry()) return;
    const kembali = `${location.pathname}${location.search}`;
    // What the server no longer knows must not stay on the screen; drafts wait on the device for their owner.
    void router.navigate(to(paths.signIn, {}, kembali === paths.root ? {} : { kembali }), { replace: true }).then(() => client.clear());
  },
});

// Begins to ask for the session and for the page's own script at the same time.
const router = createRouter(client);

// Signing out in one window ends it in all of them.
whenEndedElsewhere(() => void router.navigate(paths.signIn, { replace: true }).then(() => forgetPerson(client)));

const language = storedLanguage();
const copy = await loadCopy(language);
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <CopyProvider language={language} initial={copy}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CopyProvider>
  </StrictMode>,
);
