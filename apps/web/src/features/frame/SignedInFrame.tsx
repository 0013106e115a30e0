import { signOut, signOutEverywhere } from "@teraju/contracts/session";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Suspense } from "react";
import { Navigate, Outlet, useLocation, useMatches, useNavigate, useNavigation } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { AppShell } from "#ui/light/AppShell.tsx";
import { Button } from "#ui/light/Button.tsx";
import { IconSignOut } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { PageSkeleton } from "#ui/light/Skeleton.tsx";
import { apiMutation } from "../../api.ts";
import { paths } from "../../paths.ts";
import { OutboxRunner } from "../../sending.tsx";
import { endSession, useSession } from "../../session.ts";
import css from "./frame.module.css";
import { Held } from "./Held.tsx";
import { navigation, startPage } from "./navigation.ts";

/** What a route says about itself. */
export type RouteHandle = { isTask?: boolean };

/** The frame of every page behind the sign-in. */
export default function SignedInFrame() {
  const copy = useCopy();
  const format = useFormat();
  const session = useSession();
  const { pathname } = useLocation();
  const isTask = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.isTask);
  const isMoving = useNavigation().state === "loading";
  return (
    <AppShell
      groups={navigation(copy, session)}
      person={session.person}
      account={<Account />}
      line={session.isDemo && copy.frame.demo(format.date(session.today))}
      isTask={isTask}
    >
      <OutboxRunner />
      <Held />
      {isMoving && <div className={css["moving"]} />}
      {/* A new page shows its own skeleton at once, and does not wait behind the old one. */}
      <Suspense key={pathname} fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </AppShell>
  );
}

/** `/`: to the page where this person begins. */
export function ToStartPage() {
  const { roles, isEmptyCity } = useSession();
  return <Navigate to={startPage(roles, isEmptyCity)} replace />;
}

function Account() {
  const { frame } = useCopy();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation(apiMutation(signOut, { invalidates: [] }));
  const leaveAll = useMutation(apiMutation(signOutEverywhere, { invalidates: [] }));
  const afterwards = {
    onSuccess: async () => {
      await navigate(paths.signIn, { replace: true });
      await endSession(client);
    },
  };
  return (
    <div className={css["account"]}>
      <Button icon={IconSignOut} isBusy={leave.isPending} onClick={() => leave.mutate({}, afterwards)}>
        {frame.signOut}
      </Button>
      <Button kind="quiet" isBusy={leaveAll.isPending} onClick={() => leaveAll.mutate({}, afterwards)}>
        {frame.signOutEverywhere}
      </Button>
      <p className="small">{frame.signOutUnsent}</p>
      <ProblemAlert error={leave.error ?? leaveAll.error} />
    </div>
  );
}
