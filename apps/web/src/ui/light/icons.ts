import type { FunctionComponent } from "react";

export type Icon = FunctionComponent<{ size?: number; stroke?: number; className?: string | undefined; "aria-hidden"?: boolean }>;

/** The house's icons: Tabler outline, 22 px, beside a word (alone only: back, plus, minus). One import each, so that a page pays for what it draws. */
export { default as IconAlert } from "@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs";
export { default as IconArrowLeft } from "@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs";
export { default as IconAudit } from "@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs";
export { default as IconCamera } from "@tabler/icons-react/dist/esm/icons/IconCamera.mjs";
export { default as IconCheck } from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
export { default as IconChevronLeft } from "@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs";
export { default as IconChevronRight } from "@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs";
export { default as IconCity } from "@tabler/icons-react/dist/esm/icons/IconBuildingCommunity.mjs";
export { default as IconDashboard } from "@tabler/icons-react/dist/esm/icons/IconChartBar.mjs";
export { default as IconDots } from "@tabler/icons-react/dist/esm/icons/IconDots.mjs";
export { default as IconDownload } from "@tabler/icons-react/dist/esm/icons/IconDownload.mjs";
export { default as IconExternal } from "@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs";
export { default as IconEye } from "@tabler/icons-react/dist/esm/icons/IconEye.mjs";
export { default as IconEyeOff } from "@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs";
export { default as IconFile } from "@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs";
export { default as IconHome } from "@tabler/icons-react/dist/esm/icons/IconHome.mjs";
export { default as IconInfo } from "@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs";
export { default as IconLink } from "@tabler/icons-react/dist/esm/icons/IconLink.mjs";
export { default as IconMinus } from "@tabler/icons-react/dist/esm/icons/IconMinus.mjs";
export { default as IconMayor } from "@tabler/icons-react/dist/esm/icons/IconBuilding.mjs";
export { default as IconNotes } from "@tabler/icons-react/dist/esm/icons/IconPencil.mjs";
export { default as IconOrganisation } from "@tabler/icons-react/dist/esm/icons/IconSitemap.mjs";
export { default as IconPlus } from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
export { default as IconPrint } from "@tabler/icons-react/dist/esm/icons/IconPrinter.mjs";
export { default as IconReport } from "@tabler/icons-react/dist/esm/icons/IconFileText.mjs";
export { default as IconResult } from "@tabler/icons-react/dist/esm/icons/IconScale.mjs";
export { default as IconReview } from "@tabler/icons-react/dist/esm/icons/IconChecklist.mjs";
export { default as IconSettings } from "@tabler/icons-react/dist/esm/icons/IconUserCog.mjs";
export { default as IconSignOut } from "@tabler/icons-react/dist/esm/icons/IconLogout.mjs";
export { default as IconSkp } from "@tabler/icons-react/dist/esm/icons/IconTargetArrow.mjs";
export { default as IconTeam } from "@tabler/icons-react/dist/esm/icons/IconUsers.mjs";
export { default as IconTrash } from "@tabler/icons-react/dist/esm/icons/IconTrash.mjs";
export { default as IconUmpanBalik } from "@tabler/icons-react/dist/esm/icons/IconMessage.mjs";
export { default as IconX } from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
