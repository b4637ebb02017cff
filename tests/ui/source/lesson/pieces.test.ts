import { expect, test } from 'vitest'
import { GALLERY } from '../../../../src/scenarios/index.ts'
import { type Piece, piecesOf } from '../../../../src/ui/source/lesson/pieces.ts'

const END = { at: 'end', step: 'after' } as const

/** Moments in angle brackets, places in braces, code in slashes. */
function shown(pieces: readonly Piece[]): string {
  const marks = { text: ['', ''], code: ['/', '/'], moment: ['<', '>'], place: ['{', '}'] } as const
  return pieces.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join('')
}

test.each([
  ['nothing', 'nothing'],
  ['The chunk at +256 is free.', 'The chunk at {+256} is free.'],
  ['from brk+0 to brk+1,024, then on', 'from {brk+0} to {brk+1,024}, then on'],
  ['at +0, +32, +64 and +96.', 'at {+0}, {+32}, {+64} and {+96}.'],
  ['b + 24 and i+1 and p[0]+4 and (n)+5', 'b + 24 and i+1 and p[0]+4 and (n)+5'],
  ['about `malloc(8)` at +8', 'about /malloc(8)/ at {+8}'],
  ['a lone ` tick, and ++7', 'a lone ` tick, and ++7'],
  ['+3rd, +5a, +1,2', '+3rd, +5a, +1,2'],
])('%s', (text, expected) => {
  expect(shown(piecesOf(text, []))).toBe(expected)
})

test('moments are found in their order, each behind the one before', () => {
  const links = ['32', '32', 'gone', '48'].map((text) => ({ text, open: END }))
  expect(shown(piecesOf('32, 32, 32 and 48 at +32', links))).toBe('<32>, <32>, 32 and <48> at {+32}')
})

test('nothing of a text is lost, and every link of the gallery is there', () => {
  for (const { look, moments, answer, answerMoments = [] } of GALLERY) {
    for (const [text, links] of [
      [look, moments],
      [answer, answerMoments],
    ] as const) {
      const pieces = piecesOf(text, links)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.filter(({ kind }) => kind === 'moment')).toHaveLength(links.length)
      expect(new Set(pieces.map(({ at }) => at)).size).toBe(pieces.length)
    }
  }
})
