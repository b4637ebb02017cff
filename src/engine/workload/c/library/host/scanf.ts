import type { Address, Bytes } from '../../../../units.ts'
import type { HostCall, HostFunction } from '../../host.ts'
import { parseFloatingPoint } from '../text/parse-float.ts'
import { type ScanTarget, scanText } from '../text/scan.ts'
import type { ScanInput } from '../text/scan-input.ts'
import { readBytes, readString, writeBytes } from './bytes.ts'
import { host } from './define.ts'
import { inputAfter, readFile, skipInput } from './descriptors.ts'
import { beginReading, filled } from './input.ts'
import { ArgumentList, storeInteger } from './printf.ts'
import { IN_BACKUP, LINE_BUFFERED, NEEDS_FLUSH, Stream, UNBUFFERED } from './stream.ts'

const float = new DataView(new ArrayBuffer(8))

/** What scanf needs of the program: pointers from the va_list, stores through them. */
function targetOf(call: HostCall, name: string, index: number): ScanTarget {
  const given = new ArgumentList(call, index)
  return {
    word: given.word,
    pointer: () => given.pointer(),
    integer(address, size, value) {
      call.checks?.writes(name, address, size)
      const bits = BigInt.asIntN(64, value)
      storeInteger(call, address, size, Number(BigInt.asIntN(32, bits)), Number(bits >> 32n))
    },
    float(address, kind, text) {
      const parsed = parseFloatingPoint(text, kind === 'float')
      if (parsed.length > 0 && address !== null) storeFloat(call, name, address, kind, parsed.value)
      return parsed.length > 0
    },
    bytes(address, bytes) {
      call.checks?.writes(name, address, bytes.length)
      writeBytes(call, address, Uint8Array.from(bytes))
    },
  }
}

function storeFloat(
  call: HostCall,
  name: string,
  address: Address,
  kind: 'float' | 'double',
  value: number,
): void {
  const size = kind === 'float' ? 4 : 8
  if (kind === 'float') float.setFloat32(0, value, true)
  else float.setFloat64(0, value, true)
  call.checks?.writes(name, address, size)
  writeBytes(call, address, new Uint8Array(float.buffer.slice(0, size)))
}

/** A string as input. */
class StringInput implements ScanInput {
  count = 0
  private isAtEnd = false

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    this.isAtEnd = this.count >= this.bytes.length
    return this.isAtEnd ? -1 : this.bytes[this.count++]!
  }

  back(): void {
    if (!this.isAtEnd) this.count--
  }
}

/** Unwinds a scan that must first have stdout flushed. */
class FlushFirst {}

/**
 * A stream as input. Nothing of the stream changes until `commit`: a scan that has to wait for input, or for a flush, is
 * begun again from the start.
 */
class StreamInput implements ScanInput {
  count = 0
  private isAtEnd = false
  /** Stretches of bytes in order: the buffer's rest, what lies saved behind pushed-back characters, what is read on. */
  private readonly stretches: Uint8Array[]
  /** How many of them lie in memory already. */
  private readonly present: number
  private stretch = 0
  private index = 0
  private ahead: Bytes = 0

  constructor(
    private readonly stream: Stream,
    private readonly mayFlush: boolean,
    private hasEnded: boolean,
  ) {
    const { call } = stream
    this.stretches = [readBytes(call, stream.readPtr, Math.max(0, stream.readEnd - stream.readPtr))]
    if (stream.has(IN_BACKUP)) {
      const [from, to] = stream.savedArea
      this.stretches.push(readBytes(call, from, to - from))
    }
    this.present = this.stretches.length
  }

  next(): number {
    this.isAtEnd = false
    while (this.index >= this.stretches[this.stretch]!.length) {
      if (this.stretch + 1 === this.stretches.length && !this.readOn()) {
        this.isAtEnd = true
        return -1
      }
      this.stretch++
      this.index = 0
    }
    this.count++
    return this.stretches[this.stretch]![this.index++]!
  }

  back(): void {
    if (this.isAtEnd) return
    this.count--
    this.index--
  }

  /** One more read of the stream's descriptor, without moving it yet. */
  private readOn(): boolean {
    if (this.hasEnded) return false
    const { stream } = this
    if (this.mayFlush && stream.has(LINE_BUFFERED | UNBUFFERED)) throw new FlushFirst()
    const bytes = this.peek(stream.bufEnd - stream.bufBase)
    this.hasEnded = bytes.length === 0
    if (!this.hasEnded) {
      this.stretches.push(bytes)
      this.ahead += bytes.length
    }
    return !this.hasEnded
  }

  private peek(most: Bytes): Uint8Array {
    const { call, descriptor } = this.stream
    if (descriptor === 0) return inputAfter(call, call.state.inputRead + this.ahead, most)
    const before = call.state
    skipInput(call, descriptor, this.ahead)
    const bytes = readFile(call, descriptor, most)
    call.state = before
    return typeof bytes === 'number' ? new Uint8Array(0) : bytes
  }

  /** Moves the stream to where the scan ended, as if it had read block by block. */
  commit(): void {
    const { stream } = this
    if (this.stretch < this.present) {
      if (this.stretch > 0) stream.leaveBackup()
      stream.readPtr += this.index
    } else {
      if (this.present > 1) stream.leaveBackup()
      skipInput(stream.call, stream.descriptor, this.ahead)
      filled(stream, this.stretches[this.stretch]!)
      stream.readPtr += this.index
    }
    if (this.isAtEnd) filled(stream, new Uint8Array(0))
  }
}

/** vsscanf: (string, format, va_list). */
const stringScan = host('__string_scan', (call) => {
  const input = new StringInput(readString(call, 'sscanf', call.pointer(0)))
  const format = readString(call, 'sscanf', call.pointer(1))
  call.returnInt(scanText(format, input, targetOf(call, 'sscanf', 2)))
})

/** vfscanf: (stream, format, va_list, whether stdout has something to be flushed before input). */
const streamScan = host('__stream_scan', (call) => {
  const stream = new Stream(call, call.pointer(0))
  const format = readString(call, 'scanf', call.pointer(1))
  const start = beginReading(stream)
  if (start < -1) return call.returnInt(start)
  const input = new StreamInput(stream, call.int(3) !== 0, start < 0)
  try {
    call.returnInt(scanText(format, input, targetOf(call, 'scanf', 2)))
  } catch (signal) {
    if (signal instanceof FlushFirst) return call.returnInt(NEEDS_FLUSH)
    throw signal
  }
  input.commit()
})

/** Functions behind the scanf family. */
export const scanFunctions: readonly HostFunction[] = [stringScan, streamScan]
