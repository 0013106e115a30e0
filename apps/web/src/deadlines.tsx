import { readDeadlines } from "@teraju/contracts/calendar";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useDeadlineCopy } from "#copy/page/deadline.ts";
import { DayClock } from "#ui/light/DayClock.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiQuery } from "./api.ts";

type What = "batas" | "periksaSampai" | "rapatSampai" | "tutup";

/** "Bagaimana dihitung?" under a deadline: fetched when it is opened, counted aloud by the city's calendar, with what an outage added. */
export default function DeadlineCount({ month, what, unit }: { month: string; what: What; unit?: string }) {
  const words = useDeadlineCopy();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({ ...apiQuery(readDeadlines, { query: { month, ...(unit === undefined ? {} : { unit }) } }), enabled: isOpen });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small">{words.how}</summary>
      {data !== undefined && <DayClock clock={data.clocks[what]} />}
      {data !== undefined && data.extraReason !== null && what !== "rapatSampai" && <p className="small">{words.extended(data.extraDays, data.extraReason)}</p>}
      <ProblemAlert error={error} />
    </details>
  );
}
