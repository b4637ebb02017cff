import { expect, test } from 'vitest'
import { merged, section } from '../../bench/table.ts'

const SEEK = section('seek', [
  { what: 'seek', value: 0.123456, unit: 'ms', ratio: { value: 0.01, to: 'a run' } },
  { what: 'run', value: 1234567.8, unit: 'ops/s' },
])

test('a bench becomes a table with three digits that count', () => {
  expect(SEEK.split('\n').slice(4)).toEqual([
    '| seek | 0.123 | ms | 0.01 × a run |',
    '| run | 1,234,568 | ops/s |  |',
  ])
})

test('a new run replaces its own section and keeps the others', () => {
  const old = merged(
    '',
    '# Head',
    new Map([
      ['seek', SEEK],
      ['alloc', section('alloc', [])],
    ]),
  )
  const fresh = section('alloc', [{ what: 'new', value: 1, unit: 's' }])
  const now = merged(old, '# Head', new Map([['alloc', fresh]]))
  expect(now).toBe(`# Head\n\n${fresh}\n\n${SEEK}\n`)
})

test('figures of another machine are not kept beside new ones', () => {
  const old = merged('', '# Head, two cores', new Map([['seek', SEEK]]))
  expect(merged(old, '# Head, four cores', new Map())).toBe('# Head, four cores\n')
})
