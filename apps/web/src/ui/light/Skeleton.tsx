import { useCopy } from "#copy/copy.tsx";
import css from "./Skeleton.module.css";

/** Boxes where the page will be. They show only after 200 ms: what is quick does not flicker. */
export function PageSkeleton({ boxes = 3 }: { boxes?: number }) {
  const { parts } = useCopy();
  return (
    <div className={css["page"]} role="status">
      <span className="visually-hidden">{parts.loading}</span>
      <div className={css["title"]} />
      {Array.from({ length: boxes }, (_, index) => (
        <div key={index} className={css["box"]} />
      ))}
    </div>
  );
}

/** One box of the height that the thing will have, so that nothing moves when it comes. */
export function Skeleton({ height }: { height: number }) {
  return <div className={css["box"]} style={{ height }} aria-hidden />;
}
