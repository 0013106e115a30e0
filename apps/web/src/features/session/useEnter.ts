import { readSession, type SessionView } from "@teraju/contracts/session";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearchParams } from "react-router-dom";
import { queryKey } from "../../api.ts";
import { safeReturn } from "../../paths.ts";
import { forgetPerson } from "../../session.ts";

/** After signing in: nothing of another person stays, one's own unsent words do, and the page that was asked for opens. */
export function useEnter() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return async (session: SessionView) => {
    await forgetPerson(client, session.person.id);
    client.setQueryData(queryKey(readSession, {}), session);
    await navigate(safeReturn(search.get("kembali")), { replace: true });
  };
}
