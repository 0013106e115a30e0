/** The public face: names and shapes of design/public-face.md. The only barrel of this package. */
export * from "./agreement.ts";
export { connectedComponents, type Components } from "./connectivity.ts";
export type { Ratings, Variances } from "./design.ts";
export { normalCdf } from "./distributions.ts";
export * from "./effect.ts";
export * from "./fisher-exact.ts";
export * from "./group-tests.ts";
export * from "./icc.ts";
export * from "./matched-effect.ts";
export * from "./mixed-effects.ts";
export * from "./reciprocity.ts";
export * from "./sealed.ts";
export * from "./severity.ts";
export * from "./shrinkage.ts";
export * from "./social-relations.ts";
