import type { FunctionInfo } from '../bytecode.ts'
import { USABLE } from './shadow.ts'

/** For each function the shadow that its frame has when it begins: its variables usable, all else not. */
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

function frameBits({ frameSize, locals }: FunctionInfo): Int32Array {
  const bits = new Uint8Array(frameSize)
  for (const { offset, size } of locals) {
    const from = Math.max(0, frameSize + offset)
    bits.fill(USABLE, from, Math.max(from, Math.min(frameSize, frameSize + offset + size)))
  }
  return new Int32Array(bits.buffer)
}
