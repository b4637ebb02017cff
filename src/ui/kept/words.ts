import type { Imported, KeptHead, Room } from '../../state/index.ts'
import { bytesShort, plural } from '../format.ts'

const KINDS: Readonly<Record<KeptHead['kind'], string>> = {
  c: 'C program',
  trace: 'trace',
  file: 'trace file',
  ostep: 'OSTEP homework',
  generator: 'generated workload',
}

/** What is said of a scenario below its name. `when`: its date as it is shown. */
export function headWords({ kind, size, unrun }: KeptHead, when: string): string {
  return [KINDS[kind], bytesShort(size), when, ...(unrun ? ['not run yet'] : [])].join(' · ')
}

/** A date as people in front of the page read it: today's without the day. */
export function dateWords(time: number, now: number): string {
  const [then, today] = [new Date(time), new Date(now)]
  const clock = then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (then.toDateString() === today.toDateString()) return `today ${clock}`
  const day = then.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day} ${clock}`
}

/** How much there is, and what the browser says of its storage. */
export function roomWords(heads: readonly KeptHead[], room: Room | null): string {
  const size = heads.reduce((sum, head) => sum + head.size, 0)
  const kept = `${plural(heads.length, 'scenario')}, ${bytesShort(size)}.`
  if (room === null) return kept
  return `${kept} This page uses ${bytesShort(room.used)} of the ${bytesShort(room.allowed)} that the browser allows it.`
}

/** What came of reading a file of scenarios. */
export function importedWords(imported: Imported | null): string {
  if (imported === null) return 'That is no file of scenarios that was saved here.'
  const { added, known, unreadable } = imported
  return [
    `${plural(added, 'scenario')} added.`,
    ...(known > 0 ? [`${known} ${known === 1 ? 'was' : 'were'} here already.`] : []),
    ...(unreadable > 0 ? [`${unreadable} could not be read.`] : []),
  ].join(' ')
}
