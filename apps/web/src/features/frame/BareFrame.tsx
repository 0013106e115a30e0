import { Suspense } from "react";
import { Outlet } from "react-router-dom";
import { PageSkeleton } from "#ui/light/Skeleton.tsx";
import { OutboxRunner } from "../../sending.tsx";
import { Held } from "./Held.tsx";

/** Pages that take the whole screen, without menu: what waits is sent here too. */
export default function BareFrame() {
  return (
    <>
      <OutboxRunner />
      <Held />
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </>
  );
}
