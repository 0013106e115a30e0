import { readSetup, type SetupLine } from "@teraju/contracts/setup";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useSetupCopy } from "#copy/page/setup.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { IconCheck } from "#ui/light/icons.ts";
import { Mark, PageHeader } from "#ui/light/PageHeader.tsx";
import { classes } from "#ui/styles/classes.ts";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { KepalaDaerahDialog } from "./KepalaDaerahDialog.tsx";
import css from "./setup.module.css";

type Step = SetupLine["step"];
type Hat = ReturnType<typeof useSession>["roles"][number];
/** Where each step is done, and by whom; without an address it is done on the host or in a dialog of this page. */
const PLACE: Record<Step, { to: string | null; hats: readonly Hat[]; by: "bkpsdm" | "desk" | "two" | null }> = {
  operator: { to: paths.access, hats: ["bkpsdm_kepala"], by: null },
  two_people: { to: paths.access, hats: ["bkpsdm_kepala"], by: null },
  calendar: { to: paths.calendar, hats: ["bkpsdm"], by: "bkpsdm" },
  standard: { to: paths.standard, hats: ["bkpsdm_analis", "bkpsdm_kepala", "bkpsdm"], by: "two" },
  units: { to: paths.imports, hats: ["bkpsdm"], by: "bkpsdm" },
  kepala_daerah: { to: null, hats: ["bkpsdm"], by: "bkpsdm" },
  people: { to: paths.imports, hats: ["bkpsdm"], by: "bkpsdm" },
  penilai: { to: paths.penilaiLines, hats: ["bkpsdm"], by: "bkpsdm" },
  start: { to: paths.opdStart, hats: ["bkpsdm", "bkpsdm_kepala", "bkpsdm_analis", "admin_teknis"], by: "bkpsdm" },
  letters: { to: paths.admin, hats: ["bkpsdm", "bkpsdm_kepala", "admin_teknis"], by: "desk" },
};
/** Nothing of them can be done before there are people. */
const WAITS: readonly Step[] = ["penilai", "start", "letters"];
const HOST: Partial<Record<Step, readonly string[]>> = { operator: [""], two_people: [" bkpsdm_analis", " bkpsdm_kepala"] };

/** The first day of a city: what stands, what is still to be done, and the way to it. */
export default function SetupPage() {
  const words = useSetupCopy();
  const format = useFormat();
  const { steps, standard } = useSuspenseQuery(apiQuery(readSetup, {})).data;
  const [isRecording, setRecording] = useState(false);
  const [recorded, setRecorded] = useState<string | null>(null);
  const done = steps.filter(({ isDone }) => isDone).length;
  const title = done === steps.length ? words.allDone : words.title(format.number(done), format.number(steps.length));
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={<Mark>{title}</Mark>} sub={words.sub} />
      {recorded !== null && <Alert kind="good" isLive><p>{words.mayor.recorded(recorded)}</p></Alert>}
      <Card>
        <ol className={css["steps"]}>
          {steps.map((line, index) => (
            <StepLine key={line.step} line={line} number={index + 1} standard={line.step === "standard" ? standard : null} onRecord={() => { setRecorded(null); setRecording(true); }} />
          ))}
        </ol>
      </Card>
      {isRecording && <KepalaDaerahDialog onClose={() => setRecording(false)} onDone={(name) => { setRecording(false); setRecorded(name); }} />}
    </div>
  );
}

function StepLine({ line: { step, count, lacking, isDone }, number, standard, onRecord }: { line: SetupLine; number: number; standard: { name: string } | null; onRecord: () => void }) {
  const words = useSetupCopy();
  const format = useFormat();
  const { roles } = useSession();
  const { title, there, todo, go } = words.steps[step];
  const { to, hats, by } = PLACE[step];
  const isMine = hats.some((hat) => roles.includes(hat));
  const waits = WAITS.includes(step) && count === 0 && lacking === 0;
  return (
    <li className={classes(css["step"], isDone && css["isDone"])}>
      <span className={css["number"]} aria-hidden>{isDone ? <IconCheck size={20} /> : number}</span>
      <div className={css["words"]}>
        <h2>{title} <Badge kind={isDone ? "good" : "plain"}>{isDone ? words.done : words.open}</Badge></h2>
        <p>{isDone ? there(format.number(count)) : waits ? words.nothingYet : todo(format.number(lacking), format.number(count))}</p>
        {standard !== null && <p className="quiet small">{words.standardNow(standard.name)}</p>}
        {!isDone && HOST[step] !== undefined && <HostCommand roles={HOST[step]} />}
        {!isDone && !isMine && by !== null && <p className="quiet small">{words.by[by]}</p>}
      </div>
      {isMine && !waits && !(isDone && step === "kepala_daerah") && (
        <div className={css["go"]}>
          {to === null ? <Button onClick={onRecord}>{go}</Button> : <LinkButton to={to}>{go}</LinkButton>}
        </div>
      )}
    </li>
  );
}

function HostCommand({ roles }: { roles: readonly string[] }) {
  const words = useSetupCopy();
  return (
    <>
      <p className="quiet small">{words.onHost}</p>
      {/* Wider than a phone: reached and scrolled by keyboard too. */}
      <code className={css["command"]} tabIndex={0} role="region" aria-label={words.onHost}>{roles.map((role) => `pnpm operator NIP "${words.hostName}"${role}`).join("\n")}</code>
    </>
  );
}
