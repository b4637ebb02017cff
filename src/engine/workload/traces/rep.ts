// The traces of the CS:APP malloc lab (csapp.cs.cmu.edu/3e/malloclab.pdf), their variants, and the letters
// c m u t b F w x that recordings of real allocators add. README.md of this folder describes the format.
import type { Bytes } from '../../units.ts'
import type { Trace } from '../trace.ts'
import { TraceBuilder } from './columns.ts'
import { Fields } from './fields.ts'
import { type Importer, isAppleDouble, isGzip, OPERATION_LIMIT, type PartialTrace } from './importer.ts'
import { LINE_LIMIT, LineSplitter } from './lines.ts'
import { Lives } from './lives.ts'
import { oddities } from './oddities.ts'
import { type Argument, LETTERS, OPERATIONS, type OperationForm } from './rep-forms.ts'
import { RepHeader } from './rep-header.ts'
import { followLife } from './rep-lives.ts'

const CARRIAGE_RETURN = 13
const FOUR_GIB: Bytes = 2 ** 32

/** The malloc lab's `.rep` traces. */
export const rep: Importer = {
  name: 'malloc lab (.rep)',
  sniff,
  open: (limit = OPERATION_LIMIT) => new RepReader(limit),
}

/** Whether the first byte that is no blank can begin a header or an operation, and what follows fits. */
function sniff(prefix: Uint8Array): boolean {
  const text = String.fromCharCode(...prefix.subarray(0, 64)).trimStart()
  return text === '' || /^-?\d+\s*($|[\n\r ])|^[acrmfFuwx] +-?\d|^t \d|^b\s/.test(text)
}

class RepReader implements PartialTrace {
  position = 0
  private readonly builder: TraceBuilder
  private readonly lines: LineSplitter
  private readonly fields = new Fields()
  private readonly header = new RepHeader()
  private readonly lives = new Lives()
  private line = 0
  private lineStart = 0
  /** The text of the current line ends without a line end, and perhaps in its middle. */
  private cut = false
  /** Id of the current operation, and where it stands. */
  private id = 0
  private idColumn = 0
  private sawReturn = false
  private sawLargeId = false
  private sawIdBeyond = false

  constructor(limit: number) {
    this.builder = new TraceBuilder(limit)
    this.lines = new LineSplitter(
      (bytes, from, to, cut) => this.readLine(bytes, from, to, cut),
      (start) => this.refuseLongLine(start),
    )
  }

  get operations(): number {
    return this.builder.length
  }

  push(chunk: Uint8Array): boolean {
    this.position += chunk.length
    return this.builder.error === null && this.lines.push(chunk)
  }

  finish(): Trace {
    if (this.builder.error === null) this.lines.finish()
    if (this.builder.error === null) this.warnOfWhole()
    return this.builder.build()
  }

  /** Reads one line; false when it cannot be understood. */
  private readLine(bytes: Uint8Array, from: number, to: number, cut: boolean): boolean {
    this.line++
    this.lineStart = from
    this.cut = cut
    if (this.line === 1 && this.refuseBinary(bytes.subarray(from, to))) return false
    if (to > from && bytes[to - 1] === CARRIAGE_RETURN) {
      to--
      if (!this.sawReturn) this.builder.warn(this.line, to - from + 1, oddities.carriageReturns)
      this.sawReturn = true
    }
    this.fields.reset(bytes, from, to)
    if (!this.fields.more()) this.builder.warn(this.line, 1, oddities.blankLine)
    else if (this.isHeaderLine()) this.readHeaderLine()
    else if (!this.readOperation()) return false
    if (cut && this.fields.problem === null)
      this.builder.warn(this.line, to - from + 1, oddities.noFinalNewline)
    return this.builder.error === null
  }

  private isHeaderLine(): boolean {
    if (this.builder.length > 0) return false
    const byte = this.fields.peek()
    return byte === 45 || (byte >= 48 && byte <= 57)
  }

  private readHeaderLine(): void {
    do {
      const value = this.fields.number()
      if (Number.isNaN(value)) {
        this.refuseField('number')
        return
      }
      this.header.add(value, this.line, this.column())
    } while (this.fields.more())
  }

  /** False when reading must stop. A line that the end of the file cut short is left out. */
  private readOperation(): boolean {
    const form = OPERATIONS[this.fields.peek()]
    if (form === undefined) return this.refuseLetter()
    this.fields.skip()
    if (!this.fields.atBoundary()) return this.refuse('a blank should follow the letter of the operation', 1)
    const id = form.id === 'none' ? -1 : this.readId(form.id === 'nullable')
    if (Number.isNaN(id)) return this.refuseField('id')
    const idColumn = this.column()
    const a = this.readArgument(form.a, form)
    const exactA = this.fields.exact
    if (Number.isNaN(a)) return this.refuseField(form.a.name)
    return form.b.type === 'hex'
      ? this.addBytes(form, id, a, idColumn)
      : this.addPlain(form, id, a, exactA, idColumn)
  }

  private addPlain(form: OperationForm, id: number, a: number, exactA: string, idColumn: number): boolean {
    const b = this.readArgument(form.b, form)
    const exactB = this.fields.exact
    if (Number.isNaN(b)) return this.refuseField(form.b.name)
    if (!this.add(form, id, a, b, idColumn)) return false
    if (exactA !== '' || exactB !== '') {
      this.builder.setExact(exactA === '' ? String(a) : exactA, exactB === '' ? String(b) : exactB, this.line)
    }
    return true
  }

  private addBytes(form: OperationForm, id: number, offset: number, idColumn: number): boolean {
    const bytes = this.fields.hex()
    if (bytes === null) return this.refuseField(form.b.name)
    if (!this.add(form, id, offset, 0, idColumn)) return false
    this.builder.setBytes(bytes, this.line)
    return true
  }

  private add(form: OperationForm, id: number, a: number, b: number, idColumn: number): boolean {
    this.warnOfRest()
    const index = id < 0 ? -1 : this.indexOf(id, idColumn)
    if (!this.builder.add(form.kind, index, a, b, this.line)) return false
    this.id = id
    this.idColumn = idColumn
    followLife(this.lives, form.kind, index, form.b.type === 'size' ? b : a, this.warnOfId)
    return true
  }

  private indexOf(id: number, column: number): number {
    const index = this.builder.ids.index(id)
    if (index !== id && !this.sawLargeId) {
      this.sawLargeId = true
      this.builder.warn(this.line, column, oddities.idRenumbered, id)
    }
    if (id >= this.header.ids && !this.sawIdBeyond) {
      this.sawIdBeyond = true
      this.builder.warn(this.line, column, oddities.idBeyond, id)
    }
    return index
  }

  /** The id, -1 for NULL where that is allowed, or NaN. */
  private readId(nullable: boolean): number {
    const id = this.fields.number()
    if (id >= (nullable ? -1 : 0) && id < Number.MAX_SAFE_INTEGER) return id
    this.fields.problem ??= id < 0 ? 'not a number' : 'too large'
    return Number.NaN
  }

  private readArgument(argument: Argument, form: OperationForm): number {
    if (argument.type === 'none' || argument.type === 'hex' || (argument.optional && !this.fields.more())) {
      this.fields.exact = ''
      return 0
    }
    if (argument.type === 'offset') return this.readOffset()
    const size = this.fields.size()
    if (Number.isNaN(size)) return form.sizeMayMiss && !this.cut ? this.missingSize() : size
    if (this.fields.negative) this.warn(oddities.negativeSize)
    else if (this.fields.exact !== '') this.warn(oddities.hugeSize)
    else if (size >= FOUR_GIB) this.warn(oddities.largeSize)
    return size
  }

  /** An offset is added to a pointer: beyond 2^53 it would not be exact, and no memory is there. */
  private readOffset(): number {
    const offset = this.fields.number()
    if (this.fields.exact === '') return offset
    this.fields.problem = 'too large'
    return Number.NaN
  }

  private missingSize(): number {
    if (this.fields.problem !== 'missing') return Number.NaN
    this.fields.problem = null
    this.warn(oddities.missingSize)
    return 0
  }

  private warnOfRest(): void {
    if (this.fields.more()) this.warn(oddities.extraField)
    else if (this.fields.trailing) this.warn(oddities.trailingBlank)
  }

  private readonly warnOfId = (say: (value: number) => string): void => {
    this.builder.warn(this.line, this.idColumn, say, this.id)
  }

  private warnOfWhole(): void {
    const { builder, header, lives } = this
    const lines = Math.max(1, this.line)
    if (builder.length === 0) builder.warn(lines, 1, oddities.noOperations)
    header.warn(builder)
    if (lives.live > 0) builder.warn(lines, 1, oddities.unbalanced, lives.live)
  }

  private warn(say: (value: number) => string): void {
    this.builder.warn(this.line, this.column(), say)
  }

  private column(): number {
    return this.fields.start - this.lineStart + 1
  }

  private refuseBinary(start: Uint8Array): boolean {
    if (isAppleDouble(start)) {
      return !this.refuse(
        'this is the AppleDouble file that macOS puts beside a file (its name begins with "._"); it holds no trace',
      )
    }
    return isGzip(start) && !this.refuse('this is compressed with gzip; it must be unpacked first')
  }

  private refuseLongLine(start: Uint8Array): void {
    this.line++
    this.lineStart = 0
    this.fields.reset(start, 0, 0)
    if (this.line === 1 && this.refuseBinary(start)) return
    this.refuse(`a line of more than ${LINE_LIMIT} bytes; this does not look like a trace`)
  }

  private refuseLetter(): boolean {
    return this.refuse(`${this.fields.excerpt()} is no operation; the letters are ${LETTERS}`)
  }

  /** A field that could not be read: stops, unless the file just ends here. Answers whether to go on. */
  private refuseField(name: string): boolean {
    const { problem } = this.fields
    if (problem === 'missing') {
      if (!this.cut) return this.refuse(`the ${name} is missing`)
      this.warn(oddities.cutLine)
      return true
    }
    if (problem === 'too large') return this.refuse(`the ${name} is too large`)
    return this.refuse(`${this.fields.excerpt()} cannot be read as the ${name}`)
  }

  /** Stops with a message about the current field, or `offset` bytes behind its start. */
  private refuse(message: string, offset = 0): false {
    this.builder.fail(this.line, this.column() + offset, message)
    return false
  }
}
