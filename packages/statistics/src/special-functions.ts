/**
 * Special functions behind the distributions: Lanczos' approximation (g = 7, 9 terms), continued fractions by Lentz'
 * method and asymptotic series. Accuracy about 1e-13 relative, tested against R.
 */

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** Natural logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const series = LANCZOS.reduce((total, coefficient, i) => (i === 0 ? coefficient : total + coefficient / (shifted + i)), 0);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

/** Natural logarithm of the number of ways to choose k of n. */
export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

const TINY = 1e-300;
const CLOSE = 1e-16;
const MAX_TERMS = 10_000;

/** A continued fraction b0 + a1/(b1 + a2/(b2 + …)) by the modified method of Lentz; `term(i)` gives [a_i, b_i] for i ≥ 1. */
function continuedFraction(b0: number, term: (i: number) => readonly [number, number]): number {
  let value = b0 || TINY;
  let c = value;
  let d = 0;
  for (let i = 1; i <= MAX_TERMS; i += 1) {
    const [a, b] = term(i);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < CLOSE) break;
  }
  return value;
}

/** Regularized incomplete beta function I_x(a, b) for a, b > 0 and x in [0, 1]. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const fraction = continuedFraction(1, (i) => {
    const m = i >> 1;
    const numerator = i % 2 === 0
      ? (m * (b - m) * x) / ((a + i - 1) * (a + i))
      : -((a + m) * (a + b + m) * x) / ((a + i - 1) * (a + i));
    return [numerator, 1];
  });
  return front / (a * fraction);
}

/** Upper regularized incomplete gamma function Q(a, x) for a > 0 and x ≥ 0. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) return 1 - front * lowerSeries(a, x);
  return front / continuedFraction(x + 1 - a, (i) => [-i * (i - a), x + 1 - a + 2 * i]);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let i = 1; term > total * CLOSE; i += 1) {
    term *= x / (a + i);
    total += term;
  }
  return total;
}

/** Digamma function, the derivative of logGamma, for x > 0. */
export function digamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 15; at += 1) shift -= 1 / at;
  const f = 1 / (at * at);
  return shift + Math.log(at) - 0.5 / at - f * (1 / 12 - f * (1 / 120 - f * (1 / 252 - f * (1 / 240 - f / 132))));
}

/** Trigamma function, the derivative of digamma, for x > 0. */
export function trigamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 15; at += 1) shift += 1 / (at * at);
  const f = 1 / (at * at);
  return shift + 1 / at + f / 2 + (f / at) * (1 / 6 - f * (1 / 30 - f * (1 / 42 - f * (1 / 30 - (f * 5) / 66))));
}

/** The x > 0 whose trigamma is y > 0. Newton on 1/trigamma, which is nearly linear and convex (Smyth 2004, appendix). */
export function trigammaInverse(y: number): number {
  let x = 0.5 + 1 / y;
  for (let i = 0; i < 50; i += 1) {
    const t = trigamma(x);
    const step = (t * (1 - t / y)) / tetragamma(x);
    x += step;
    if (Math.abs(step) < 1e-12 * x) break;
  }
  return x;
}

/** The slope of trigamma, roughly: it only paces Newton's steps. */
function tetragamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 10; at += 1) shift -= 2 / at ** 3;
  return shift - 1 / at ** 2 - 1 / at ** 3;
}
