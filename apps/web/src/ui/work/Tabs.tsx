import { Link, useSearchParams } from "react-router-dom";
import { useAddress } from "../light/address.ts";
import { classes } from "../styles/classes.ts";
import css from "./Tabs.module.css";

export type Tab<Value extends string> = { value: Value; label: string; count?: number };

/** The tab that the address names; the first where it names none. */
export function useTab<Value extends string>(param: string, tabs: readonly [Tab<Value>, ...Tab<Value>[]]): Value {
  const [search] = useSearchParams();
  const named = search.get(param);
  return (tabs.find((tab) => tab.value === named) ?? tabs[0]).value;
}

type TabsProps<Value extends string> = {
  param: string;
  tabs: readonly [Tab<Value>, ...Tab<Value>[]];
  label: string;
  /** The name in the address that belongs to one view only, such as the page of its list. */
  resets?: string;
};

/** Views of one page. Links, not a widget: each view has its address, and the way back works. */
export function Tabs<Value extends string>({ param, tabs, label, resets }: TabsProps<Value>) {
  const { addressOf } = useAddress();
  const current = useTab(param, tabs);
  return (
    <nav aria-label={label} className={classes(css["tabs"], "no-print")}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.value}>
            <Link to={addressOf({ [param]: tab.value, ...(resets !== undefined && { [resets]: null }) })} preventScrollReset aria-current={tab.value === current ? "page" : undefined}>
              {tab.label}
              {tab.count !== undefined && <span className={css["count"]}>{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
