import { afterEach, describe, expect, it } from 'vitest'
import { firstLook } from '../../src/scenarios/first-look.ts'
import { COURSE, findExample } from '../../src/scenarios/index.ts'
import {
  closeCourse,
  compareLesson,
  downloadCourse,
  endTour,
  exampleOf,
  followLink,
  goToLesson,
  goToMoment,
  goToStop,
  type LabState,
  lightPlace,
  loadCourse,
  openExample,
  openFiles,
  openLesson,
  pause,
  progressIn,
  resetProgress,
  rivalsIn,
  start,
  startTour,
  toggleAnswer,
} from '../../src/state/index.ts'
import { besideSmall, changed, exampleFile, SMALL } from '../course/support.ts'
import { type TestLab, testLab, until } from '../support/lab.ts'

const KEY = 'heap-lab-course'
const SEEN = new Map([[KEY, JSON.stringify({ version: 1, tourSeen: true })]])

const running: TestLab[] = []

afterEach(() => {
  for (const { lab } of running.splice(0)) lab.client.close()
})

function begin(wishes: Parameters<typeof testLab>[0] = {}): TestLab {
  const test = testLab(wishes)
  running.push(test)
  return test
}

async function opened(wishes: Parameters<typeof testLab>[0] = {}, hash = ''): Promise<TestLab> {
  const test = begin({ kept: SEEN, ...wishes })
  await start(test.lab, hash)
  await settled(test)
  return test
}

const stateOf = (test: TestLab): LabState => test.lab.store.getState()
const settled = (test: TestLab) => until(() => !test.lab.waiting && stateOf(test).moment !== null)
const own = (test: TestLab) => progressIn(stateOf(test).course.progress, COURSE.id)
const lesson = (test: TestLab) => exampleOf(stateOf(test))?.id

function file(name: string, text: string): File {
  return new File([text], name)
}

async function small(text = JSON.stringify(SMALL)): Promise<File[]> {
  const names = ['best.heaplab.json', 'src/a.c']
  const beside = await Promise.all(names.map(async (name) => file(`my/${name}`, (await besideSmall(name))!)))
  return [...beside, file('my/course.json', text)]
}

describe('going through the course', () => {
  it('opens the next lesson at its moment and the one before, and stops at the ends', async () => {
    const test = await opened()
    expect(lesson(test)).toBe('first-look')
    await goToLesson(test.lab, 1)
    await settled(test)
    expect(lesson(test)).toBe('the-break')
    expect(stateOf(test).moment).toMatchObject({ text: 'char *b = sbrk(100);', step: { kind: 'return' } })
    await goToLesson(test.lab, -1)
    expect(lesson(test)).toBe('first-look')
    await goToLesson(test.lab, -1)
    expect(lesson(test)).toBe('first-look')
    expect(stateOf(test).notice?.title).toBe('The first lesson')
    await openLesson(test.lab, COURSE.lessons.at(-1)!)
    await goToLesson(test.lab, 1)
    expect(stateOf(test).notice?.title).toBe('The last lesson')
  })

  it('remembers what was visited and answered, also in the next visit', async () => {
    const test = await opened()
    await openLesson(test.lab, findExample('bump')!)
    toggleAnswer(test.lab)
    expect(stateOf(test).course.answer).toBe('bump')
    toggleAnswer(test.lab)
    expect(stateOf(test).course.answer).toBeNull()
    expect(own(test)).toMatchObject({ visited: ['first-look', 'bump'], answered: ['bump'], last: 'bump' })
    const later = await opened({ kept: test.kept })
    expect(own(later)).toEqual(own(test))
    resetProgress(later.lab)
    expect(own(later).visited).toEqual([])
    expect(own(await opened({ kept: later.kept })).answered).toEqual([])
  })

  it('an answer stays hidden in the lesson that is opened next', async () => {
    const test = await opened()
    toggleAnswer(test.lab)
    await goToLesson(test.lab, 1)
    expect(stateOf(test).course.answer).toBeNull()
  })

  it('shows beside the map what the lesson is about', async () => {
    const test = await opened({}, '#lesson=the-break')
    expect(stateOf(test).inspectorTab).toBe('regions')
    await goToLesson(test.lab, 1)
    expect(stateOf(test).inspectorTab).toBe('variables')
    await openLesson(test.lab, findExample('overflow')!)
    await settled(test)
    const { inspectorTab, moment, phoneTab } = stateOf(test)
    expect([inspectorTab, phoneTab]).toEqual(['chunk', 'source'])
    expect(moment?.inspected?.chunk).toBe(moment!.extent.chunks + 48)
    expect(moment?.inspected?.bytes[0]).toBe(0x41)
  })

  it('stays in the lesson while its variants are looked at', async () => {
    const test = await opened()
    const cheese = findExample('swiss-cheese')!
    await openLesson(test.lab, cheese)
    await openExample(test.lab, cheese, cheese.variants[0]!.scenario)
    expect(lesson(test)).toBe('swiss-cheese')
    await goToLesson(test.lab, 1)
    expect(lesson(test)).toBe('ostep-homework')
  })

  it('compares side by side the allocators that it runs its own program with', async () => {
    const test = await opened()
    const rivals = (id: string) => rivalsIn(findExample(id)!).map(({ id: allocator }) => allocator)
    expect(rivals('size-classes')).toEqual(['classroom', 'segregated'])
    expect(rivals('swiss-cheese')).toEqual([])
    expect(rivals('best-fit-wins')).toHaveLength(3)
    await compareLesson(test.lab, findExample('size-classes')!)
    expect(stateOf(test).comparison?.rivals.map(({ allocator }) => allocator.id)).toEqual(
      rivals('size-classes'),
    )
    expect(lesson(test)).toBe('size-classes')
    await goToLesson(test.lab, 1)
    expect(stateOf(test).comparison).toBeNull()
  })

  it('goes to the moments that a text names', async () => {
    const test = await opened()
    const { moments } = firstLook
    await goToMoment(test.lab, moments[2]!.open)
    await settled(test)
    expect(stateOf(test).moment).toMatchObject({ text: 'free(b);', step: { kind: 'return' } })
    await goToMoment(test.lab, { at: { kind: 'call', number: 99 }, step: 'after' })
    expect(stateOf(test).notice?.title).toBe('No such moment')
  })

  it('lights a chunk by its distance, and shows the regions where there is none', async () => {
    const test = await opened()
    lightPlace(test.lab, '+128')
    await settled(test)
    const { moment, view } = stateOf(test)
    expect(view.inspect).toBe(moment!.extent.chunks + 128)
    await until(() => stateOf(test).moment?.inspected?.size === 80)
    lightPlace(test.lab, 'brk+1,000,000')
    expect(stateOf(test).inspectorTab).toBe('regions')
  })
})

describe('what is kept', () => {
  it.each([
    ['no JSON', 'hello'],
    ['a list', '[]'],
    ['of another version', '{"version":2,"tourSeen":true,"progress":[{"course":"x"}]}'],
    [
      'full of nonsense',
      '{"version":1,"progress":[7,null,{"course":3},{"course":"__proto__","visited":[1,{}]}]}',
    ],
  ])('is ignored where it is %s', async (_, text) => {
    const test = begin({ kept: new Map([[KEY, text]]) })
    await start(test.lab, '')
    expect(own(test).visited).toEqual(['first-look'])
    expect(stateOf(test).course.tour).toBe(1)
  })
})

describe('somebody’s course', () => {
  it('is opened from its files, at its first lesson, with its list of lessons', async () => {
    const test = await opened()
    await openFiles(test.lab, await small())
    await settled(test)
    expect(stateOf(test).course).toMatchObject({ own: false, open: { id: 'small' }, lesson: 'three-blocks' })
    expect(stateOf(test).dialog).toEqual({ kind: 'gallery' })
    expect(stateOf(test).moment?.position).toEqual({ operation: 3, step: 2 })
    await goToLesson(test.lab, 1)
    await settled(test)
    expect(stateOf(test).moment?.text).toContain('free(malloc(N))')
  })

  it('is there in the next visit, at the lesson left, and the lab’s own can be had back', async () => {
    const test = await opened()
    await openFiles(test.lab, await small())
    await goToLesson(test.lab, 1)
    await settled(test)
    await until(() => test.kept.get('heap-lab')?.includes('b.h') ?? false)
    const later = await opened({ kept: test.kept })
    expect(stateOf(later).course).toMatchObject({ own: false, open: { id: 'small' } })
    expect(lesson(later)).toBe('program')
    await closeCourse(later.lab)
    expect(stateOf(later).course).toMatchObject({ own: true, open: { id: 'heap-lab' } })
    expect(lesson(later)).toBe('first-look')
  })

  it('that is damaged is told with the place, and everything stays as it was', async () => {
    const test = await opened()
    const before = stateOf(test)
    await openFiles(test.lab, await small(changed('chapters.0.lessons.0.kind', 'quiz')))
    expect(stateOf(test).notice?.text).toContain('chapters[0].lessons[0].kind should be one of')
    expect(stateOf(test).scenario).toBe(before.scenario)
    expect(stateOf(test).course).toBe(before.course)
    await openFiles(test.lab, [file('course.json', JSON.stringify(SMALL))])
    expect(stateOf(test).notice?.text).toContain('best.heaplab.json, which is not there')
  })

  it('can be downloaded, also the lab’s own', async () => {
    const test = await opened()
    await downloadCourse(test.lab)
    const [{ name, text } = { name: '', text: '' }] = test.downloads
    expect(name).toBe('heap-lab.course.json')
    const other = await opened()
    await openFiles(other.lab, [file(name, text)])
    expect(stateOf(other).course).toMatchObject({ own: false, open: { id: 'heap-lab', title: COURSE.title } })
  })
})

describe('a link to a course', () => {
  const SITE = new Map(
    [
      'course.json',
      'one-hole.heaplab.json',
      'too-large.heaplab.json',
      'one-hole.c',
      'too-large.c',
      'one-too-far.c',
    ].map((name) => [`https://lab.example/os/${name}`, exampleFile(name)]),
  )

  it('fetches it and the files beside it from the same site', async () => {
    const test = await opened({ site: SITE }, '#course=os/course.json')
    expect(lesson(test)).toBe('one-hole')
    expect(stateOf(test).dialog).toEqual({ kind: 'gallery' })
  })

  it('may name a lesson; one of the lab’s own needs no course', async () => {
    const test = await opened({ site: SITE }, '#course=os/course.json&lesson=one-too-far')
    expect(lesson(test)).toBe('one-too-far')
    expect(stateOf(test).dialog).toBeNull()
    await followLink(test.lab, '#lesson=buddy')
    expect([lesson(test), stateOf(test).course.own]).toEqual(['buddy', true])
    await followLink(test.lab, '#lesson=nothing')
    expect(stateOf(test).notice?.title).toBe('There is no such lesson')
    expect(lesson(test)).toBe('buddy')
  })

  it.each([
    ['https://evil.example/course.json', 'the same site'],
    ['//evil.example/course.json', 'the same site'],
    ['javascript:alert(1)', 'the same site'],
    ['data:application/json,{}', 'the same site'],
    ['http://', 'the same site'],
    ['os/nothing.json', 'There is nothing at https://lab.example/os/nothing.json'],
    ['os/one-hole.c', 'It is no JSON'],
  ])('#course=%s says why it is not opened, and the first lesson is there', async (path, reason) => {
    const test = await opened({ site: SITE }, `#course=${path}`)
    expect(stateOf(test).notice?.text).toContain(reason)
    expect(lesson(test)).toBe('first-look')
  })
})

describe('a first visit', () => {
  it('runs the first lesson by itself to its moment, then begins the tour', async () => {
    const test = begin({ calm: false })
    await start(test.lab, '')
    expect(stateOf(test).course.tour).toBe(0)
    expect(stateOf(test)).toMatchObject({ playing: true, scenario: { title: 'A heap in seven lines' } })
    await until(() => stateOf(test).course.tour === 1)
    await settled(test)
    expect(stateOf(test).playing).toBe(false)
    expect(stateOf(test).moment?.step.kind).toBe('choose')
  })

  it('stops where it is paused', async () => {
    const test = begin({ calm: false })
    await start(test.lab, '')
    pause(test.lab)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(stateOf(test).course.tour).toBe(0)
    expect(stateOf(test).playing).toBe(false)
  })

  it('without motion begins with the tour, which goes through its steps and never comes again', async () => {
    const test = begin()
    await start(test.lab, '')
    await settled(test)
    const kinds: (string | undefined)[] = []
    for (let number = 1; number <= 5; number++) {
      expect(stateOf(test).course.tour).toBe(number)
      await settled(test)
      kinds.push(stateOf(test).moment?.step.kind)
      await goToStop(test.lab, number + 1)
    }
    expect(kinds).toEqual(['choose', 'choose', 'split', 'split', 'split'])
    expect(stateOf(test).course).toMatchObject({ tour: null, tourSeen: true })
    const later = await opened({ kept: new Map([[KEY, test.kept.get(KEY)!]]) })
    expect(stateOf(later).course.tour).toBeNull()
    expect(stateOf(later).moment?.step.kind).toBe('split')
  })

  it('with a link shows what the link says, and no tour', async () => {
    const test = begin({ calm: false })
    await start(test.lab, '#lesson=overflow')
    expect([lesson(test), stateOf(test).course.tour]).toEqual(['overflow', null])
  })

  it('can be shown around again, from anywhere', async () => {
    const test = await opened({}, '#lesson=overflow')
    await startTour(test.lab)
    expect([lesson(test), stateOf(test).course.tour]).toEqual(['first-look', 1])
    endTour(test.lab)
    expect(stateOf(test).course.tour).toBeNull()
  })
})

it('the lessons are loaded when they are wanted, once', async () => {
  const test = begin({ kept: SEEN })
  expect(stateOf(test).course.open).toBeNull()
  const course = await loadCourse(test.lab)
  expect(await loadCourse(test.lab)).toBe(course)
})
