import { describe, expect, it } from 'vitest'
import { partsOf } from '../../../src/ui/transport/sentence.ts'

function textOf(sentence: string, which: 'bold' | 'mono' | 'at'): string {
  return partsOf(sentence)
    .filter((part) => which === 'at' || part[which])
    .map(({ text }) => text)
    .join('')
}

describe('the sentence of a step', () => {
  it.each([
    ['First fit looks at 0x1040: free, 48 bytes.', 'free, 48 bytes.'],
    ['Of the 128, 64 are needed. The rest is free.', 'The rest is free.'],
    ['free returns.', 'free returns.'],
  ])('sets the news in bold: %s', (sentence, news) => {
    expect(textOf(sentence, 'bold')).toBe(news)
  })

  it('sets addresses like code', () => {
    expect(textOf('malloc answers 0x1050.', 'mono')).toBe('0x1050')
  })

  it('loses nothing', () => {
    expect(textOf('A: b at 0x10. C at 0x20.', 'at')).toBe('A: b at 0x10. C at 0x20.')
  })
})
