import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { isRouteErrorResponse, Navigate, useLocation, useRevalidator, useRouteError } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { usePageTitle } from "#ui/light/PageHeader.tsx";
import { OfflineError, ProblemError } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./frame.module.css";

type Kind = "notFound" | "failed" | "busy" | "offline" | "outdated";

function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error)) return error.status === 404 ? "notFound" : "failed";
  if (error instanceof OfflineError) return "offline";
  if (error instanceof ProblemError) return ({ not_found: "notFound", forbidden: "notFound", busy: "busy", too_many: "busy" } as Partial<Record<string, Kind>>)[error.code] ?? "failed";
  // A page's script that does not come: no signal, or a newer version has replaced it.
  if (error instanceof TypeError && /module|import/i.test(error.message)) return navigator.onLine ? "outdated" : "offline";
  return "failed";
}

/** What happened, what is safe, what to do, and a number to mention: the frame of every failure. */
export function RouteError() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  if (error instanceof ProblemError && error.code === "unauthenticated") return <Navigate to={to(paths.signIn, {}, { kembali: `${pathname}${search}` })} replace />;
  return <Failure kind={kindOf(error)} reference={error instanceof ProblemError && error.requestId !== "-" ? error.requestId : null} />;
}

function Failure({ kind, reference }: { kind: Kind; reference: string | null }) {
  const { frame } = useCopy();
  const { reset } = useQueryErrorResetBoundary();
  const { revalidate } = useRevalidator();
  usePageTitle(frame[`${kind}Title`]);
  const tryAgain = () => {
    reset();
    return revalidate();
  };
  return (
    <div className={css["centred"]} role="alert">
      <h1>{frame[`${kind}Title`]}</h1>
      <p>{frame[`${kind}Text`]}</p>
      {kind === "notFound" && <LinkButton kind="primary" to={paths.root}>{frame.toHome}</LinkButton>}
      {kind === "outdated" && <Button kind="primary" onClick={() => location.reload()}>{frame.reload}</Button>}
      {(kind === "failed" || kind === "busy" || kind === "offline") && <Button kind="primary" onClick={tryAgain}>{frame.tryAgain}</Button>}
      {kind === "failed" && reference && <p className="quiet">{frame.failedReference(reference)}</p>}
    </div>
  );
}

/** An address that no route has. */
export function NotFoundPage() {
  return <Failure kind="notFound" reference={null} />;
}
