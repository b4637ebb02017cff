import { ENOMEM } from '../../../../kernel/index.ts'
import type { HostFunction } from '../../host.ts'
import { asciiBytes } from '../text/format.ts'
import { operation } from './define.ts'
import { writeFile } from './descriptors.ts'

const MESSAGE = 'ERROR: mem_sbrk failed. Ran out of memory...\n'

/** mem_sbrk of CMU's malloc lab: (increment, where the simulated break is kept, heap start, heap end). */
const memSbrk = operation('__mem_sbrk', (call) => {
  const increment = call.long(0)
  const old = call.loadPointer(call.pointer(1))
  if (increment < 0 || old + increment > call.pointer(3)) {
    writeFile(call, 2, asciiBytes(MESSAGE))
    call.setErrno(ENOMEM)
    return call.returnLong(-1)
  }
  call.storePointer(call.pointer(1), old + increment)
  call.returnLong(old)
})

/** The part of malloc lab's memlib that is a step of its own. */
export const memlibFunctions: readonly HostFunction[] = [memSbrk]
