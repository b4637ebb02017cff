import { EFAULT } from '../../../../kernel/index.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { readText } from './bytes.ts'
import { host, returnResult, returnStatus } from './define.ts'
import {
  closeFile,
  fileFacts,
  isStandard,
  openFile,
  pathFacts,
  randomBytes,
  readFile,
  removeFile,
  renameFile,
  seekFile,
  writeFile,
} from './descriptors.ts'
import { runCommand } from './shell.ts'

/*
 * unistd.h and fcntl.h: the system calls on descriptors.
 */

/** The kernel answers EFAULT where the program's buffer is not its own, instead of a signal. */
const read = host('read', (call) => {
  const bytes = readFile(call, call.int(0), Math.min(call.size(2), 0x7ffff000))
  if (typeof bytes === 'number') return returnResult(call, bytes)
  call.checks?.writes('read', call.pointer(1), bytes.length)
  returnResult(call, storeOrFault(call, bytes))
})

function storeOrFault(call: HostCall, bytes: Uint8Array): number {
  const { memory } = call.process
  if (bytes.length === 0 || memory.write(call.pointer(1), bytes)) return bytes.length
  memory.clearFault()
  return -EFAULT
}

const write = host('write', (call) => {
  const { memory } = call.process
  const length = call.size(2)
  if (length === 0) return returnResult(call, writeFile(call, call.int(0), new Uint8Array(0)))
  const bytes = memory.read(call.pointer(1), length)
  if (bytes === null) {
    memory.clearFault()
    return returnResult(call, -EFAULT)
  }
  call.checks?.reads('write', call.pointer(1), length)
  returnResult(call, writeFile(call, call.int(0), bytes))
})

const isatty = host('isatty', (call) => {
  const isTerminal = isStandard(call.int(0)) && call.options.isTerminal
  if (!isTerminal)
    call.setErrno(isStandard(call.int(0)) || typeof fileFacts(call, call.int(0)) !== 'number' ? 25 : 9)
  call.returnInt(isTerminal ? 1 : 0)
})

/** Stores mode and size as two ints at the pointer in argument 1. */
function returnFacts(call: HostCall, facts: { mode: number; size: number } | number): void {
  if (typeof facts === 'number') {
    returnStatus(call, facts)
    return
  }
  call.checks?.writes('fstat', call.pointer(1), 8)
  call.process.words.store32(call.pointer(1), facts.mode)
  call.process.words.store32(call.pointer(1) + 4, facts.size)
  call.returnInt(0)
}

const randomInto = host('__random_bytes', (call) => {
  const length = call.size(1)
  call.checks?.writes('getrandom', call.pointer(0), length)
  const step = 4096
  for (let done = 0; done < length; done += step) {
    const bytes = randomBytes(call, call.size(2) + done, Math.min(step, length - done))
    if (!call.process.memory.write(call.pointer(0) + done, bytes)) {
      call.process.memory.clearFault()
      return returnStatus(call, -EFAULT)
    }
  }
  call.returnInt(0)
})

/** Functions on descriptors and file names. Variadic open is wrapped in C. */
export const fileFunctions: readonly HostFunction[] = [
  read,
  write,
  isatty,
  randomInto,
  host('__open', (call) =>
    returnStatus(call, openFile(call, readText(call, 'open', call.pointer(0)), call.int(1))),
  ),
  host('close', (call) => returnStatus(call, closeFile(call, call.int(0)))),
  host('lseek', (call) => returnResult(call, seekFile(call, call.int(0), call.long(1), call.int(2)))),
  host('__file_facts', (call) => returnFacts(call, fileFacts(call, call.int(0)))),
  host('__path_facts', (call) => returnFacts(call, pathFacts(call, readText(call, 'stat', call.pointer(0))))),
  host('unlink', (call) => returnStatus(call, removeFile(call, readText(call, 'unlink', call.pointer(0))))),
  host('rename', (call) => {
    const from = readText(call, 'rename', call.pointer(0))
    returnStatus(call, renameFile(call, from, readText(call, 'rename', call.pointer(1))))
  }),
  host('__shell', (call) => call.returnInt(runCommand(call, readText(call, 'system', call.pointer(0))))),
]
