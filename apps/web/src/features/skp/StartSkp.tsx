import { createSkp, listSkpTemplates, type SkpRevision } from "@teraju/contracts/skp";
import type { Input } from "@teraju/contracts/endpoint";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useNavigate } from "react-router-dom";
import { v7 } from "uuid";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { touched } from "./touched.ts";
import css from "./skp.module.css";

type From = Input<typeof createSkp>["body"]["from"];

/** The four ways into an SKP, last year's first. */
export function StartSkp({ year, history }: { year: number; history: readonly SkpRevision[] }) {
  const words = useSkpCopy();
  const { data: templates } = useSuspenseQuery(apiQuery(listSkpTemplates, {}));
  const { begin, isPending, error } = useBegin(year);
  const previous = history.find((one) => one.year < year && one.setAt !== null);
  const empty: From = { kind: "empty", pendekatan: "kuantitatif" };
  return (
    <Card title={words.startTitle(year)}>
      <ProblemAlert error={error} />
      <div>
        {previous && <Choice title={words.fromPrevious(previous.year, previous.revision)} help={words.fromPreviousHelp} isPrimary isBusy={isPending} onChoose={() => begin({ kind: "previous", skpId: previous.id })} />}
        {templates.map((template) => (
          <Choice key={template.id} title={words.fromTemplate(template.title)} isBusy={isPending} onChoose={() => begin({ kind: "template", templateId: template.id })} help={`${template.isOwnJabatan ? words.templateOwn : words.templateFamily}, ${words.templateResults(template.hasilKerja.length)}. ${template.source}`}>
            <ul className={css["names"]}>
              {template.hasilKerja.slice(0, 3).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Choice>
        ))}
        <Choice title={words.fromPaste} help={words.fromPasteHelp} isBusy={isPending} onChoose={() => begin(empty, { tempel: "1" })} />
        <Choice title={words.fromEmpty} help={words.fromEmptyHelp} isBusy={isPending} onChoose={() => begin(empty)} />
      </div>
    </Card>
  );
}

function useBegin(year: number) {
  const navigate = useNavigate();
  const send = useMutation(apiMutation(createSkp, touched));
  const begin = (from: From, query: Record<string, string> = {}) =>
    // One id for one press: sent again by a lost signal it is the same SKP.
    send.mutate({ body: { id: v7(), year, from } }, { onSuccess: (made) => navigate(to(paths.skpEdit, { id: made.id }, query)) });
  return { begin, isPending: send.isPending, error: send.error };
}

type ChoiceProps = { title: string; help: ReactNode; isPrimary?: boolean; isBusy: boolean; onChoose: () => void; children?: ReactNode };
function Choice({ title, help, isPrimary = false, isBusy, onChoose, children }: ChoiceProps) {
  const words = useSkpCopy();
  return (
    <div className={css["choice"]}>
      <div>
        <h3>{title}</h3>
        <p className="small quiet">{help}</p>
        {children}
      </div>
      <div>
        <Button kind={isPrimary ? "primary" : "secondary"} isBusy={isBusy} onClick={onChoose} aria-label={`${words.choose}: ${title}`}>
          {words.choose}
        </Button>
      </div>
    </div>
  );
}
