import type { Example } from './example.ts'
import { course, times, traced } from './make.ts'

const sizes = [1, 16, 17, 32, 33].map((size, i) => `a ${i} ${size}`)
const ones = (from: number) => times(100, (i) => `a ${from + i} 1`)

export const blockCost: Example = {
  id: 'block-cost',
  title: 'What a small block costs',
  chapter: 2,
  teaches: 'Internal fragmentation: tags, rounding, and a smallest size.',
  scenario: traced('What a small block costs', [...sizes, ...ones(5)], course()),
  open: { operation: 2, step: 'request' },
  look: 'The chunks have 32, 32, 48, 48 and 64 bytes. The last hex digit of a header is 1 because bit 0 says "in use".',
  question: '100 blocks of 1 byte alone take how many bytes? And malloc(1000)?',
  answer: '3,200: utilization 3.1 %. malloc(1000) takes 1,024: 97.7 %.',
  variants: [
    { label: '100 blocks of 1 byte', scenario: traced('A hundred blocks of 1 byte', ones(0), course()) },
    { label: 'one block of 1000', scenario: traced('One block of 1,000 bytes', ['a 0 1000'], course()) },
  ],
}
