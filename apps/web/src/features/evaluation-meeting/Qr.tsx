import { encodeQR } from "qr";

/** A code for phones, drawn in one path; the address stands beside it for who has no camera. `address` is absolute. */
export function Qr({ address, label }: { address: string; label: string }) {
  const rows = encodeQR(address, "raw", { border: 2 });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges" style={{ width: "100%", height: "auto" }}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
