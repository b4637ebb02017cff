import { readScenarioFile } from '../../share/index.ts'
import type { Lab } from '../lab.ts'
import { openSource } from './open.ts'
import { tellTrouble } from './screen.ts'
import { openSaved } from './share.ts'

/** A trace of up to so many bytes is carried along in the scenario, so it can be edited and shared. */
const CARRIED_BYTES = 200_000
/** More than this is not read, packed or unpacked. */
const MOST_BYTES = 512 * 1024 * 1024

/** A file that was chosen or dropped. */
export type NamedBlob = Blob & { readonly name: string }

/** A file of a C program larger than this is no program that a person would step through. */
const MOST_PROGRAM_BYTES = 2_000_000

/**
 * Opens files that were chosen or dropped together: those of a C program as one program, else the first one. What
 * cannot be read is said, and what is open stays.
 */
export async function openFiles(lab: Lab, files: readonly NamedBlob[]): Promise<void> {
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
    const bytes = await unpacked(file)
    const name = file.name.replace(/\.gz$/i, '')
    lab.store.setState({ dialog: null })
    if (/\.json$/i.test(name) || bytes[0] === 0x7b) openScenarioText(lab, new TextDecoder().decode(bytes))
    else openTrace(lab, name, bytes)
  } catch (error) {
    tellUnreadable(lab, file.name, error)
  }
}

function openTrace(lab: Lab, name: string, bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Error('The file is empty.')
  if (bytes.subarray(0, 4096).includes(0))
    throw new Error('It is no text: a trace has lines such as "a 0 512".')
  if (bytes.length > CARRIED_BYTES) {
    openSource(lab, { kind: 'file', name, bytes: bytes.length }, name, bytes)
  } else {
    openSource(lab, { kind: 'trace', name, text: new TextDecoder().decode(bytes) }, name)
  }
}

function openScenarioText(lab: Lab, text: string): void {
  const read = readScenarioFile(text)
  if (!read.ok) throw new Error(read.reason)
  void openSaved(lab, read.value)
}

/** The bytes of a file, unpacked if it is a gzip file, whatever its name says. */
async function unpacked(file: NamedBlob): Promise<Uint8Array> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) {
    if (file.size > MOST_BYTES) throw tooLarge()
    return new Uint8Array(await file.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error('The packed file is damaged or cut off.')
    })
    if (done) return joined(chunks, size)
    size += value.length
    if (size > MOST_BYTES) {
      void reader.cancel()
      throw tooLarge()
    }
    chunks.push(value)
  }
}

function tooLarge(): Error {
  return new Error(`It has more than ${MOST_BYTES / 1024 / 1024} MiB, which is more than the lab reads.`)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
