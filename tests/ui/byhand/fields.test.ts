import { describe, expect, it } from 'vitest'
import type { HandBlock } from '../../../src/state/by-hand/action.ts'
import { readSize, readWrite, type WriteFields } from '../../../src/ui/byhand/fields.ts'

const P: HandBlock = {
  name: 'p1',
  type: 'char *',
  address: 0x1010,
  requested: 100,
  state: 'live',
  chunk: { address: 0x1000, size: 128 },
}
const FIELDS: WriteFields = { isText: false, what: 'A', length: '8', offset: '0', isPastEnd: false }
const read = (change: Partial<WriteFields>, block = P) => {
  const found = readWrite({ ...FIELDS, ...change }, block)
  return found.ok ? found.value : found.reason
}

describe('what is typed for a size', () => {
  it.each([
    ['100', 100],
    [' 4,096 ', 4096],
    ['0x40', 64],
    ['0', 0],
  ])('%s', (text, value) => expect(readSize(text)).toEqual({ ok: true, value }))

  it.each(['', '-1', 'ten', '1.5', '9007199254740993'])('is refused with a reason: "%s"', (text) => {
    expect(readSize(text)).toMatchObject({ ok: false, reason: expect.stringMatching(/bytes/) })
  })
})

describe('what is typed for a write', () => {
  it('is a byte, so many times', () => {
    expect(read({})).toEqual({ kind: 'fill', offset: 0, value: 65, length: 8 })
    expect(read({ what: '7' })).toMatchObject({ value: 7 })
    expect(read({ what: "'7'" })).toMatchObject({ value: 55 })
    expect(read({ what: '0xff', length: '1' })).toMatchObject({ value: 255, length: 1 })
    expect(read({ what: '-', offset: '-8' })).toMatchObject({ value: 45, offset: -8 })
  })

  it('is a text', () => {
    expect(read({ isText: true, what: 'é', length: 'x' })).toEqual({ kind: 'text', offset: 0, text: 'é' })
  })

  it('may begin where the block ends', () => {
    expect(read({ isPastEnd: true, offset: '4' })).toMatchObject({ offset: 104 })
    expect(read({ isPastEnd: true }, { ...P, requested: -1 })).toMatch(/not known/)
  })

  it.each([
    [{ what: '256' }, /0 to 255/],
    [{ what: 'AB' }, /one character/],
    [{ what: '' }, /one character/],
    [{ length: '0' }, /1 or more/],
    [{ length: '5000' }, /at most 4,096/],
    [{ offset: 'x' }, /offset/],
    [{ isText: true, what: '' }, /no text/],
  ])('is refused with a reason: %j', (change, reason) => expect(read(change)).toMatch(reason))
})
