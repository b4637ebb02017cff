import type { Program } from '../bytecode.ts'
import { USABLE } from './shadow.ts'

/** For each function the shadow that its frame has when it begins: its variables usable, all else not. */
export class FrameShadows {
  private readonly byEntry = new Map<number, Uint8Array>()

  constructor(private readonly program: Program) {}

  /** For the ENTER at `entry`: a byte for each of the frame's, the last one right below fp; null if there is none. */
  at(entry: number): Uint8Array | null {
    const known = this.byEntry.get(entry)
    if (known !== undefined) return known
    const info = this.program.functions.find((each) => each.entry === entry)
    if (info === undefined) return null
    const bits = new Uint8Array(info.frameSize)
    for (const { offset, size } of info.locals) {
      const from = Math.max(0, bits.length + offset)
      bits.fill(USABLE, from, Math.max(from, Math.min(bits.length, bits.length + offset + size)))
    }
    this.byEntry.set(entry, bits)
    return bits
  }
}
