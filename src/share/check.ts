/** Says that a value is not what it should be: thrown by checks, caught where a reading begins. */
export class Wrong {
  constructor(
    readonly path: string,
    readonly message: string,
  ) {}
}

/** Turns a value of unknown kind into one of type T, or throws Wrong. `path` says where the value stands. */
export type Check<T> = (value: unknown, path: string) => T

/** A string of at most `longest` UTF-16 units. */
export function text(longest: number): Check<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw new Wrong(path, 'should be a text')
    if (value.length > longest) throw new Wrong(path, `is longer than ${longest} characters`)
    return value
  }
}

/** A whole number from `low` to `high`, both included. */
export function whole(low: number, high: number): Check<number> {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw new Wrong(path, 'should be a whole number')
    if (value < low || value > high) throw new Wrong(path, `should be between ${low} and ${high}`)
    return value
  }
}

export const flag: Check<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new Wrong(path, 'should be true or false')
  return value
}

export function oneOf<T extends string>(...values: readonly T[]): Check<T> {
  return (value, path) => {
    const found = values.find((each) => each === value)
    if (found === undefined) throw new Wrong(path, `should be one of ${values.join(', ')}`)
    return found
  }
}

/** What a plain option, parameter or view value may be. */
export const scalar: Check<string | number | boolean> = (value, path) => {
  if (typeof value === 'string' && value.length <= 1000) return value
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value
  throw new Wrong(path, 'should be a short text, a number, or true or false')
}

/** A check for each property of T; those of optional ones may answer undefined. */
type Checks<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Check<T[K] | undefined> : Check<T[K]>
}

/** The properties of an object, with checks of each; others are dropped, absent optional ones stay absent. */
export function object<T>(checks: Checks<T>): Check<T> {
  return (value, path) => {
    const source = properties(value, path)
    const result: Partial<T> = {}
    for (const key in checks) {
      const found = Object.hasOwn(source, key) ? source[key] : undefined
      const checked = checks[key](found, path === '' ? key : `${path}.${key}`)
      if (checked !== undefined) result[key] = checked
    }
    return result as T
  }
}

/** A value that may be absent. */
export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, path) => (value === undefined ? undefined : check(value, path))
}

/** A value that is `otherwise` when absent. */
export function withDefault<T>(check: Check<T>, otherwise: T): Check<T> {
  return (value, path) => (value === undefined ? otherwise : check(value, path))
}

/** A list of `fewest` to `most` values, each checked. */
export function list<T>(check: Check<T>, fewest: number, most: number): Check<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new Wrong(path, 'should be a list')
    if (value.length < fewest) throw new Wrong(path, `has fewer than ${fewest} entries`)
    if (value.length > most) throw new Wrong(path, `has more than ${most} entries`)
    return value.map((each, i) => check(each, `${path}[${i}]`))
  }
}

/** At most `most` entries of any name but `__proto__`, each checked. */
export function entries<T>(check: Check<T>, most: number): Check<Readonly<Record<string, T>>> {
  return (value, path) => {
    const all = Object.entries(properties(value, path)).filter(([key]) => key !== '__proto__')
    if (all.length > most) throw new Wrong(path, `has more than ${most} entries`)
    return Object.fromEntries(all.map(([key, entry]) => [key, check(entry, `${path}.${key.slice(0, 40)}`)]))
  }
}

function properties(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Wrong(path, 'should be an object')
  return value as Record<string, unknown>
}
