import { readEvidenceFile, type EvidenceView } from "@teraju/contracts/evidence";
import { useEffect, useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useReviewCopy } from "#copy/page/review.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { call } from "../../api.ts";
import css from "./review.module.css";

/** Evidence beside the row that it belongs to. Files are served as attachments, so a picture is fetched and shown from memory. */
export function EvidencePreview({ evidence, onClose }: { evidence: EvidenceView; onClose: () => void }) {
  const review = useReviewCopy();
  return (
    <Card title={evidence.title} aside={<Button isSmall onClick={onClose}>{review.closeEvidence}</Button>}>
      <Content evidence={evidence} />
    </Card>
  );
}

function Content({ evidence }: { evidence: EvidenceView }) {
  const review = useReviewCopy();
  const { parts } = useCopy();
  if (evidence.kind === "register") return <p>{review.register(evidence.registerNumber ?? "")}</p>;
  if (evidence.kind === "link") {
    return (
      <p>
        <a href={evidence.url ?? ""} target="_blank" rel="noopener noreferrer">
          {review.openLink} <span className="visually-hidden">({parts.opensInNewTab})</span>
        </a>
        <span className="quiet small"> {evidence.url}</span>
      </p>
    );
  }
  if (evidence.mime?.startsWith("image/")) return <Picture evidence={evidence} mime={evidence.mime} key={evidence.id} />;
  return (
    <a href={readEvidenceFile.path.replace(":id", evidence.id)} download>
      {review.downloadPdf}
    </a>
  );
}

function Picture({ evidence, mime }: { evidence: EvidenceView; mime: string }) {
  const review = useReviewCopy();
  const [state, setState] = useState<{ url: string } | "failed" | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    let url: string | null = null;
    call(readEvidenceFile, { params: { id: evidence.id } }, { signal: controller.signal }).then(
      (bytes) => {
        url = URL.createObjectURL(new Blob([bytes], { type: mime }));
        setState({ url });
      },
      () => controller.signal.aborted || setState("failed"),
    );
    return () => {
      controller.abort();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [evidence.id, mime]);
  if (state === "failed") return <Alert kind="error" isLive>{review.evidenceFailed}</Alert>;
  return state === null ? <Skeleton height={200} /> : <img className={css["picture"]} src={state.url} alt={evidence.title} />;
}
