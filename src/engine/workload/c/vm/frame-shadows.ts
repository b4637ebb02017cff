import type { FunctionInfo } from '../image.ts'
import { USABLE } from './shadow.ts'

/** For each function the shadow that its frame has when it begins: usable, and not written yet. */
export class FrameShadows {
  /** By index of the code. */
  private readonly byEntry: (Int32Array | undefined)[] = []

  constructor(functions: readonly FunctionInfo[]) {
    const last = functions.reduce((most, { entry }) => Math.max(most, entry), -1)
    for (let entry = 0; entry <= last; entry++) this.byEntry.push(undefined)
    for (const info of functions) if (info.entry >= 0) this.byEntry[info.entry] = frameBits(info)
  }

  /** For the ENTER at `entry`: a byte for each of the frame's, the last one right below fp. */
  at(entry: number): Int32Array {
    return this.byEntry[entry] ?? EMPTY
  }
}

const EMPTY = new Int32Array(0)

/** What the compiler keeps for itself among the variables (temporaries, arguments) is written before it is read. */
function frameBits({ frameSize }: FunctionInfo): Int32Array {
  return new Int32Array(new Uint8Array(frameSize).fill(USABLE).buffer)
}
