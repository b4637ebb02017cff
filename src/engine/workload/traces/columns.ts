import type { Diagnostic, Trace } from '../trace.ts'
import { IdTable } from './ids.ts'

/** Warnings that are kept; the others are only counted. */
const KEPT_WARNINGS = 1000
/** Operations with bytes (`w`) or with numbers beyond 2^53 that one trace may have: these cost much more than others. */
const ODD_LIMIT = 1_000_000
/** Bytes of all `w` operations together. */
const BYTES_LIMIT = 1 << 26
const FIRST_CAPACITY = 1024

/** A trace under construction: columns that grow, warnings, and the error that ends it. */
export class TraceBuilder {
  length = 0
  error: Diagnostic | null = null
  readonly ids = new IdTable()
  private readonly warnings: Diagnostic[] = []
  private warningCount = 0
  private kind = new Uint8Array(FIRST_CAPACITY)
  private id = new Int32Array(FIRST_CAPACITY)
  private a = new Float64Array(FIRST_CAPACITY)
  private b = new Float64Array(FIRST_CAPACITY)
  private line = new Uint32Array(FIRST_CAPACITY)
  private readonly bytes = new Map<number, Uint8Array>()
  private byteCount = 0
  private readonly exact = new Map<number, readonly [string, string]>()

  constructor(private readonly limit: number) {}

  /** Adds an operation. `id` is an index that `ids` gave, or -1. False, with an error set, when the trace is full. */
  add(kind: number, id: number, a: number, b: number, line: number): boolean {
    const i = this.length
    if (i >= this.limit) {
      this.fail(line, 1, `a trace may have ${this.limit} operations, and this line begins one more`)
      return false
    }
    if (i === this.kind.length) this.grow()
    this.kind[i] = kind
    this.id[i] = id
    this.a[i] = a
    this.b[i] = b
    this.line[i] = line
    this.length = i + 1
    return true
  }

  /** Gives the operation added last its bytes. */
  setBytes(bytes: Uint8Array, line: number): void {
    this.byteCount += bytes.length
    if (this.bytes.size >= ODD_LIMIT || this.byteCount > BYTES_LIMIT) {
      this.length--
      this.fail(
        line,
        1,
        `a trace may write ${BYTES_LIMIT} bytes in ${ODD_LIMIT} operations, and this is more`,
      )
      return
    }
    this.bytes.set(this.length - 1, bytes)
  }

  /** Gives the operation added last its arguments as text, because a number cannot hold one of them. */
  setExact(a: string, b: string, line: number): void {
    if (this.exact.size >= ODD_LIMIT) {
      this.length--
      this.fail(line, 1, `more than ${ODD_LIMIT} operations have numbers above 2^53`)
      return
    }
    this.exact.set(this.length - 1, [a, b])
  }

  /** Something the text does wrong and that is run all the same. `say` makes the message, if it is kept, from `value`. */
  warn(line: number, column: number, say: (value: number) => string, value = 0): void {
    if (this.warningCount++ < KEPT_WARNINGS) this.warnings.push({ line, column, message: say(value) })
  }

  /** Ends the trace: what was added so far stays. */
  fail(line: number, column: number, message: string): void {
    this.error ??= { line, column, message }
  }

  build(): Trace {
    const { length } = this
    const id = this.id.slice(0, length)
    return {
      length,
      ids: this.ids.settle(id),
      kind: this.kind.slice(0, length),
      id,
      a: this.a.slice(0, length),
      b: this.b.slice(0, length),
      line: this.line.slice(0, length),
      bytes: this.bytes,
      exact: this.exact,
      warnings: this.warnings,
      warningCount: this.warningCount,
      error: this.error,
    }
  }

  private grow(): void {
    const capacity = Math.min(this.limit, Math.ceil(this.kind.length * 1.6))
    this.kind = moved(this.kind, new Uint8Array(capacity))
    this.id = moved(this.id, new Int32Array(capacity))
    this.a = moved(this.a, new Float64Array(capacity))
    this.b = moved(this.b, new Float64Array(capacity))
    this.line = moved(this.line, new Uint32Array(capacity))
  }
}

function moved<T extends Uint8Array | Int32Array | Float64Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** A trace without operations, and why. */
export function failedTrace(message: string): Trace {
  const builder = new TraceBuilder(0)
  builder.fail(1, 1, message)
  return builder.build()
}
