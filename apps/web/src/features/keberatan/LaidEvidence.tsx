import { readEvidenceFile, uploadEvidence } from "@teraju/contracts/evidence";
import { type KeberatanView, readKeberatan } from "@teraju/contracts/keberatan";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { useKeberatanEvidenceCopy } from "#copy/page/keberatan-evidence.ts";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { FileInput } from "#ui/light/FileInput.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { call, queryKey } from "../../api.ts";
import { forSending } from "../../photo.ts";

/** New files that either side lays before the atasan, until the penilai has explained. Both read all of them. */
export function LaidEvidence({ shown: { id, laid, actions, pegawai, penilai } }: { shown: KeberatanView }) {
  const words = useKeberatanEvidenceCopy();
  const { page } = useKeberatanCopy();
  const format = useFormat();
  const client = useQueryClient();
  const [done, setDone] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const ready = await forSending(file);
      return call(uploadEvidence, { params: { id: v7() }, query: { keberatanId: id, title: ready.name.slice(0, 200) }, body: await ready.arrayBuffer() }, { contentType: ready.type });
    },
    onSuccess: async ({ title }) => {
      await client.invalidateQueries({ queryKey: queryKey(readKeberatan) });
      setDone(title);
    },
  });
  const mayLay = actions.layEvidence.length === 0;
  const pick = (file: File) => {
    setDone(null);
    upload.mutate(file);
  };
  if (!mayLay && laid.length === 0) return null;
  return (
    <Card title={words.title} sub={mayLay ? words.sub : undefined}>
      {laid.length > 0 && (
        <Lines>
          {laid.map((one) => (
            <Line
              key={one.id} title={one.title} sub={words.by(one.by === "owner" ? pegawai.name : penilai.name, format.date(one.on))}
              action={one.hasFile && <a href={readEvidenceFile.path.replace(":id", one.id)} download aria-label={`${page.openEvidence}: ${one.title}`}>{page.openEvidence}</a>}
            />
          ))}
        </Lines>
      )}
      {mayLay && (
        <FileInput label={words.choose} help={words.help} accept="application/pdf,image/jpeg,image/png" onPick={pick} isDisabled={upload.isPending} />
      )}
      <p role="status" className="small">{upload.isPending ? words.sending : done !== null && words.done(done)}</p>
      <ProblemAlert error={upload.error} />
    </Card>
  );
}
