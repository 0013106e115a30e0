import type { listAudit } from "@teraju/contracts/audit";
import type { Output } from "@teraju/contracts/endpoint";
import type { FormEvent } from "react";
import { Link, useNavigate, useSearchParams } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { useAuditCopy } from "#copy/page/audit.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { useFilterAddress } from "./address.ts";
import css from "./audit.module.css";

type Entry = Output<typeof listAudit>["entries"][number];

/** Action and days by a form; the actor and the thing by a press on a row. */
export function Filters({ actions, entries }: { actions: readonly string[]; entries: readonly Entry[] }) {
  const words = useAuditCopy();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const addressOf = useFilterAddress();
  const given = (name: string) => search.get(name) ?? "";
  const isFiltered = ["tindakan", "mulai", "sampai", "pelaku", "tentang"].some((name) => given(name) !== "");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? "");
    void navigate(addressOf({ tindakan: read("tindakan"), mulai: read("mulai"), sampai: read("sampai") }), { preventScrollReset: true });
  };
  return (
    <form className={`${css["filters"] ?? ""} no-print`} aria-label={words.filters} onSubmit={submit} key={search.toString()}>
      <NativeSelect
        name="tindakan"
        label={words.action}
        defaultValue={given("tindakan")}
        options={[{ value: "", label: words.allActions }, ...actions.map((action) => ({ value: action, label: words.actions[action] ?? action }))]}
      />
      <TextInput name="mulai" type="date" label={words.from} defaultValue={given("mulai")} />
      <TextInput name="sampai" type="date" label={words.until} defaultValue={given("sampai")} />
      <div className="row">
        <Button type="submit">{words.apply}</Button>
        {isFiltered && (
          <LinkButton kind="quiet" to="?">
            {words.clear}
          </LinkButton>
        )}
      </div>
      <Chosen entries={entries} />
    </form>
  );
}

/** The actor and the thing that were pressed, each with its way out. */
function Chosen({ entries }: { entries: readonly Entry[] }) {
  const words = useAuditCopy();
  const { parts } = useCopy();
  const [search] = useSearchParams();
  const addressOf = useFilterAddress();
  const [actor, target] = [search.get("pelaku"), search.get("tentang")];
  const nameOfActor = entries.find((entry) => entry.actor?.id === actor)?.actor?.name ?? actor;
  const found = entries.find((entry) => entry.target.id === target)?.target;
  const nameOfTarget = found === undefined ? target : (found.name ?? `${words.targets[found.type] ?? found.type} ${found.id.slice(0, 8)}`);
  if (actor === null && target === null) return null;
  return (
    <p className={css["chosen"]}>
      {actor !== null && (
        <>
          {words.onlyActor(nameOfActor ?? "")} <Link to={addressOf({ pelaku: "" })}>{parts.close}</Link>
        </>
      )}{" "}
      {target !== null && (
        <>
          {words.onlyTarget(nameOfTarget ?? "")} <Link to={addressOf({ tentang: "" })}>{parts.close}</Link>
        </>
      )}
    </p>
  );
}
