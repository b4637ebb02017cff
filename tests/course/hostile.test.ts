import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COURSE_LIMIT, looksLikeCourse, readCourse } from '../../src/course/index.ts'
import { besideSmall, changed, nothing, refusal, SMALL } from './support.ts'

const TEXT = JSON.stringify(SMALL)

test.each([
  ['nothing', ''],
  ['no JSON', '{"heapLabCourse":1,'],
  ['another JSON', '[]'],
  ['null', 'null'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['nested too deeply', `{"heapLabCourse":1,"chapters":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ['too large', `{"heapLabCourse":1,"title":"${'x'.repeat(COURSE_LIMIT)}"}`],
])('%s is refused with a sentence', async (_, text) => {
  expect(await refusal(text)).toMatch(/^This course cannot be used\. .+/)
})

test.each([
  '../secret.json',
  'a/../../secret.json',
  '/etc/passwd',
  'https://evil.example/a.json',
  '//evil.example/a.json',
  'a\\b.json',
  'javascript:alert(1)',
  'a.json?x=1',
  'a.json#x',
  '%2e%2e/a.json',
  './a.json',
  'a//b.json',
  'a\u0000.json',
  '',
])('the name %j leads nowhere, and is not asked for', async (name) => {
  const asked: string[] = []
  const beside = async (each: string) => {
    asked.push(each)
    return besideSmall(each)
  }
  expect(await refusal(changed('chapters.0.lessons.0.scenario', name), beside)).toContain(
    'should be the name of a file',
  )
  const files = [{ name }]
  const program = changed('chapters.1.lessons.0.scenario.scenario.source.files', files)
  expect(await refusal(program, beside)).toContain('should be the name of a file')
  expect(asked.filter((each) => each === name)).toEqual([])
})

test('a file that is too large, or a server that fails, is told with the name', async () => {
  const large = async () => 'x'.repeat(3 << 20)
  expect(await refusal(TEXT, large)).toContain('names best.heaplab.json, which has more than')
  const broken = () => Promise.reject(new Error('The server answers 500.'))
  expect(await refusal(TEXT, broken)).toContain('The server answers 500.')
  expect(await refusal(TEXT, nothing)).toContain('which is not there')
})

test('a file that many lessons share counts for each of them', async () => {
  const long = `int x;${' '.repeat(1_900_000)}`
  const files = Array.from({ length: 20 }, () => ({ name: 'long.c' }))
  const text = changed('chapters.1.lessons.0.scenario.scenario.source.files', files)
  const beside = async (name: string) => (name === 'long.c' ? long : besideSmall(name))
  expect(await refusal(text, beside)).toContain(
    'source.files[8] makes the course longer than 16777216 characters',
  )
})

test('keys that mean something to JavaScript mean nothing here', async () => {
  const text = TEXT.replace(
    '"id":"small"',
    '"id":"small","__proto__":{"title":"x"},"constructor":{"prototype":{"y":1}}',
  )
  const read = await readCourse(text, besideSmall)
  expect(read.ok && Object.keys(read.value).sort()).toEqual(['about', 'chapters', 'id', 'lessons', 'title'])
  expect(({} as Record<string, unknown>)['title']).toBeUndefined()
})

test('texts stay texts: nothing in them is markup', async () => {
  const evil = '<img src=x onerror=alert(1)> [x](javascript:alert(1))'
  const read = await readCourse(changed('title', evil), besideSmall)
  expect(read.ok && read.value.title).toBe(evil)
})

test('a course with a byte changed, cut out or doubled never does anything but be read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(TEXT.length - 1),
      fc.nat(40),
      fc.constantFrom('', '"', '{', ']', '-1', 'null', '\u0000', '9'.repeat(30), '"__proto__"'),
      async (at, length, instead) => {
        const read = await readCourse(TEXT.slice(0, at) + instead + TEXT.slice(at + length), besideSmall)
        expect(read.ok || read.reason.length > 10).toBe(true)
      },
    ),
    { seed: 7, numRuns: 3000 },
  )
})

test('any value at any place is read or refused', async () => {
  const places = [
    'id',
    'about',
    'chapters',
    'chapters.0',
    'chapters.0.lessons.0',
    'chapters.0.lessons.0.scenario',
    'chapters.0.lessons.0.scenario.scenario.source',
    'chapters.0.lessons.0.moments',
    'chapters.0.lessons.0.variants',
    'chapters.1.lessons.0.scenario.scenario.source.files',
    'chapters.1.lessons.0.open',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), async (place, value) => {
      const read = await readCourse(changed(place, value), besideSmall)
      expect(read.ok || /^This course cannot be used\. .+/.test(read.reason)).toBe(true)
    }),
    { seed: 11, numRuns: 2000 },
  )
})

test('a text is taken for a course by its version', () => {
  expect([TEXT, '{"heapLab":1}', 'a 0 512', ' {\n "heapLabCourse": 1 }'].map(looksLikeCourse)).toEqual([
    true,
    false,
    false,
    true,
  ])
})
