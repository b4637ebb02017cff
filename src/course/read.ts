import type { Position, Scenario } from '../engine/session/index.ts'
import type { Course, Example, Opening } from '../scenarios/example.ts'
import { Wrong } from '../share/check.ts'
import { readScenarioFile } from '../share/index.ts'
import {
  COURSE_VERSION,
  fileName,
  type GivenCourse,
  type GivenLesson,
  type GivenScenario,
  givenCourse,
  VERSION_KEY,
} from './shape.ts'

/** Characters of a course file at most, of a file beside it, and of all of them together. */
export const COURSE_LIMIT = 4 << 20
export const BESIDE_LIMIT = 2 << 20
const TOTAL_LIMIT = 16 << 20
/** Files beside a course that are asked for at most. */
const MOST_FILES = 500

/** Gives the text of a file beside the course file, by the name the course uses; null if there is none. May reject. */
export type Beside = (name: string) => Promise<string | null>

/** What reading gives. `reason`: a sentence with the place, for the person who opened it. */
export type CourseRead =
  | { readonly ok: true; readonly value: Course }
  | { readonly ok: false; readonly reason: string }

/** Whether a text is meant to be a course; it may be damaged all the same. */
export function looksLikeCourse(text: string): boolean {
  return /^\s*\{/.test(text) && text.slice(0, COURSE_LIMIT).includes(`"${VERSION_KEY}"`)
}

/** Reads a course file and the files that it names. Never throws, whatever the texts. */
export async function readCourse(text: string, beside: Beside): Promise<CourseRead> {
  try {
    return { ok: true, value: await courseOf(givenCourse(ofThisVersion(text), ''), new Files(beside)) }
  } catch (wrong) {
    if (wrong instanceof Wrong)
      return unusable(wrong.path === '' ? `It ${wrong.message}.` : `${wrong.path} ${wrong.message}.`)
    // What JSON.parse, a server or a disk says, and the end of the stack for a file nested too deeply.
    return unusable(wrong instanceof Error ? wrong.message : String(wrong))
  }
}

function unusable(reason: string): CourseRead {
  return { ok: false, reason: `This course cannot be used. ${reason}` }
}

function ofThisVersion(text: string): object {
  if (text.length > COURSE_LIMIT) throw new Wrong('', `has more than ${COURSE_LIMIT} characters`)
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, VERSION_KEY))
    throw new Wrong('', `is no course file: it has no "${VERSION_KEY}"`)
  const version: unknown = Object.entries(value).find(([key]) => key === VERSION_KEY)?.[1]
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new Wrong(VERSION_KEY, 'should be a whole number from 1')
  if (version > COURSE_VERSION)
    throw new Wrong(
      VERSION_KEY,
      `is ${version}, made for a newer Heap Lab; this page reads up to ${COURSE_VERSION}`,
    )
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Wrong('', `is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function courseOf(given: GivenCourse, files: Files): Promise<Course> {
  const lessons: Example[] = []
  for (const [i, { lessons: ofChapter }] of given.chapters.entries()) {
    for (const [j, lesson] of ofChapter.entries()) {
      lessons.push(await lessonOf(lesson, i + 1, `chapters[${i}].lessons[${j}]`, files))
    }
  }
  const { id, title, about, chapters } = given
  return { id, title, about, chapters: chapters.map(({ title, purpose }) => ({ title, purpose })), lessons }
}

async function lessonOf(lesson: GivenLesson, chapter: number, path: string, files: Files): Promise<Example> {
  const { scenario, position } = await scenarioOf(lesson.scenario, `${path}.scenario`, files)
  const variants: Example['variants'][number][] = []
  for (const [i, variant] of lesson.variants.entries()) {
    const read = await scenarioOf(variant.scenario, `${path}.variants[${i}].scenario`, files)
    variants.push({ label: variant.label, scenario: read.scenario })
  }
  return { ...lesson, chapter, scenario, open: lesson.open ?? openingAt(position), variants }
}

function openingAt({ operation, step }: Position): Opening {
  return { at: { kind: 'operation', operation }, step }
}

/** A scenario of the scenario format, with the texts of its program's files. */
async function scenarioOf(
  given: GivenScenario,
  path: string,
  files: Files,
): Promise<{ readonly scenario: Scenario; readonly position: Position }> {
  const text = typeof given === 'string' ? await files.text(given, path) : JSON.stringify(given)
  const value = typeof given === 'string' ? parsedFile(text, given, path) : given
  const read = readScenarioFile(JSON.stringify(await withTexts(value, path, files)))
  if (!read.ok) throw new Wrong(typeof given === 'string' ? `${path} (${given})` : path, `: ${read.reason}`)
  const { scenario, position } = read.value
  if (scenario.source.kind === 'file')
    throw new Wrong(path, 'names a trace of its own file, which a course cannot carry: use one with its text')
  return { scenario, position }
}

function parsedFile(text: string, name: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Wrong(path, `names ${name}, which is no scenario file: it is no JSON`)
  }
}

/** The scenario with the texts of those of its program's files that have only a name. */
async function withTexts(value: unknown, path: string, files: Files): Promise<unknown> {
  const source = property(property(value, 'scenario'), 'source')
  const list = property(source, 'files')
  if (!Array.isArray(list) || property(source, 'kind') !== 'c') return value
  const texts: unknown[] = []
  for (const [i, file] of list.entries()) {
    const name = property(file, 'name')
    const here = `${path}.scenario.source.files[${i}]`
    const missing = typeof name === 'string' && property(file, 'text') === undefined
    texts.push(missing ? { name: lastPart(name), text: await files.text(fileName(name, here), here) } : file)
  }
  const scenario = {
    ...(property(value, 'scenario') as object),
    source: { ...(source as object), files: texts },
  }
  return { ...(value as object), scenario }
}

/** What a program includes: the name without the folders in front. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<string, unknown>)[key]
}

/**
 * The files beside a course, each asked for once. Every use of one counts: a scenario carries its texts, however many
 * share them.
 */
class Files {
  private readonly known = new Map<string, string>()
  private total = 0

  constructor(private readonly beside: Beside) {}

  async text(name: string, path: string): Promise<string> {
    const text = this.known.get(name) ?? (await this.fetched(name, path))
    this.known.set(name, text)
    this.total += text.length
    if (this.total > TOTAL_LIMIT)
      throw new Wrong(path, `makes the course longer than ${TOTAL_LIMIT} characters`)
    return text
  }

  private async fetched(name: string, path: string): Promise<string> {
    if (this.known.size >= MOST_FILES)
      throw new Wrong(path, `names one file more than the ${MOST_FILES} of a course`)
    const text = await this.beside(name)
    if (text === null) throw new Wrong(path, `names ${name}, which is not there`)
    if (text.length > BESIDE_LIMIT)
      throw new Wrong(path, `names ${name}, which has more than ${BESIDE_LIMIT} characters`)
    return text
  }
}
