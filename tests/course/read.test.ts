import { expect, test } from 'vitest'
import { courseFile, readCourse } from '../../src/course/index.ts'
import { COURSE, type Course, type Example } from '../../src/scenarios/index.ts'
import { withoutUsualOptions } from '../../src/share/validate.ts'
import { tried } from '../scenarios/support.ts'
import { besideSmall, changed, exampleFile, nothing, refusal, SMALL } from './support.ts'

/** What must not change on the way through a file: options that say the usual may be left out. */
function essence({ chapters, lessons, ...course }: Course): object {
  const lesson = ({ scenario, variants, ...rest }: Example) => ({
    ...rest,
    scenario: withoutUsualOptions(scenario),
    variants: variants.map(({ label, scenario: other }) => ({ label, scenario: withoutUsualOptions(other) })),
  })
  return { ...course, chapters, lessons: lessons.map(lesson) }
}

async function opened(text: string, beside = besideSmall): Promise<Course> {
  const read = await readCourse(text, beside)
  if (!read.ok) throw new Error(read.reason)
  return read.value
}

test('the lab’s own course goes through a file and comes back whole', async () => {
  const read = await opened(courseFile(COURSE), nothing)
  expect(essence(read)).toEqual(essence(COURSE))
  const again = await opened(courseFile(read), nothing)
  expect(again).toEqual(read)
})

test('lessons count through the chapters, and have what is absent by default', async () => {
  const { lessons, chapters } = await opened(JSON.stringify(SMALL))
  expect(chapters).toEqual([
    { title: 'Traces', purpose: 'One lesson.' },
    { title: 'Programs', purpose: '' },
  ])
  expect(lessons.map(({ id, chapter, kind, question }) => [id, chapter, kind, question])).toEqual([
    ['three-blocks', 1, 'compare', 'How large is the hole?'],
    ['program', 2, 'watch', ''],
  ])
})

test('without an opening a lesson opens at the position of its scenario', async () => {
  const [lesson] = (await opened(JSON.stringify(SMALL))).lessons
  expect(lesson!.open).toEqual({ at: { kind: 'operation', operation: 3 }, step: 2 })
})

test('scenarios and files of programs may lie beside the course; programs include by the last part of a name', async () => {
  const [first, second] = (await opened(JSON.stringify(SMALL))).lessons
  expect(first!.variants[0]).toMatchObject({ label: 'best fit', scenario: { allocator: { id: 'best-fit' } } })
  const { source } = second!.scenario
  expect(source.kind === 'c' && source.files.map(({ name }) => name)).toEqual(['a.c', 'b.h'])
  expect(tried(second!.scenario).session.info().ending?.kind).toBe('exit')
})

test('the example that comes with the page can be used, and its links lead somewhere', async () => {
  const { lessons } = await opened(exampleFile('course.json'), async (name) => exampleFile(name))
  expect(lessons.map(({ id }) => id)).toEqual(['one-hole', 'one-too-far'])
  for (const { scenario, open, moments } of lessons) {
    const run = tried(scenario)
    for (const each of [open, ...moments.map((moment) => moment.open)])
      expect(run.opening(each).step).toBeGreaterThan(0)
  }
  expect(tried(lessons[0]!.scenario).place(4)).toBe(-1)
  expect(tried(lessons[0]!.scenario).place(5)).toBe(48)
  expect(tried(lessons[0]!.variants[0]!.scenario).heap(5)).toBe('[48] (48) [48] [128]')
  expect(tried(lessons[1]!.scenario).findings()).toEqual(['overflow one-too-far.c:6'])
})

const LESSON = 'chapters.0.lessons.0'

test.each([
  ['heapLabCourse', 'one', 'heapLabCourse should be a whole number from 1'],
  ['heapLabCourse', 2, 'made for a newer Heap Lab'],
  ['heapLabCourse', undefined, 'It is no course file'],
  ['id', 'Has Capitals', 'id should have only small letters, digits and hyphens'],
  ['id', '__proto__', 'id should have only small letters'],
  ['title', '  ', 'title should not be empty'],
  ['title', 'x'.repeat(201), 'title is longer than 200 characters'],
  ['chapters', [], 'chapters has fewer than 1 entries'],
  ['chapters', {}, 'chapters should be a list'],
  ['chapters.1.lessons', [], 'chapters[1].lessons has fewer than 1 entries'],
  ['chapters.1.lessons.0.id', 'three-blocks', 'chapters[1].lessons[0].id is there twice: "three-blocks"'],
  [`${LESSON}.kind`, 'quiz', 'chapters[0].lessons[0].kind should be one of watch, compare, mistake, hunt'],
  [`${LESSON}.panel`, 'map', 'chapters[0].lessons[0].panel should be one of variables, chunk, list, regions'],
  [`${LESSON}.light`, '0x48', 'chapters[0].lessons[0].light should be a distance such as +48 or brk+32'],
  [`${LESSON}.answer`, '', 'should have a question and an answer, or neither'],
  [`${LESSON}.scenario`, 7, 'should be a scenario, or the name of a file beside the course'],
  [`${LESSON}.scenario`, {}, 'chapters[0].lessons[0].scenario : This file is not a Heap Lab scenario'],
  [
    `${LESSON}.scenario`,
    'missing.json',
    'chapters[0].lessons[0].scenario names missing.json, which is not there',
  ],
  [`${LESSON}.scenario`, 'src/a.c', 'names src/a.c, which is no scenario file: it is no JSON'],
  [`${LESSON}.scenario.scenario.allocator.id`, 'jemalloc', 'there is no allocator called "jemalloc"'],
  [
    `${LESSON}.scenario.scenario.source`,
    { kind: 'file', name: 'x', bytes: 9 },
    'which a course cannot carry',
  ],
  [`${LESSON}.moments.0.text`, 'nowhere', 'moments[0].text should stand in "look"'],
  [
    `${LESSON}.moments.1.open.at`,
    { kind: 'call', number: 0 },
    'moments[1].open.at.number should be between 1',
  ],
  [`${LESSON}.moments.1.open.at`, 'start', 'moments[1].open.at should be an object'],
  [`${LESSON}.moments.1.open.step`, 'leap', 'moments[1].open.step should be one of before, after, request'],
  [`${LESSON}.open`, { at: { kind: 'line', file: 'a.c', line: -1 } }, 'open.at.line should be between 1'],
])('%s: %j is refused with its place', async (path, value, reason) => {
  expect(await refusal(changed(path, value))).toContain(reason)
})
