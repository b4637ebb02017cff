import { mapsText } from '../../../../kernel/index.ts'
import type { HostCall } from '../../host.ts'
import { asciiBytes } from '../text/format.ts'
import { PROCESS_ID, writeFile } from './descriptors.ts'

const MAPS = new RegExp(String.raw`^cat\s+/proc/(?:${PROCESS_ID}|self)/maps(?:\s*\|\s*grep\s+(.+))?$`)
/** How wait(2) reports an exit status. */
const EXITED = 256
const NOT_FOUND = 127

/**
 * system(3), as far as the lab has a shell: `cat /proc/<pid>/maps`, also `| grep word`, prints the process's own map;
 * anything else is a command that does not exist. Answers wait's status.
 */
export function runCommand(call: HostCall, command: string): number {
  const text = command.trim()
  const match = MAPS.exec(text)
  if (match === null) {
    const word = text.split(/[\s;|&<>]/)[0]!
    if (word !== '') writeFile(call, 2, asciiBytes(`sh: 1: ${word}: not found\n`))
    return word === '' ? 0 : NOT_FOUND * EXITED
  }
  const words = unquoted(match[1] ?? '').split('|')
  const lines = mapsText(call.process)
    .split('\n')
    .filter((line) => line !== '' && words.some((word) => line.includes(word)))
  writeFile(call, 1, asciiBytes(lines.map((line) => `${line}\n`).join('')))
  return match[1] !== undefined && lines.length === 0 ? EXITED : 0
}

/** What grep looks for, words with | between them: without quotes, backslashes and options. */
function unquoted(word: string): string {
  return word
    .trim()
    .replace(/^-[FEw]\s+/, '')
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(/\\(.)/g, '$1')
}
