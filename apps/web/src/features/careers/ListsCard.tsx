import { decideTalentList, exportTalentList, listTalentLists, makeTalentList } from "@teraju/contracts/careers";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useCareersCopy } from "#copy/page/careers.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import { ApprovalLine } from "./Approval.tsx";

type List = Output<typeof listTalentLists>["lists"][number];
const BOXES = [9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Lists of names for somebody outside: one makes it, another lets it go. */
export function ListsCard({ year }: { year: number }) {
  const words = useCareersCopy();
  const { roles } = useSession();
  const [isMaking, setMaking] = useState(false);
  const { data, error } = useQuery(apiQuery(listTalentLists, {}));
  return (
    <Card title={words.lists} sub={words.listsSub} aside={roles.includes("bkpsdm_analis") && !isMaking && <Button onClick={() => setMaking(true)}>{words.newList}</Button>}>
      {isMaking && <MakeForm year={year} onDone={() => setMaking(false)} />}
      <ProblemAlert error={error} />
      {data === undefined ? <Skeleton height={80} /> : data.lists.length === 0 ? <EmptyState title={words.noLists} /> : data.lists.map((list) => <One key={list.id} list={list} />)}
    </Card>
  );
}

function One({ list }: { list: List }) {
  const words = useCareersCopy();
  const format = useFormat();
  const { roles } = useSession();
  const decide = useMutation(apiMutation(decideTalentList, { invalidates: [listTalentLists] }));
  return (
    <section className="stack-tight" aria-label={list.title}>
      <h3>{list.title}</h3>
      <p>{list.recipient}, {words.people(format.number(list.people))}. {list.purpose}</p>
      <ApprovalLine of={list} mayDecide={roles.includes("bkpsdm_kepala")} isBusy={decide.isPending} onDecide={(body) => decide.mutate({ params: { id: list.id }, body })}>
        {list.status === "approved" && <LinkButton isSmall icon={IconDownload} to={exportTalentList.path.replace(":id", list.id)} reloadDocument download="talenta.xlsx">{words.download}</LinkButton>}
      </ApprovalLine>
      <ProblemAlert error={decide.error} />
    </section>
  );
}

function MakeForm({ year, onDone }: { year: number; onDone: () => void }) {
  const words = useCareersCopy();
  const [id] = useState(() => v7());
  const [boxes, setBoxes] = useState<readonly number[]>([9]);
  const [form, setForm] = useState({ title: "", purpose: "", recipient: "" });
  const make = useMutation({ ...apiMutation(makeTalentList, { invalidates: [listTalentLists] }), onSuccess: onDone });
  const field = (name: keyof typeof form) => ({ value: form[name], required: true, onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); make.mutate({ body: { id, year, boxes: [...boxes], ...form } }); }}>
      <fieldset>
        <legend>{words.boxes}</legend>
        <div className="row">
          {BOXES.map((box) => (
            <label key={box} className="row">
              <input type="checkbox" checked={boxes.includes(box)} onChange={() => setBoxes(boxes.includes(box) ? boxes.filter((one) => one !== box) : [...boxes, box])} /> {words.box(box)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextInput label={words.listTitle} minLength={5} maxLength={200} {...field("title")} />
      <TextInput label={words.recipient} minLength={3} maxLength={200} {...field("recipient")} />
      <Textarea label={words.purpose} minLength={10} maxLength={500} {...field("purpose")} />
      <div className="row">
        <Button type="submit" kind="primary" isBusy={make.isPending} refusal={boxes.length === 0 ? words.check : null}>{words.makeList}</Button>
        <Button onClick={onDone}>{words.close}</Button>
      </div>
      <ProblemAlert error={make.error} />
    </form>
  );
}
