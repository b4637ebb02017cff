import type { Condition } from '../engine/session/index.ts'
import {
  type Chapter,
  EXAMPLE_KINDS,
  EXAMPLE_PANELS,
  type Example,
  type ExampleKind,
  type MomentLink,
  type Opening,
} from '../scenarios/example.ts'
import {
  type Check,
  flag,
  list,
  object,
  oneOf,
  optional,
  text,
  Wrong,
  whole,
  withDefault,
} from '../share/check.ts'

/** What the key of the version is called; a file without it is no course. */
export const VERSION_KEY = 'heapLabCourse'
/** The version that is written and read. */
export const COURSE_VERSION = 1

const TITLE = 200
const SENTENCES = 20_000
const MOST_CHAPTERS = 100
const MOST_LESSONS = 500
const MOST_VARIANTS = 20
const MOST_LINKS = 50
const MOST_NUMBER = 2 ** 40

/** A scenario as a course file gives it: an object of the scenario format, or the name of a file beside. */
export type GivenScenario = string | object

/** A lesson as its file has it, before its scenarios are read. */
export interface GivenLesson extends Omit<Example, 'chapter' | 'scenario' | 'open' | 'variants'> {
  readonly scenario: GivenScenario
  /** Absent: at the position that the scenario has. */
  readonly open?: Opening
  readonly variants: readonly { readonly label: string; readonly scenario: GivenScenario }[]
}

/** A course as its file has it. */
export interface GivenCourse {
  readonly id: string
  readonly title: string
  readonly about: string
  readonly chapters: readonly (Chapter & { readonly lessons: readonly GivenLesson[] })[]
}

const id: Check<string> = (value, path) => {
  const given = text(64)(value, path)
  if (!/^[a-z0-9][a-z0-9-]*$/.test(given))
    throw new Wrong(path, 'should have only small letters, digits and hyphens')
  return given
}

const title: Check<string> = (value, path) => {
  const given = text(TITLE)(value, path)
  if (given.trim() === '') throw new Wrong(path, 'should not be empty')
  return given
}

const litPlace: Check<string> = (value, path) => {
  const given = text(40)(value, path)
  if (!/^(brk)?\+\d{1,15}$/.test(given)) throw new Wrong(path, 'should be a distance such as +48 or brk+32')
  return given
}

const sentences = withDefault(text(SENTENCES), '')
const number = whole(0, MOST_NUMBER)

const CONDITIONS: { readonly [K in Condition['kind']]: Check<Extract<Condition, { kind: K }>> } = {
  operation: object({ kind: oneOf('operation'), operation: number }),
  call: object({ kind: oneOf('call'), number: whole(1, MOST_NUMBER) }),
  size: object({ kind: oneOf('size'), atLeast: number }),
  break: object({ kind: oneOf('break') }),
  fragmentation: object({ kind: oneOf('fragmentation'), above: share }),
  finding: object({ kind: oneOf('finding') }),
  line: object({ kind: oneOf('line'), file: text(TITLE), line: whole(1, MOST_NUMBER) }),
}

function share(value: unknown, path: string): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    throw new Wrong(path, 'should be between 0 and 1')
  return value
}

const place: Check<Opening['at']> = (value, path) => {
  if (value === 'end') return value
  const { kind } = object<{ kind: Condition['kind'] }>({
    kind: oneOf('operation', 'call', 'size', 'break', 'fragmentation', 'finding', 'line'),
  })(value, path)
  return CONDITIONS[kind](value, path)
}

const namedStep = oneOf(
  'before',
  'after',
  'request',
  'visit',
  'choose',
  'fail',
  'split',
  'whole',
  'coalesce',
  'alone',
  'link',
  'unlink',
  'mark',
  'grow',
  'shrink',
  'map',
  'unmap',
  'inPlace',
  'copy',
  'clear',
  'reject',
  'note',
  'access',
  'statement',
  'end',
  'return',
)

const opening = object<Opening>({
  at: place,
  step: withDefault<Opening['step']>(
    (value, path) => (typeof value === 'number' ? number(value, path) : namedStep(value, path)),
    'after',
  ),
})

const links = list(object<MomentLink>({ text: title, open: opening }), 0, MOST_LINKS)

const scenario: Check<GivenScenario> = (value, path) => {
  if (typeof value === 'string') return fileName(value, path)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Wrong(path, 'should be a scenario, or the name of a file beside the course')
}

/**
 * The name of a file beside the course or in a folder below it. It cannot lead anywhere else: no scheme, no host, no
 * way up.
 */
export function fileName(value: string, path: string): string {
  const segments = value.split('/')
  const wrong =
    value.length > TITLE ||
    /[\\:?#%*"<>|]/.test(value) ||
    [...value].some((character) => character < ' ') ||
    segments.some((segment) => segment.trim() === '' || /^\.+$/.test(segment))
  if (wrong) throw new Wrong(path, 'should be the name of a file beside the course or in a folder below it')
  return value
}

const lesson: Check<GivenLesson> = (value, path) => {
  const given = object<GivenLesson>({
    id,
    title,
    kind: withDefault<ExampleKind>(oneOf(...EXAMPLE_KINDS), 'watch'),
    teaches: sentences,
    scenario,
    open: optional(opening),
    panel: optional(oneOf(...EXAMPLE_PANELS)),
    light: optional(litPlace),
    predict: optional(flag),
    look: sentences,
    moments: withDefault(links, []),
    question: sentences,
    answer: sentences,
    answerMoments: optional(links),
    variants: withDefault(
      list(object<GivenLesson['variants'][number]>({ label: title, scenario }), 0, MOST_VARIANTS),
      [],
    ),
  })(value, path)
  inText(given.moments, given.look, `${path}.moments`, 'look')
  inText(given.answerMoments ?? [], given.answer, `${path}.answerMoments`, 'answer')
  if ((given.question === '') !== (given.answer === ''))
    throw new Wrong(path, 'should have a question and an answer, or neither')
  return given
}

/** Links are pieces of their text, one after the other: one that is not would never be seen. */
function inText(moments: readonly MomentLink[], whole: string, path: string, name: string): void {
  let from = 0
  moments.forEach((moment, i) => {
    const at = whole.indexOf(moment.text, from)
    if (at < 0)
      throw new Wrong(`${path}[${i}].text`, `should stand in "${name}", behind the pieces before it`)
    from = at + moment.text.length
  })
}

const chapter = object<GivenCourse['chapters'][number]>({
  title,
  purpose: sentences,
  lessons: list(lesson, 1, MOST_LESSONS),
})

/** Checks everything of a course but its scenarios. Throws Wrong. */
export const givenCourse: Check<GivenCourse> = (value, path) => {
  const course = object<GivenCourse>({
    id,
    title,
    about: sentences,
    chapters: list(chapter, 1, MOST_CHAPTERS),
  })(value, path)
  const seen = new Set<string>()
  course.chapters.forEach(({ lessons }, i) => {
    lessons.forEach(({ id: name }, j) => {
      if (seen.has(name)) throw new Wrong(`chapters[${i}].lessons[${j}].id`, `is there twice: "${name}"`)
      seen.add(name)
    })
  })
  if (seen.size > MOST_LESSONS) throw new Wrong('chapters', `have more than ${MOST_LESSONS} lessons`)
  return course
}
