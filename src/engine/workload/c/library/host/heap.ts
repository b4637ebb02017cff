import { ENOMEM } from '../../../../kernel/index.ts'
import type { Address, Bytes } from '../../../../units.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { host, operation } from './define.ts'

/** Ends a call of the malloc family: a null pointer comes with ENOMEM. */
function returnBlock(call: HostCall, payload: Address): void {
  if (payload === 0) call.setErrno(ENOMEM)
  call.returnLong(payload)
}

/**
 * No object is larger than PTRDIFF_MAX: glibc refuses before it looks for memory. Where pointers have 8 bytes every
 * allocator does so too; those of 4 bytes they do not know.
 */
function isTooLarge(call: HostCall, size: Bytes): boolean {
  return call.model === 'ilp32' && size > 0x7fffffff
}

const realloc = operation('realloc', (call) => {
  const payload = isTooLarge(call, call.size(1)) ? 0 : call.heap.realloc(call.pointer(0), call.size(1))
  // realloc(p, 0) frees p: its null pointer is no failure.
  if (payload === 0 && call.pointer(0) !== 0 && call.size(1) === 0) call.returnLong(0)
  else returnBlock(call, payload)
})

/** The malloc family of the chosen allocator. A program's own functions of these names stand before them. */
export const heapFunctions: readonly HostFunction[] = [
  operation('malloc', (call) => {
    returnBlock(call, isTooLarge(call, call.size(0)) ? 0 : call.heap.malloc(call.size(0)))
  }),
  operation('calloc', (call) => {
    const isRefused = isTooLarge(call, call.size(0) * call.size(1))
    returnBlock(call, isRefused ? 0 : call.heap.calloc(call.size(0), call.size(1)))
  }),
  realloc,
  operation('memalign', (call) => {
    returnBlock(call, isTooLarge(call, call.size(1)) ? 0 : call.heap.memalign(call.size(0), call.size(1)))
  }),
  operation('free', (call) => call.heap.free(call.pointer(0))),
  operation('malloc_usable_size', (call) => call.returnLong(call.heap.usableSize(call.pointer(0)))),
  operation('malloc_trim', (call) => call.returnInt(call.heap.trim(call.size(0)))),
  host('__heap_figures', heapFigures),
]

/** mallinfo's ten figures as longs, in the order of its fields. Argument: where to store them. */
function heapFigures(call: HostCall): void {
  const figures = call.heap.figures?.() ?? null
  const arena = figures?.arena ?? call.process.programBreak - call.process.brkStart
  const used = figures?.usedBytes ?? arena
  const values = [
    arena,
    figures?.freeChunks ?? 0,
    0,
    figures?.mappedChunks ?? 0,
    figures?.mappedBytes ?? 0,
    0,
    0,
    used,
    arena - used,
    figures?.topBytes ?? 0,
  ]
  const size = call.model === 'lp64' ? 8 : 4
  call.checks?.writes('mallinfo', call.pointer(0), size * values.length)
  for (const [i, value] of values.entries()) call.storePointer(call.pointer(0) + i * size, value)
}
