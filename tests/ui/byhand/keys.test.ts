import { expect, it } from 'vitest'
import { bindingFor } from '../../../src/ui/keys.ts'

const HERE = { program: true, embedded: false, presenting: false }
const PLAIN = { key: 'z', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const does = (event: Partial<typeof PLAIN>, there: Partial<typeof HERE> = {}) =>
  bindingFor({ ...PLAIN, ...event }, { ...HERE, ...there })?.does

it('Ctrl (or Command) with z takes back, with Shift makes again', () => {
  expect(does({ ctrlKey: true })).toMatch(/back/)
  expect(does({ metaKey: true })).toMatch(/back/)
  expect(does({ key: 'Z', ctrlKey: true, shiftKey: true })).toMatch(/again/)
  expect(does({ key: 'y', ctrlKey: true })).toMatch(/again/)
})

it('other keys with Ctrl are left to the browser, and a frame has none of it', () => {
  for (const key of ['c', 'n', 'w', 'ArrowLeft']) expect(does({ key, ctrlKey: true })).toBeUndefined()
  expect(does({ ctrlKey: true, altKey: true })).toBeUndefined()
  expect(does({ ctrlKey: true }, { embedded: true })).toBeUndefined()
  expect(does({ key: 'w' }, { embedded: true })).toBeUndefined()
})
