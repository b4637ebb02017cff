import type { Ending } from '../../../engine/session/index.ts'

/** What the shell calls the signals (glibc, stdio-common/siglist.h). */
const SIGNALS: Readonly<Record<string, string>> = {
  SIGABRT: 'Aborted',
  SIGBUS: 'Bus error',
  SIGFPE: 'Floating point exception',
  SIGILL: 'Illegal instruction',
  SIGKILL: 'Killed',
  SIGSEGV: 'Segmentation fault',
  SIGTRAP: 'Trace/breakpoint trap',
  SIGTERM: 'Terminated',
}

/** How a program ended, as the last line below its output. */
export function endingLine({ kind, status, signal, message }: Ending): string {
  switch (kind) {
    case 'exit':
      return `exited with status ${status ?? 0}`
    case 'input':
      return 'waits for input'
    case 'fault':
      return killedBy(signal ?? 'SIGSEGV')
    case 'abort':
      return killedBy(signal ?? 'SIGABRT')
    case 'signal':
      return signal === undefined ? message : killedBy(signal)
    case 'budget':
    case 'misuse':
    case 'init':
      return message
  }
}

function killedBy(signal: string): string {
  const name = SIGNALS[signal]
  return `killed by ${signal}${name === undefined ? '' : ` (${name})`}`
}

/** A text in two parts: its first `bytes` bytes (of UTF-8), and the rest. A character that is cut belongs to the rest. */
export function splitAtByte(text: string, bytes: number): readonly [before: string, after: string] {
  if (bytes <= 0) return ['', text]
  let room = bytes
  let at = 0
  for (const character of text) {
    room -= bytesOf(character.codePointAt(0)!)
    if (room < 0) break
    at += character.length
  }
  return [text.slice(0, at), text.slice(at)]
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
