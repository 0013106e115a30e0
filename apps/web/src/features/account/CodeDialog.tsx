import { giveActivationCode, listAccounts } from "@teraju/contracts/account";
import type { Input } from "@teraju/contracts/endpoint";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useAccountCopy } from "#copy/page/account.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { IconPrint } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { CopyButton } from "#ui/work/CopyButton.tsx";
import { apiMutation } from "../../api.ts";
import { paths } from "../../paths.ts";
import type { Account } from "./AccountTable.tsx";
import css from "./account.module.css";

type Identity = Input<typeof giveActivationCode>["body"]["identity"];
const IDENTITIES = ["ktp", "kartu_pegawai", "sk_pengangkatan"] as const satisfies readonly Identity[];

/** First how the person was known and what it does, then the code, once: to read, to copy, to print as a slip. */
export function CodeDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = useAccountCopy();
  const give = useMutation(apiMutation(giveActivationCode, { invalidates: [listAccounts] }));
  const [identity, setIdentity] = useState<Identity | null>(null);
  const [isMissing, setMissing] = useState(false);
  const code = give.data;
  const make = () => {
    setMissing(identity === null);
    if (identity !== null) give.mutate({ params: { personId: account.personId }, body: { identity } });
  };
  const actions = code ? (
    <>
      <Button kind="primary" icon={IconPrint} onClick={() => print()}>
        {words.print}
      </Button>
      <Button onClick={onClose}>{words.finished}</Button>
    </>
  ) : (
    <>
      <Button kind="primary" isBusy={give.isPending} onClick={make}>
        {words.giveNow}
      </Button>
      <Button onClick={onClose}>{words.cancel}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.giveTitle(account.name)} actions={actions}>
      {code ? (
        <>
          <div className="no-print">
            <Alert kind="attention" isLive title={words.codeOnce} />
          </div>
          <Slip account={account} code={code.code} expiresAt={code.expiresAt} />
          <CopyButton text={code.code} label={words.copyCode} />
        </>
      ) : (
        <>
          {account.state === "active" && <Alert kind="attention"><p>{words.lostWarning}</p></Alert>}
          <RadioGroup label={words.identity} help={words.identityHelp} error={isMissing && identity === null ? words.needIdentity : null} value={identity} onChange={setIdentity} options={IDENTITIES.map((value) => ({ value, label: words.identities[value] }))} />
          <p>{words.giveWarning} {words.ownerTold}</p>
        </>
      )}
      <ProblemAlert error={give.error} />
    </Dialog>
  );
}

/** What the person takes along: printed alone on the sheet. */
function Slip({ account, code, expiresAt }: { account: Account; code: string; expiresAt: string }) {
  const words = useAccountCopy();
  const format = useFormat();
  return (
    <section className={css["slip"]} aria-label={words.slipTitle}>
      <h3 className={css["slipTitle"]}>{words.slipTitle}</h3>
      <p>
        <b>{account.name}</b>
        <span className={css["under"]}>{account.login}</span>
      </p>
      <p>
        <span className="visually-hidden">{words.code}: </span>
        <code className={css["code"]}>{code}</code>
      </p>
      <p>{words.codeUntil(format.moment(expiresAt))}</p>
      <ol className={css["steps"]}>
        {words.slipSteps(`${location.origin}${paths.activate}`).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="small">{words.slipSecret}</p>
    </section>
  );
}
