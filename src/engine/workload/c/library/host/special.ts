/*
 * The gamma and error functions, to about fifteen digits.
 */

/** Lanczos's approximation with g = 7 and nine terms (Godfrey's coefficients). */
const LANCZOS: readonly number[] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
const G = 7

function lanczosSum(x: number): number {
  let sum = LANCZOS[0]!
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (x + i)
  return sum
}

/** Γ(x): exact for small integers. */
export function tgamma(x: number): number {
  if (Number.isNaN(x) || x === -Infinity || (x < 0 && Number.isInteger(x))) return Number.NaN
  if (x === 0) return 1 / x
  if (Number.isInteger(x) && x < 24) return factorial(x - 1)
  if (x < 0.5) return Math.PI / (sinPi(x) * tgamma(1 - x))
  if (x > 171.7) return Infinity
  const t = x - 1 + G + 0.5
  // In two steps, since the power alone would overflow before the product does.
  const half = t ** ((x - 0.5) / 2)
  return Math.sqrt(2 * Math.PI) * half * Math.exp(-t) * half * lanczosSum(x - 1)
}

/** sin(πx), exact at the integers and near them. */
function sinPi(x: number): number {
  const nearest = Math.round(x)
  const part = Math.sin(Math.PI * (x - nearest))
  return nearest % 2 === 0 ? part : -part
}

function factorial(n: number): number {
  let product = 1
  for (let i = 2; i <= n; i++) product *= i
  return product
}

/** log |Γ(x)|. */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return x
  if (!Number.isFinite(x) || (x <= 0 && Number.isInteger(x))) return Infinity
  if (x === 1 || x === 2) return 0
  if (x < 0.5) return Math.log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x)
  if (x < 20) return Math.log(Math.abs(tgamma(x)))
  const t = x - 1 + G + 0.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(lanczosSum(x - 1))
}

/** Where the series of erf, and 1 - erf for erfc, give way to the continued fraction. */
const SERIES_END = 2.5
const DIFFERENCE_END = 1
const FRACTION_TERMS = 400

/** erf(x). */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x
  if (Math.abs(x) > SERIES_END) return Math.sign(x) * (1 - fraction(Math.abs(x)))
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
    term *= (-x * x) / n
    sum += term / (2 * n + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}

/** 1 - erf(x), without losing its digits for large x. */
export function erfc(x: number): number {
  return x > DIFFERENCE_END ? fraction(x) : 1 - erf(x)
}

/** erfc(x) for larger x by its continued fraction. */
function fraction(x: number): number {
  if (x === Infinity) return 0
  let value = 0
  for (let n = FRACTION_TERMS; n > 0; n--) value = n / 2 / (x + value)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + value)
}
