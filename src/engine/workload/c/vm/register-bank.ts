import { float, frame, hi, lo } from './registers.ts'

/** The bank whose registers are in the module's now. */
let resident: RegisterBank | null = null

/** A copy of all registers. */
export interface RegisterCopy {
  readonly lo: Int32Array
  readonly hi: Int32Array
  readonly float: Float64Array
  readonly frame: Float64Array
}

/** The registers of one machine. While it runs they are in the module's (registers.ts), and stay until another runs. */
export class RegisterBank {
  private readonly own: RegisterCopy = {
    lo: new Int32Array(lo.length),
    hi: new Int32Array(hi.length),
    float: new Float64Array(float.length),
    frame: new Float64Array(frame.length),
  }

  /** Puts these registers into the module's, if they are not there. Many runs are short, so they stay. */
  enter(): void {
    if (resident === this) return
    resident?.leave()
    put(this.own, { lo, hi, float, frame })
    resident = this
  }

  /** One of the frame's registers (SP, FP, PENDING). */
  frameRegister(index: number): number {
    return resident === this ? frame[index]! : this.own.frame[index]!
  }

  /** All registers at rest: taken back from the module. What is written to them counts. */
  atRest(): RegisterCopy {
    this.leave()
    return this.own
  }

  copy(): RegisterCopy {
    const { lo, hi, float, frame } = this.atRest()
    return { lo: lo.slice(), hi: hi.slice(), float: float.slice(), frame: frame.slice() }
  }

  restore(from: RegisterCopy): void {
    put(from, this.atRest())
  }

  private leave(): void {
    if (resident !== this) return
    put({ lo, hi, float, frame }, this.own)
    resident = null
  }
}

function put(from: RegisterCopy, to: RegisterCopy): void {
  to.lo.set(from.lo)
  to.hi.set(from.hi)
  to.float.set(from.float)
  to.frame.set(from.frame)
}
