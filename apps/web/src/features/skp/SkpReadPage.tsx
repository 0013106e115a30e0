import { readSkp } from "@teraju/contracts/skp";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { Findings } from "./Findings.tsx";
import { SkpActions } from "./SkpActions.tsx";
import { SkpContent } from "./SkpContent.tsx";
import { SkpState } from "./SkpState.tsx";
import { TemplateButton } from "./TemplateDialog.tsx";

/** One SKP, as its owner, the penilai or whoever else may read it sees it. */
export default function SkpReadPage() {
  const words = useSkpCopy();
  const { vocabulary } = useCopy();
  const { id = "" } = useParams();
  const { today } = useSession();
  const { data: skp } = useSuspenseQuery(apiQuery(readSkp, { params: { id } }));
  const { name, jabatan, unit } = skp.person;
  return (
    <div className="stack">
      <PageHeader
        tab={words.tab}
        title={`${words.historyLine(skp.year, skp.revision)}: ${name}`}
        sub={[jabatan, unit].filter(Boolean).join(", ")}
        action={<LinkButton to={to(paths.skpCopy, { id })}>{words.toEKinerja}</LinkButton>}
      />
      <p className="row">
        <Badge kind={skp.status === "set" ? "good" : skp.status === "proposed" ? "info" : skp.status === "returned" ? "attention" : "plain"}>{vocabulary.skpStatus[skp.status]}</Badge>
        <span className="quiet">{vocabulary.pendekatan[skp.pendekatan]}</span>
      </p>
      <SkpState skp={skp} />
      <SkpActions skp={skp} />
      <TemplateButton skpId={skp.id} jabatan={jabatan} refusals={skp.actions.template} />
      {(skp.status === "proposed" || skp.actions.save.length === 0) && <Findings findings={skp.findings} />}
      <SkpContent skp={skp} today={today} />
    </div>
  );
}
