import { expect, test } from 'vitest'
import { validate } from '../../src/share/validate.ts'
import { CLASSROOM } from './support.ts'

type Json = Record<string, unknown>

/** The reason why CLASSROOM is refused when what stands at a path is replaced; null when it is accepted. */
function refusal(path: string, value: unknown): string | null {
  const copy = structuredClone(CLASSROOM) as unknown as Json
  const keys = path.split('.')
  let place = copy
  for (const key of keys.slice(0, -1)) place = place[key] as Json
  if (value === undefined) delete place[keys.at(-1)!]
  else place[keys.at(-1)!] = value
  const read = validate(copy)
  return read.ok ? null : read.reason
}

test.each([
  ['scenario', undefined, 'scenario should be an object'],
  ['scenario', [], 'scenario should be an object'],
  ['scenario.title', 7, 'scenario.title should be a text'],
  ['scenario.title', 'x'.repeat(201), 'scenario.title is longer than 200 characters'],
  ['scenario.source', null, 'scenario.source should be an object'],
  ['scenario.source.kind', 'exe', 'scenario.source.kind should be one of c, trace, file, ostep, generator'],
  ['scenario.source.text', undefined, 'scenario.source.text should be a text'],
  [
    'scenario.source',
    { kind: 'file', bytes: -1 },
    'scenario.source.bytes should be between 0 and 9007199254740991',
  ],
  ['scenario.source', { kind: 'ostep', args: [] }, 'scenario.source.args should be a text'],
  ['scenario.source', { kind: 'generator', shape: 'spiral' }, 'there is no shape called "spiral"'],
  [
    'scenario.source',
    { kind: 'generator', shape: 'lifo', params: { live: 0 } },
    'live is between 1 and 1000000',
  ],
  [
    'scenario.source',
    { kind: 'generator', shape: 'lifo', params: { live: 'x' } },
    'should be a whole number',
  ],
  [
    'scenario.source',
    { kind: 'generator', shape: 'lifo', seed: 0.5 },
    'scenario.source.seed should be a whole number',
  ],
  ['scenario.allocator', undefined, 'scenario.allocator should be an object'],
  ['scenario.allocator.id', 'jemalloc', 'scenario.allocator.id there is no allocator called "jemalloc"'],
  ['scenario.allocator.options', { placement: 'any' }, 'placement is one of first, next, best, worst'],
  ['scenario.allocator.options', { split: 7 }, 'split is between 8 and 65536'],
  ['scenario.allocator.options', { split: {} }, 'should be a short text, a number, or true or false'],
  ['scenario.process.layout', 'windows', 'scenario.process.layout should be one of linux, oracle'],
  ['scenario.process.dataLimit', 1.5, 'scenario.process.dataLimit should be a whole number'],
  ['scenario.process.wall', 2 ** 50, 'scenario.process.wall should be between'],
  ['scenario.run.fill', -2, 'scenario.run.fill should be between -1 and'],
  ['scenario.run.leaks', 'yes', 'scenario.run.leaks should be true or false'],
  ['position.operation', -1, 'position.operation should be between 0 and'],
  ['position.step', '3', 'position.step should be a whole number'],
  ['view.panel', ['list'], 'view.panel should be a short text, a number, or true or false'],
])('%s: %j is refused', (path, value, reason) => {
  expect(refusal(path, value)).toContain(reason)
})

test.each([
  ['scenario.title', undefined],
  ['scenario.process', undefined],
  ['scenario.run', undefined],
  ['scenario.allocator.options', undefined],
  ['position', undefined],
  ['position.step', undefined],
  ['view', undefined],
  ['scenario.source', { kind: 'generator', shape: 'lifo' }],
  ['scenario.allocator.options', { tag: 8 }],
])('%s may be %j', (path, value) => {
  expect(refusal(path, value)).toBeNull()
})

test('unknown keys are dropped', () => {
  const strange = {
    ...CLASSROOM,
    more: 1,
    scenario: { ...CLASSROOM.scenario, colour: 'red', process: { numa: 4 } },
  }
  expect(validate(strange)).toEqual({ ok: true, value: CLASSROOM })
})

test('unknown options are dropped, those of the preset left out', () => {
  const allocator = { id: 'best-fit', options: { placement: 'best', tag: 4, turbo: true } }
  const read = validate({ ...CLASSROOM, scenario: { ...CLASSROOM.scenario, allocator } })
  expect(read.ok && read.value.scenario.allocator).toEqual({ id: 'best-fit', options: { tag: '4' } })
})

test('keys of Object are no keys of ours', () => {
  const read = validate(JSON.parse('{"__proto__":{"scenario":{}},"constructor":1}'))
  expect(read).toMatchObject({ ok: false, problem: 'invalid' })
})

test('a homework keeps options that its flags would change', () => {
  const source = { kind: 'ostep', args: '-p FIRST' }
  const allocator = { id: 'ostep', options: { policy: 'BEST' } }
  const read = validate({ ...CLASSROOM, scenario: { ...CLASSROOM.scenario, source, allocator } })
  expect(read.ok && read.value.scenario.allocator).toEqual(allocator)
})
