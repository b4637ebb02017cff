import fc from 'fast-check'
import { CATALOG, type OptionSpec } from '../../src/engine/allocators/catalog.ts'
import type { ProgramSource, Scenario } from '../../src/engine/session/scenario.ts'
import { SHAPES } from '../../src/engine/workload/generators/catalog.ts'
import { toBase64url } from '../../src/share/base64url.ts'
import { deflate } from '../../src/share/compress.ts'
import { dictionaryOf } from '../../src/share/dictionaries/index.ts'
import { type Saved, VERSION } from '../../src/share/index.ts'

/** The exercise of a course: twenty calls. */
export const EXERCISE = `20000
8
20
1
a 0 200
a 1 16
a 2 600
a 3 16
a 4 500
a 5 16
f 0
f 2
f 4
a 6 400
a 7 200
a 0 500
a 2 100
r 7 300
f 6
f 1
a 4 64
f 0
f 7
f 3
`

export const CLASSROOM: Saved = {
  scenario: {
    title: 'Which hole?',
    source: { kind: 'trace', name: 'holes.rep', text: EXERCISE },
    allocator: { id: 'best-fit', options: { coalescing: 'deferred', split: 64 } },
    process: {},
    run: { onMisuse: 'abort' },
  },
  position: { operation: 9, step: 4 },
  view: { follow: true, panel: 'list' },
}

/** The text of a link with any contents, made as `encode` makes them. */
export function linkTo(contents: string | Uint8Array, version = VERSION): string {
  const json = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents
  let hash = 0x811c9dc5
  for (const byte of json) hash = Math.imul(hash ^ byte, 0x01000193)
  hash ^= hash >>> 24
  const packed = deflate(json, dictionaryOf(version))
  const bytes = new Uint8Array(3 + packed.length)
  bytes.set([hash >>> 16, hash >>> 8, hash])
  bytes.set(packed, 3)
  return `${version}.${toBase64url(bytes)}`
}

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('a 0 16\nf 0\n'))

function optionValue(option: OptionSpec): fc.Arbitrary<string | number | boolean> {
  switch (option.type) {
    case 'choice':
      return fc.constantFrom(...option.values)
    case 'flag':
      return fc.boolean()
    case 'number': {
      const { min, max, step } = option
      return fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }).map((n) => n * step)
    }
  }
}

function optionValues<T>(
  options: readonly OptionSpec[],
  value: (option: OptionSpec) => fc.Arbitrary<T>,
): fc.Arbitrary<Record<string, T>> {
  return fc.tuple(...options.map((option) => fc.option(value(option), { nil: undefined }))).map((values) => {
    const given: [string, T][] = []
    values.forEach((each, i) => {
      if (each !== undefined) given.push([options[i]!.key, each])
    })
    return Object.fromEntries(given)
  })
}

const allocator = fc.constantFrom(...CATALOG).chain((spec) =>
  optionValues(spec.options, optionValue).map((options) => {
    const usual = (key: string) =>
      spec.preset?.[key] ?? spec.options.find((each) => each.key === key)!.default
    const changed = Object.entries(options).filter(([key, value]) => value !== usual(key))
    return { id: spec.id, options: Object.fromEntries(changed) }
  }),
)

const program: fc.Arbitrary<ProgramSource> = fc.record(
  {
    kind: fc.constant('c' as const),
    files: fc.array(fc.record({ name: anyText, text: anyText }), { minLength: 1, maxLength: 3 }),
    input: anyText,
    inputEnds: fc.boolean(),
    model: fc.constantFrom('lp64' as const, 'ilp32' as const),
    output: fc.constantFrom('terminal' as const, 'pipe' as const),
    defines: fc.array(anyText, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['kind', 'files', 'input'] },
)

const source: fc.Arbitrary<Scenario['source']> = fc.oneof(
  program,
  fc.record({ kind: fc.constant('trace' as const), name: anyText, text: anyText }),
  fc.record({ kind: fc.constant('file' as const), name: anyText, bytes: fc.maxSafeNat() }),
  fc.record({ kind: fc.constant('ostep' as const), args: anyText }),
  fc.constantFrom(...SHAPES).chain((shape) =>
    fc.record({
      kind: fc.constant('generator' as const),
      shape: fc.constant(shape.id),
      seed: fc.maxSafeNat(),
      params: optionValues(shape.params, (param) => optionValue(param).map(Number)),
    }),
  ),
)

const bytes = fc.nat(2 ** 30)

/** Any scenario at all, with options that differ from the defaults (others are only kept for homeworks). */
export const anySaved: fc.Arbitrary<Saved> = fc.record({
  scenario: fc.record({
    title: anyText,
    source,
    allocator,
    process: fc.record(
      {
        layout: fc.constantFrom('linux' as const, 'oracle' as const),
        seed: fc.maxSafeNat(),
        dataLimit: bytes,
        addressLimit: bytes,
        wall: bytes,
      },
      { requiredKeys: [] },
    ),
    run: fc.record(
      {
        onMisuse: fc.constantFrom('continue' as const, 'abort' as const),
        fill: fc.integer({ min: -1, max: 2 ** 30 }),
        leaks: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
  position: fc.record({ operation: fc.nat(), step: fc.nat() }),
  view: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 20 }).filter((key) => key !== '__proto__'),
    fc.oneof(fc.boolean(), fc.string(), fc.integer()),
    { maxKeys: 10 },
  ),
})
