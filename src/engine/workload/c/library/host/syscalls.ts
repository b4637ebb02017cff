import { EINVAL, ENOMEM, MAP_ANONYMOUS, MAP_PRIVATE, MAP_SHARED } from '../../../../kernel/index.ts'
import { PAGE_SIZE } from '../../../../units.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { host, operation, returnResult, returnStatus } from './define.ts'

/*
 * The memory system calls, as glibc's wrappers give them to a program.
 */

/** MAP_TYPE: the bits of which one must be chosen. */
const MAP_TYPE = 0x0f

const sbrk = operation('sbrk', (call) => {
  const old = call.process.programBreak
  const increment = call.long(0)
  if (increment !== 0 && call.process.sbrk(increment) < 0) returnResult(call, -ENOMEM)
  else call.returnLong(old)
})

const brk = operation('brk', (call) => {
  const wanted = call.pointer(0)
  returnStatus(call, call.process.brk(wanted) < wanted || wanted < 0 ? -ENOMEM : 0)
})

/** With one process nobody can tell shared anonymous memory from private, so the kernel is asked for that. */
function mapFlags(flags: number): number {
  const isShared = (flags & MAP_TYPE) === MAP_SHARED && (flags & MAP_ANONYMOUS) !== 0
  return isShared ? (flags & ~MAP_TYPE) | MAP_PRIVATE : flags
}

const mmap = operation('mmap', (call) => {
  const offset = call.long(5)
  if (offset % PAGE_SIZE !== 0) return returnResult(call, -EINVAL)
  returnMapping(call, call.process.mmap(call.pointer(0), call.size(1), call.int(2), mapFlags(call.int(3))))
})

/** MREMAP_FIXED's fifth argument comes through the C wrapper, since mremap is variadic. */
const mremap = operation('__mremap', (call) => {
  const { process } = call
  returnMapping(
    call,
    process.mremap(call.pointer(0), call.size(1), call.size(2), call.int(3), call.pointer(4)),
  )
})

/** MAP_FAILED is (void *) -1. */
function returnMapping(call: HostCall, result: number): void {
  returnResult(call, result)
}

/** msync: nothing to be written back, but the range must be mapped. */
const msync = host('msync', (call) => {
  returnStatus(call, call.pointer(0) % PAGE_SIZE === 0 ? 0 : -EINVAL)
})

/** brk, sbrk and the mmap family. */
export const systemCalls: readonly HostFunction[] = [
  sbrk,
  brk,
  mmap,
  mremap,
  operation('munmap', (call) => returnStatus(call, call.process.munmap(call.pointer(0), call.size(1)))),
  operation('mprotect', (call) => {
    returnStatus(call, call.process.mprotect(call.pointer(0), call.size(1), call.int(2)))
  }),
  operation('madvise', (call) => {
    returnStatus(call, call.process.madvise(call.pointer(0), call.size(1), call.int(2)))
  }),
  msync,
]
