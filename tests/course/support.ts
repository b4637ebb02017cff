import { readFileSync } from 'node:fs'
import { type Beside, readCourse } from '../../src/course/index.ts'

/** A small course: one lesson about a trace, one about a C program in a file beside it. */
export const SMALL = {
  heapLabCourse: 1,
  id: 'small',
  title: 'A small course',
  about: 'For tests.',
  chapters: [
    {
      title: 'Traces',
      purpose: 'One lesson.',
      lessons: [
        {
          id: 'three-blocks',
          title: 'Three blocks',
          kind: 'compare',
          teaches: 'A hole is found again.',
          scenario: {
            heapLab: 1,
            scenario: {
              title: 'Three blocks',
              source: { kind: 'trace', name: 'three.rep', text: 'a 0 100\na 1 50\nf 0\na 2 40\n' },
              allocator: { id: 'first-fit' },
            },
            position: { operation: 3, step: 2 },
          },
          look: 'The hole at +0 is looked at, and taken.',
          moments: [
            { text: 'looked at', open: { at: { kind: 'operation', operation: 3 }, step: 'visit' } },
            { text: 'taken', open: { at: 'end' } },
          ],
          question: 'How large is the hole?',
          answer: '128 bytes.',
          variants: [{ label: 'best fit', scenario: 'best.heaplab.json' }],
        },
      ],
    },
    {
      title: 'Programs',
      purpose: '',
      lessons: [
        {
          id: 'program',
          title: 'A program',
          scenario: {
            heapLab: 1,
            scenario: {
              source: { kind: 'c', files: [{ name: 'src/a.c' }, { name: 'b.h', text: '#define N 7\n' }] },
              allocator: { id: 'first-fit' },
            },
          },
          open: { at: { kind: 'call', number: 1 }, step: 'after' },
        },
      ],
    },
  ],
}

const BEST = {
  heapLab: 1,
  scenario: {
    title: 'Three blocks, best fit',
    source: { kind: 'trace', name: 'three.rep', text: 'a 0 100\na 1 50\nf 0\na 2 40\n' },
    allocator: { id: 'best-fit' },
  },
}

const FILES = new Map([
  ['best.heaplab.json', JSON.stringify(BEST)],
  ['src/a.c', '#include <stdlib.h>\n#include "b.h"\nint main(void) { free(malloc(N)); }\n'],
])

/** The files beside the small course. */
export const besideSmall: Beside = async (name) => FILES.get(name) ?? null

/** No file lies beside the course. */
export const nothing: Beside = async () => null

/** The small course with something else at a place in it; `undefined` takes out what stands there. */
export function changed(path: string, value: unknown): string {
  const copy = structuredClone(SMALL) as unknown
  const keys = path.split('.')
  let place = copy as Record<string, unknown>
  for (const key of keys.slice(0, -1)) place = place[key] as Record<string, unknown>
  if (value === undefined) delete place[keys.at(-1)!]
  else place[keys.at(-1)!] = value
  return JSON.stringify(copy)
}

/** Why a course is refused; null if it is not. */
export async function refusal(text: string, beside: Beside = besideSmall): Promise<string | null> {
  const read = await readCourse(text, beside)
  return read.ok ? null : read.reason
}

const EXAMPLE = new URL('../../public/courses/example/', import.meta.url)

/** A file of the example that comes with the page. */
export function exampleFile(name: string): string {
  return readFileSync(new URL(name, EXAMPLE), 'utf8')
}
