import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../src/share/base64url.ts'

test('as Node has it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = toBase64url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64url(text)).toEqual(bytes)
    }),
    { seed: 1 },
  )
})

test.each(['a+b', 'a b', 'a=', 'é', 'a\u0100'])('%j is none', (text) =>
  expect(fromBase64url(text)).toBeNull(),
)
