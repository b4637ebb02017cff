import { EINVAL } from '../../../../kernel/index.ts'
import type { Address, Bytes } from '../../../../units.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { ByteSink } from '../text/byte-sink.ts'
import { type FormatSource, formatText } from '../text/format.ts'
import { lengthWithin, readBytes, readString, writeBytes } from './bytes.ts'
import { host, returnStatus } from './define.ts'
import { writeFile } from './descriptors.ts'
import { errorText } from './error-texts.ts'
import { putBytes } from './output.ts'
import { NEEDS_BUFFER, Stream } from './stream.ts'

/** Where x86-64's va_list keeps the address of the next argument. */
const OVERFLOW_AREA: Bytes = 8
const EILSEQ = 84
const EOVERFLOW = 75

/** Arguments behind a va_list (argument `index` of the call): slots of a word each, under ILP32 two for what has 8 bytes. */
export class ArgumentList {
  low = 0
  high = 0
  readonly word: 4 | 8
  private at: Address

  constructor(
    protected readonly call: HostCall,
    index: number,
  ) {
    const list = call.pointer(index)
    const isRecord = call.model === 'lp64'
    this.word = isRecord ? 8 : 4
    this.at = isRecord ? call.loadPointer(list + OVERFLOW_AREA) : list
  }

  integer(size: 4 | 8): void {
    const { words } = this.call.process
    this.low = words.load32(this.at) | 0
    if (size === 8) this.high = words.load32(this.at + 4) | 0
    this.at += Math.max(size, this.word)
  }

  double(): number {
    this.integer(8)
    halves.setInt32(0, this.low, true)
    halves.setInt32(4, this.high, true)
    return halves.getFloat64(0, true)
  }

  pointer(): Address {
    const value = this.call.loadPointer(this.at)
    this.at += this.word
    return value
  }
}

const halves = new DataView(new ArrayBuffer(8))

/** What printf takes from the program. `name`: the call that the checker hears of. */
class PrintArguments extends ArgumentList implements FormatSource {
  constructor(
    call: HostCall,
    private readonly name: string,
    index: number,
    private readonly errno: number,
  ) {
    super(call, index)
  }

  string(address: Address, most: Bytes): Uint8Array {
    const length = lengthWithin(this.call, address, most)
    this.call.checks?.reads(this.name, address, Math.min(length + 1, most))
    return readBytes(this.call, address, length)
  }

  wideString(address: Address, most: Bytes): Uint8Array | null {
    const bytes: number[] = []
    while (bytes.length < most) {
      const code = this.call.process.words.load32(address + 4 * bytes.length)
      if (code === 0) break
      if (code > 127) return null
      bytes.push(code)
    }
    return Uint8Array.from(bytes)
  }

  storeCount(address: Address, size: 1 | 2 | 4 | 8, count: number): void {
    this.call.checks?.writes(this.name, address, size)
    storeInteger(this.call, address, size, count, count < 0 ? -1 : 0)
  }

  errorText(): string {
    return errorText(this.errno)
  }
}

/** Stores an integer of 1 to 8 bytes. */
export function storeInteger(
  call: HostCall,
  address: Address,
  size: 1 | 2 | 4 | 8,
  low: number,
  high: number,
): void {
  halves.setInt32(0, low, true)
  halves.setInt32(4, high, true)
  writeBytes(call, address, new Uint8Array(halves.buffer.slice(0, size)))
}

const sink = new ByteSink()

/** Formats arguments 1 and 2 (format, va_list) and errno in argument 3 into `sink`; false, with errno set, on failure. */
function format(call: HostCall, name: string, first: number): boolean {
  const text = readString(call, name, call.pointer(first))
  const source = new PrintArguments(call, name, first + 1, call.int(first + 2))
  sink.reset()
  if (formatText(text, source, sink)) return true
  call.setErrno(sink.isOverfull ? EOVERFLOW : text.at(-1) === 37 ? EINVAL : EILSEQ)
  return false
}

/** vfprintf: (stream, format, va_list, errno). The number of bytes, -1, or NEEDS_BUFFER with nothing changed. */
const streamPrint = host('__stream_print', (call) => {
  if (!format(call, 'printf', 1)) return call.returnInt(-1)
  const length = sink.length
  const count = putBytes(new Stream(call, call.pointer(0)), sink.view())
  call.returnInt(count === NEEDS_BUFFER ? NEEDS_BUFFER : count < 0 ? -1 : length)
})

/** vsnprintf: (buffer, size, format, va_list, errno). With SIZE_MAX it is vsprintf. */
const bufferPrint = host('__buffer_print', (call) => {
  const size = call.size(1)
  const name = size >= (call.model === 'lp64' ? 2 ** 63 : 2 ** 32 - 1) ? 'sprintf' : 'snprintf'
  if (!format(call, name, 2)) return call.returnInt(-1)
  const length = sink.length
  if (size > 0) {
    const kept = Math.min(length, size - 1)
    sink.byte(0)
    const bytes = sink.view().slice(0, kept + 1)
    bytes[kept] = 0
    call.checks?.writes(name, call.pointer(0), kept + 1)
    writeBytes(call, call.pointer(0), bytes)
  }
  call.returnInt(length)
})

/** vdprintf: (descriptor, format, va_list, errno). Past all buffers, in one write. */
const descriptorPrint = host('__descriptor_print', (call) => {
  if (!format(call, 'dprintf', 1)) return call.returnInt(-1)
  returnStatus(call, writeFile(call, call.int(0), sink.view()))
})

/** strerror's text: (errno, buffer, size). Returns its length; what does not fit is cut. */
const errorString = host('__error_text', (call) => {
  const text = errorText(call.int(0))
  const kept = text.slice(0, Math.max(0, call.size(2) - 1))
  if (call.size(2) > 0) {
    call.checks?.writes('strerror', call.pointer(1), kept.length + 1)
    writeBytes(
      call,
      call.pointer(1),
      Uint8Array.from(`${kept}\0`, (c) => c.charCodeAt(0)),
    )
  }
  call.returnInt(text.length)
})

/** Functions behind the printf family and strerror. */
export const printFunctions: readonly HostFunction[] = [
  streamPrint,
  bufferPrint,
  descriptorPrint,
  errorString,
]
