import type { SyscallWindow } from '../../engine/session/index.ts'
import { SUPERSEDED } from '../../worker/client.ts'
import { fileName } from '../file-name.ts'
import type { Lab } from '../lab.ts'
import { LAST_STEP } from '../positions.ts'
import { seek } from './navigate.ts'
import { pause } from './play.ts'
import { tellForAWhile, tellTrouble } from './screen.ts'

/** Calls kept at a time, around the ones on the screen, and how near to their end others are fetched. */
const WINDOW = 400
const MARGIN = 60
/** Calls fetched at a time for a file, and most that are put on the clipboard. */
const SLICE = 4000
const MOST_COPIED = 50_000

/**
 * Fetches the system calls around call `first` (from 0), unless they are there already; with null, what is there anew
 * for the moment on the screen.
 */
export async function loadSyscalls(lab: Lab, first: number | null): Promise<void> {
  const { info, position, syscalls } = lab.store.getState()
  if (info === null || info.done === 0) return
  const isFresh = syscalls?.operation === position.operation && syscalls.window.made === info.summary.syscalls
  if (isFresh && (first === null || covers(syscalls.window, first))) return
  const { run } = lab
  const from = first === null ? (syscalls?.window.from ?? null) : Math.max(0, first - WINDOW / 2)
  const { operation } = position
  const window = await lab.client
    .callLatest('syscalls', 'syscalls', { from, count: WINDOW, operation })
    .catch(() => SUPERSEDED)
  if (typeof window !== 'symbol' && run === lab.run) lab.store.setState({ syscalls: { operation, window } })
}

function covers({ from, calls, kept }: SyscallWindow, first: number): boolean {
  const end = from + calls.length
  return (from === 0 || first >= from + MARGIN) && (end >= kept || first < end - MARGIN)
}

/** Goes to the operation that made a system call, as it is complete; to the start for one that was made before. */
export function goToCaller(lab: Lab, operation: number): void {
  pause(lab)
  seek(lab, operation < 0 ? { operation: 0, step: 0 } : { operation, step: LAST_STEP })
}

/** Puts all system calls of the run on the clipboard, as strace prints them. */
export async function copySyscalls(lab: Lab): Promise<void> {
  const made = lab.store.getState().info?.summary.syscalls ?? 0
  if (made > MOST_COPIED)
    return tellTrouble(lab, 'Too many to copy', 'Take them as a file instead: the button beside this one.')
  try {
    const texts: string[] = []
    await eachSlice(lab, (text) => texts.push(text))
    await lab.services.copy(texts.join(''))
    tellForAWhile(lab, 'Copied', 'The system calls are on the clipboard, as strace prints them.')
  } catch {
    tellTrouble(lab, 'Not copied', 'This browser does not allow it here. Take them as a file instead.')
  }
}

/** Offers all system calls of the run as a file, as strace -o writes it. */
export async function saveSyscalls(lab: Lab): Promise<void> {
  const { run } = lab
  const title = lab.store.getState().scenario?.title ?? ''
  const encoder = new TextEncoder()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  try {
    await eachSlice(lab, (text) => pieces.push(encoder.encode(text)))
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return tellTrouble(lab, 'The system calls could not be written', text)
  }
  if (run === lab.run) lab.services.download(fileName(title, '.strace'), pieces)
}

/** Hands over all calls that are kept, some thousand lines at a time, so that nothing else has to wait. */
async function eachSlice(lab: Lab, take: (text: string) => void): Promise<void> {
  const { run } = lab
  for (let from = 0, kept = 1; from < kept && run === lab.run; from += SLICE) {
    const window = await lab.client.call('syscalls', { from, count: SLICE, operation: 0 })
    kept = window.kept
    take(window.calls.map(({ aligned }) => `${aligned}\n`).join(''))
  }
}
