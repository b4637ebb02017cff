import { expect, test } from 'vitest'
import type { Scenario } from '../../src/engine/session/index.ts'
import { SETTINGS, settingsFor, settingValues, withSetting } from '../../src/state/settings.ts'

const PLAIN: Scenario = {
  title: 'plain',
  source: { kind: 'trace', name: 't.rep', text: 'a 0 1\n' },
  allocator: { id: 'first-fit', options: {} },
  process: {},
  run: { leaks: false },
}

test('a plain scenario has every default', () => {
  const defaults = Object.fromEntries(SETTINGS.map((setting) => [setting.key, setting.default]))
  expect(settingValues(PLAIN)).toEqual(defaults)
})

test.each([
  ['onMisuse', 'stop there', { run: { leaks: false, onMisuse: 'abort' } }],
  ['fill', 'all', { run: { leaks: false, fill: -1 } }],
  ['fill', 'nothing', { run: { leaks: false, fill: 0 } }],
  ['dataLimit', 65536, { process: { dataLimit: 65536 } }],
  ['seed', 7, { process: { seed: 7 } }],
])('%s can be %s, and be as it was', (key, value, expected) => {
  const changed = withSetting(PLAIN, key, value)
  expect(changed).toMatchObject(expected)
  expect(settingValues(changed)[key]).toBe(value)
  expect(withSetting(changed, key, settingValues(PLAIN)[key]!)).toEqual(PLAIN)
})

const PROGRAM: Scenario = {
  ...PLAIN,
  source: { kind: 'c', files: [{ name: 'main.c', text: '' }], input: '' },
}

test('a program has settings of its own, and none for payloads', () => {
  const keys = settingsFor(PROGRAM).map(({ key }) => key)
  expect(keys).toEqual(['model', 'output', 'instructions', 'onMisuse', 'dataLimit', 'seed'])
  const values = settingValues(PROGRAM)
  for (const setting of settingsFor(PROGRAM)) expect(values[setting.key]).toBe(setting.default)
})

test.each([
  ['model', '32 bits', { source: { model: 'ilp32' } }],
  ['output', 'pipe', { source: { output: 'pipe' } }],
  ['instructions', 1000, { run: { instructions: 1000 } }],
])('the %s of a program can be %s, and be as it was', (key, value, expected) => {
  const changed = withSetting(PROGRAM, key, value)
  expect(changed).toMatchObject(expected)
  expect(settingValues(changed)[key]).toBe(value)
  expect(withSetting(changed, key, settingValues(PROGRAM)[key]!)).toEqual(PROGRAM)
})
