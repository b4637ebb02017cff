import type { Example } from './example.ts'
import { traced, UNFILLED, withAllocator } from './make.ts'

const operations = ['a 0 100', 'a 1 100', 'w 0 99 01', 'w 0 100 01', 'w 0 4095 01', 'w 0 4096 01']
const pages = (place: string) => ({
  id: 'pages',
  options: { guard: true, place, alignment: '16' },
})
const scenario = traced('A mapping for every block', operations, pages('start'), UNFILLED)

export const guardPage: Example = {
  id: 'guard-page',
  title: 'A mapping for every block',
  chapter: 4,
  teaches: 'Pages can catch errors; they cost.',
  scenario,
  open: { operation: 3, step: 'after' },
  look: 'Each block has a mapping of two pages, the second without permissions; the second block lies 8,192 bytes below the first.',
  question: 'Which store fails?',
  answer:
    'Only the last, to byte 4096: a segmentation fault in the guard page. 3,996 bytes behind the block are not protected, unless it is put at the end of its page.',
  variants: [withAllocator('at the end of the page', scenario, pages('end'))],
}
