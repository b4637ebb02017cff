/** The version that is written. Raise it when the saved form changes so that old readers would misread it, and add the upgrader. */
export const VERSION = 2

/** Makes version n + 1 of a saved form out of version n. Given anything at all, it may throw: that is a damaged form. */
export type Upgrader = (old: unknown) => unknown

/** Upgraders by the version they start from. */
const UPGRADERS: Readonly<Record<number, Upgrader>> = {
  // Only the dictionary of links is another one.
  1: (old) => old,
}

/** Brings a saved form of any version from 1 on to the newest. */
export const upgrade = makeUpgrade(VERSION, UPGRADERS)

/** A chain of upgraders, checked for gaps at once: a missing step is found at start, not by the first old link. */
export function makeUpgrade(
  newest: number,
  upgraders: Readonly<Record<number, Upgrader>>,
): (value: unknown, version: number) => unknown {
  for (let version = 1; version < newest; version++) {
    if (!Object.hasOwn(upgraders, version)) throw new Error(`no upgrader from version ${version}`)
  }
  const last = Math.max(0, ...Object.keys(upgraders).map(Number))
  if (last >= newest) throw new Error(`an upgrader from version ${last}, but the newest is ${newest}`)
  return (value, version) => {
    for (let step = version; step < newest; step++) value = upgraders[step]!(value)
    return value
  }
}
