import { listMyTindakLanjut } from "@teraju/contracts/tindak-lanjut";
import { useQuery } from "@tanstack/react-query";
import { useTindakLanjutCopy } from "#copy/page/tindak-lanjut.ts";
import { Card } from "#ui/light/Card.tsx";
import { apiQuery } from "../../api.ts";
import { PromiseRow } from "../../promises.tsx";

/** What was promised in meetings and is due with this month: the first rows of the report. None: nothing is drawn. */
export function Promises({ month }: { month: string }) {
  const words = useTindakLanjutCopy();
  // A report must open where this answer does not come: nothing of it depends on the promises.
  const { data } = useQuery(apiQuery(listMyTindakLanjut, { query: { month } }));
  if (data === undefined || data.items.length === 0) return null;
  const open = data.items.filter((item) => item.status === "terbuka" && item.answers.every((answer) => answer.month !== month)).length;
  return (
    <Card title={words.fromMeeting} sub={words.fromMeetingSub(open)} kind={open > 0 ? "attention" : "plain"}>
      <ul>{data.items.map((item) => <PromiseRow key={item.id} item={item} month={month} />)}</ul>
    </Card>
  );
}
