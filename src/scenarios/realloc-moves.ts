import type { Example } from './example.ts'
import { course, traced } from './make.ts'

export const reallocMoves: Example = {
  id: 'realloc-moves',
  title: 'In place, or move',
  chapter: 5,
  teaches: 'realloc looks at the next chunk first.',
  scenario: traced(
    'In place, or move',
    ['a 0 100', 'a 1 100', 'a 2 16', 'f 1', 'r 0 200', 'r 0 300', 'r 0 40'],
    course(),
  ),
  open: { operation: 4, step: 'inPlace' },
  look: '200 bytes need 224; the block’s own 128 and the free 128 behind it are enough, so it stays at +0, and (32) is left. 300 need 320: it moves to +288, and (256) is left at +0.',
  question: 'Where is the block after the last realloc, to 40 bytes, and what is free?',
  answer: 'Still at +288, now [64]; free are (256) at +352 and (256) at +0.',
  variants: [],
}
