import { type ReactNode, useEffect, useState } from "react";
import { NavLink, useLocation } from "react-router-dom";
import { useCopy, useLanguage } from "#copy/copy.tsx";
import { classes } from "../styles/classes.ts";
import css from "./AppShell.module.css";
import { Dialog } from "./Dialog.tsx";
import { type Icon, IconDots } from "./icons.ts";
import { OfflineLine } from "./OfflineLine.tsx";

/** `rank`: the lower, the sooner it has a place in the bar of a phone, whose room is for four. */
export type NavItem = { to: string; label: string; icon: Icon; count?: number; isEnd?: boolean; rank?: number };
/** A person with several hats sees one group for each. */
export type NavGroup = { label: string; items: readonly NavItem[] };
type Person = { name: string; jabatan: string | null };

type AppShellProps = {
  groups: readonly NavGroup[];
  person: Person;
  /** Buttons of the account: signing out. */
  account: ReactNode;
  /** Something that all must know, such as the day of a demonstration. */
  line?: ReactNode;
  /** Inside a task the phone shows the task alone. */
  isTask?: boolean;
  children: ReactNode;
};

const BAR_ITEMS = 4;
const LAST = 99;
/** Titles before the name ("dr.", "Ir.") are no initials. */
const initialsOf = (name: string) => name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith(".")).slice(0, 2).map((word) => word.charAt(0)).join("");

/** The frame of every page for who is signed in: rail on a desk, bar on a phone. */
export function AppShell({ groups, person, account, line, isTask = false, children }: AppShellProps) {
  const { frame } = useCopy();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { pathname } = useLocation();
  // Who follows a link out of the menu has finished with it.
  useEffect(() => setMenuOpen(false), [pathname]);
  return (
    <div className={classes(css["shell"], isTask && css["task"])}>
      <a href="#isi" className={css["skip"]}>
        {frame.skip}
      </a>
      <Rail {...{ groups, person, account }} />
      <header className={classes(css["top"], "on-dark", "no-print")}>
        <span className={css["brand"]}>{frame.product}</span>
        <button type="button" className={css["me"]} aria-haspopup="dialog" onClick={() => setMenuOpen(true)}>
          {initialsOf(person.name)}
          <span className="visually-hidden"> {`${frame.account}: ${person.name}`}</span>
        </button>
      </header>
      <div className={css["middle"]}>
        {line && (
          <aside aria-label={frame.notice} className={classes(css["line"], "no-print")}>
            {line}
          </aside>
        )}
        <main id="isi" className={css["main"]} tabIndex={-1}>
          {children}
        </main>
      </div>
      {!isTask && <OfflineLine above="bar" />}
      <Bar items={groups.flatMap((group) => group.items)} onMore={() => setMenuOpen(true)} />
      <Dialog isOpen={isMenuOpen} onClose={() => setMenuOpen(false)} title={person.name}>
        {person.jabatan && <p className="quiet">{person.jabatan}</p>}
        <Groups groups={groups} label={frame.more} />
        <LanguageSwitch />
        <div className="stack-tight">{account}</div>
      </Dialog>
    </div>
  );
}

function Rail({ groups, person, account }: Pick<AppShellProps, "groups" | "person" | "account">) {
  const { frame } = useCopy();
  return (
    <header className={classes(css["rail"], "on-dark", "no-print")}>
      <p className={css["brand"]}>{frame.product}</p>
      <Groups groups={groups} label={frame.mainNavigation} />
      <div className={css["person"]}>
        <p>{person.name}</p>
        {person.jabatan && <p className={css["jabatan"]}>{person.jabatan}</p>}
        {account}
        <LanguageSwitch />
      </div>
    </header>
  );
}

function Groups({ groups, label }: { groups: readonly NavGroup[]; label: string }) {
  return (
    <nav aria-label={label} className={css["groups"]}>
      {groups.map((group) => (
        <div key={group.label}>
          {groups.length > 1 && <p className={css["group"]}>{group.label}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.to}>
                <Item item={item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Item({ item: { to, label, icon: Icon, count = 0, isEnd = false } }: { item: NavItem }) {
  return (
    <NavLink to={to} end={isEnd} className={css["item"]}>
      <Icon size={22} stroke={1.8} aria-hidden />
      <span>{label}</span>
      {count > 0 && <b className={css["count"]}>{count}</b>}
    </NavLink>
  );
}

function Bar({ items, onMore }: { items: readonly NavItem[]; onMore: () => void }) {
  const { frame } = useCopy();
  const ranked = [...items].sort((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST));
  const shown = items.length > BAR_ITEMS ? ranked.slice(0, BAR_ITEMS - 1) : items;
  // What waits behind "more" must not be out of sight.
  const hidden = ranked.slice(shown.length).reduce((sum, { count = 0 }) => sum + count, 0);
  return (
    <nav aria-label={frame.mainNavigation} className={classes(css["bar"], "on-dark", "no-print")}>
      <ul>
        {shown.map((item) => (
          <li key={item.to}>
            <Item item={item} />
          </li>
        ))}
        {shown.length < items.length && (
          <li>
            <button type="button" className={css["item"]} aria-haspopup="dialog" onClick={onMore}>
              <IconDots size={22} aria-hidden />
              <span>{frame.more}</span>
              {hidden > 0 && <b className={css["count"]}>{hidden}</b>}
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** Each language in its own words; the change is at once. */
export function LanguageSwitch() {
  const { frame } = useCopy();
  const { language, setLanguage } = useLanguage();
  return (
    <div role="group" aria-label={frame.language} className={css["languages"]}>
      {(["id", "en"] as const).map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={language === each} onClick={() => setLanguage(each)}>
          {frame.languages[each]}
        </button>
      ))}
    </div>
  );
}
