/** A dense symmetric matrix by rows. */
export type Dense = Float64Array[];

export function zeros(size: number): Dense {
  return Array.from({ length: size }, () => new Float64Array(size));
}

/**
 * The lower triangle L of M = L·Lᵀ, written over M's lower triangle. `null` when M is not positive definite: a row that is
 * (all but) a combination of the earlier ones.
 */
export function cholesky(m: Dense): Dense | null {
  for (let i = 0; i < m.length; i += 1) {
    const row = m[i] ?? new Float64Array();
    const scale = row[i] ?? 0;
    for (let j = 0; j <= i; j += 1) {
      const other = m[j] ?? row;
      let value = row[j] ?? 0;
      for (let k = 0; k < j; k += 1) value -= (row[k] ?? 0) * (other[k] ?? 0);
      if (j < i) row[j] = value / (other[j] ?? 0);
      else if (value > 1e-13 * scale) row[j] = Math.sqrt(value);
      else return null;
    }
  }
  return m;
}

/** x of L·x = b. */
export function forward(l: Dense, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  l.forEach((row, i) => {
    let value = x[i] ?? 0;
    for (let k = 0; k < i; k += 1) value -= (row[k] ?? 0) * (x[k] ?? 0);
    x[i] = value / (row[i] ?? 0);
  });
  return x;
}

/** x of Lᵀ·x = b. */
export function backward(l: Dense, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = l.length - 1; i >= 0; i -= 1) {
    const row = l[i] ?? new Float64Array();
    const value = (x[i] ?? 0) / (row[i] ?? 0);
    x[i] = value;
    for (let k = 0; k < i; k += 1) x[k] = (x[k] ?? 0) - (row[k] ?? 0) * value;
  }
  return x;
}

/** x of M·x = b, from L. */
export function solve(l: Dense, b: Float64Array): Float64Array {
  return backward(l, forward(l, b));
}

/** Diagonal of M⁻¹, from L. */
export function inverseDiagonal(l: Dense): Float64Array {
  return Float64Array.from(l, (_, i) => {
    const column = forward(l, Float64Array.from(l, (__, k) => (k === i ? 1 : 0)));
    return column.reduce((total, value) => total + value * value, 0);
  });
}

/** log |M|, from L. */
export function logDeterminant(l: Dense): number {
  return 2 * l.reduce((total, row, i) => total + Math.log(row[i] ?? 0), 0);
}
