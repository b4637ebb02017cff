import { isCollection, MOST_IMPORTED } from '../kept/shelf.ts'
import type { Lab } from '../lab.ts'
import { runnable } from '../saved.ts'
import { contentsOf } from './contents.ts'
import { openCourseAmong } from './course-files.ts'
import { importKept } from './kept.ts'
import { openSource } from './open.ts'
import { tellForAWhile, tellTrouble } from './screen.ts'
import { openSaved } from './share.ts'

/** A trace of up to so many bytes is carried along in the scenario, so it can be edited and shared. */
const CARRIED_BYTES = 200_000
/** A scenario file larger than this holds no scenario that a person has made. */
const MOST_SCENARIO_BYTES = 8_000_000
/** Bytes at the beginning of a file that tell what it is. */
const SNIFFED_BYTES = 4096

/** A file that was chosen or dropped. */
export type NamedBlob = Blob & { readonly name: string }

/** A file of a C program larger than this is no program that a person would step through. */
const MOST_PROGRAM_BYTES = 2_000_000

/**
 * Opens files that were chosen or dropped together: a course with the files beside it, those of a C program as one
 * program, else the first one. What cannot be read is said, and what is open stays.
 */
export async function openFiles(lab: Lab, files: readonly NamedBlob[]): Promise<void> {
  try {
    if (await openCourseAmong(lab, files)) return
  } catch (error) {
    return tellUnreadable(lab, 'The course', error)
  }
  const program = files.filter(({ name }) => /\.[ch]$/i.test(name))
  const [first] = files
  if (program.length > 0) await openProgram(lab, program)
  else if (first !== undefined) await openFile(lab, first)
}

async function openProgram(lab: Lab, files: readonly NamedBlob[]): Promise<void> {
  try {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await textOf(file) })))
    // The program's own file first, then what it includes.
    const ordered = read.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1))
    lab.store.setState({ dialog: null })
    openSource(lab, { kind: 'c', files: ordered, input: '' }, ordered[0]!.name)
  } catch (error) {
    tellUnreadable(lab, files.length === 1 ? files[0]!.name : 'The program', error)
  }
}

function rank(name: string): number {
  return /^main\.c$/i.test(name) ? 0 : /\.c$/i.test(name) ? 1 : 2
}

async function textOf(file: NamedBlob): Promise<string> {
  if (file.size > MOST_PROGRAM_BYTES)
    throw new Error(`${file.name} has ${file.size} bytes, more than ${MOST_PROGRAM_BYTES}.`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.includes(0)) throw new Error(`${file.name} is no text.`)
  return new TextDecoder().decode(bytes)
}

function tellUnreadable(lab: Lab, name: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  tellTrouble(lab, `${name} cannot be opened`, `${reason} What was open before is still here.`)
}

/** Opens a trace, packed or not, or a scenario file. What cannot be read is said, and what is open stays. */
export async function openFile(lab: Lab, file: NamedBlob): Promise<void> {
  try {
    const contents = await contentsOf(file)
    const name = file.name.replace(/\.gz$/i, '')
    const beginning = new Uint8Array(await contents.slice(0, SNIFFED_BYTES).arrayBuffer())
    lab.store.setState({ dialog: null })
    if (/\.json$/i.test(name) || beginning[0] === 0x7b) await openScenarioFile(lab, contents)
    else await openTrace(lab, name, contents, beginning)
  } catch (error) {
    tellUnreadable(lab, file.name, error)
  }
}

async function openTrace(lab: Lab, name: string, contents: Blob, beginning: Uint8Array): Promise<void> {
  if (beginning.length === 0) throw new Error('The file is empty.')
  if (beginning.includes(0)) throw new Error('It is no text: a trace has lines such as "a 0 512".')
  if (contents.size > CARRIED_BYTES) {
    openSource(lab, { kind: 'file', name, bytes: contents.size }, name, contents)
  } else {
    openSource(lab, { kind: 'trace', name, text: await contents.text() }, name)
  }
}

async function openScenarioFile(lab: Lab, contents: Blob): Promise<void> {
  if (isCollection(await contents.slice(0, SNIFFED_BYTES).text())) return openCollection(lab, contents)
  if (contents.size > MOST_SCENARIO_BYTES)
    throw new Error(`It has ${contents.size} bytes: a scenario has at most ${MOST_SCENARIO_BYTES}.`)
  const { readScenarioFile } = await import('../../share/file.ts')
  const read = runnable(readScenarioFile(await contents.text()))
  if (!read.ok) throw new Error(read.reason)
  void openSaved(lab, read.value)
}

/** Puts all scenarios of a file beside those that are kept, and shows them. */
async function openCollection(lab: Lab, contents: Blob): Promise<void> {
  const imported = contents.size > MOST_IMPORTED ? null : await importKept(lab, await contents.text())
  if (imported === null)
    throw new Error('It is a damaged file of scenarios, or there is no place for them here.')
  const { added, known, unreadable } = imported
  lab.store.setState({ dialog: { kind: 'kept' } })
  const text = `${added} added, ${known} here already, ${unreadable} unreadable.`
  tellForAWhile(lab, 'Scenarios read in', text)
}
