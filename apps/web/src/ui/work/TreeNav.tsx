import { Link } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import css from "./TreeNav.module.css";

export type Place = { label: string; to: string };
export type TreeNode = Place & { id: string; note?: string; children?: readonly TreeNode[] };

/** The way from the whole down to here. The last one is here. */
export function Breadcrumbs({ places }: { places: readonly Place[] }) {
  const { parts } = useCopy();
  return (
    <nav aria-label={parts.breadcrumbs} className={css["crumbs"]}>
      <ol>
        {places.map(({ label, to }, index) => (
          <li key={to}>{index === places.length - 1 ? <span aria-current="page">{label}</span> : <Link to={to}>{label}</Link>}</li>
        ))}
      </ol>
    </nav>
  );
}

const holds = (node: TreeNode, id: string): boolean => node.id === id || (node.children ?? []).some((child) => holds(child, id));

/** A tree of units as nested lists of links; branches fold, and the one that leads to `current` is open. */
export function TreeNav({ nodes, current }: { nodes: readonly TreeNode[]; current: string }) {
  const { parts } = useCopy();
  return (
    <nav aria-label={parts.unitTree}>
      <Branch nodes={nodes} current={current} />
    </nav>
  );
}

function Branch({ nodes, current }: { nodes: readonly TreeNode[]; current: string }) {
  const { parts } = useCopy();
  return (
    <ul className={css["branch"]}>
      {nodes.map((node) => {
        const link = (
          <Link to={node.to} aria-current={node.id === current ? "page" : undefined}>
            {node.label}
            {node.note && <span className={css["note"]}>{node.note}</span>}
          </Link>
        );
        if (!node.children?.length) return <li key={node.id} className={css["leaf"]}>{link}</li>;
        return (
          <li key={node.id} className={css["node"]}>
            {link}
            <details open={holds(node, current)}>
              <summary aria-label={parts.expand(node.label)} />
              <Branch nodes={node.children} current={current} />
            </details>
          </li>
        );
      })}
    </ul>
  );
}
