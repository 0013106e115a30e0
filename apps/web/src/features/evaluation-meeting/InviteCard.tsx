import { type MeetingView, printMeeting, readInvitation } from "@teraju/contracts/evaluation-meeting";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { IconDownload, IconPrint } from "#ui/light/icons.ts";
import { CopyButton } from "#ui/work/CopyButton.tsx";
import { paths, to } from "../../paths.ts";
import css from "./meeting.module.css";

/** To calendars, into a chat, onto paper; and a meeting that was held on paper comes back in. */
export function InviteCard({ view }: { view: MeetingView }) {
  const { prepare: words } = useMeetingCopy();
  const { id } = view;
  const print = (paper: "agenda" | "bahan" | "daftar-hadir") => printMeeting.path.replace(":id", id).replace(":kertas", paper);
  const assists = view.hats.includes("memimpin") || view.hats.includes("notulis");
  return (
    <Card title={words.invite}>
      <div className={css["ways"]}>
        <LinkButton isSmall icon={IconDownload} to={readInvitation.path.replace(":id", id)} reloadDocument download>{words.ics}</LinkButton>
        <CopyButton text={view.invitation} label={words.copy} />
        <LinkButton isSmall to={to(paths.meetingWall, { id })} target="_blank">{words.toWall}</LinkButton>
        {assists && <LinkButton isSmall icon={IconPrint} to={print("agenda")} reloadDocument download>{words.printAgenda}</LinkButton>}
        {assists && <LinkButton isSmall icon={IconPrint} to={print("bahan")} reloadDocument download>{words.printSlides}</LinkButton>}
        {assists && <LinkButton isSmall icon={IconPrint} to={print("daftar-hadir")} reloadDocument download>{words.printAttendance}</LinkButton>}
        {view.actions.paper.length === 0 && <LinkButton isSmall to={to(paths.meetingPaper, { id })}>{words.paper}</LinkButton>}
      </div>
    </Card>
  );
}
