import { type ComponentType, Suspense } from "react";
import { createBrowserRouter, type RouteObject } from "react-router-dom";
import { NotFoundPage, RouteError } from "./features/frame/RouteError.tsx";
import SignedInFrame, { type RouteHandle, ToStartPage } from "./features/frame/SignedInFrame.tsx";
import { paths } from "./paths.ts";
import { PageSkeleton } from "./ui/light/Skeleton.tsx";

/** A page that is fetched when it is opened. The module's default export is the page. */
function page(path: string, load: () => Promise<{ default: ComponentType }>, handle: RouteHandle = {}): RouteObject {
  return { path, handle, lazy: async () => ({ Component: (await load()).default }), errorElement: <RouteError /> };
}

/** Pages for who is signed in: one line each. */
const pages: RouteObject[] = [];

const Frame = () => (
  <Suspense fallback={<PageSkeleton />}>
    <SignedInFrame />
  </Suspense>
);

export const routes: RouteObject[] = [
  {
    HydrateFallback: PageSkeleton,
    errorElement: <RouteError />,
    children: [
      page(paths.signIn, () => import("./features/session/SignInPage.tsx")),
      page(paths.activate, () => import("./features/session/ActivatePage.tsx")),
      { Component: Frame, errorElement: <RouteError />, children: [{ index: true, Component: ToStartPage }, ...pages, { path: "*", Component: NotFoundPage }] },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
