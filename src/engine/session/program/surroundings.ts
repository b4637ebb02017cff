import { bytesText, thousands } from '../../format.ts'
import type { Process } from '../../kernel/index.ts'
import { type Address, type Bytes, hex, PAGE_SIZE } from '../../units.ts'
import type { GlobalInfo, LocalInfo } from '../../workload/c/image.ts'
import type { History } from '../history.ts'
import type { LiveBlocks } from '../live.ts'
import type { Frame } from './frames.ts'
import type { Rows } from './rows.ts'
import type { Statements } from './statements.ts'

/** How far behind the end of something an address may lie and still be told by its distance from it. */
const NEAR: Bytes = PAGE_SIZE

/** Bytes in front of a block in which an allocator keeps what it must know of it. */
const HEADER: Bytes = 32

/** Bytes around a frame's end in which an overrun of its topmost variable lands: saved fp, return address, a word. */
const LINKAGE: Bytes = 24

/** An object of the program that an address belongs to. */
export interface Owner {
  readonly start: Address
  readonly size: Bytes
  /** As in a sentence: "the block `p` of 100 bytes from line 8". Made when it is read. */
  readonly text: string
  /** Equal for what would be told in the same words. */
  readonly key: string
  /** The row that allocated the block; -1 for variables. */
  readonly block: number
}

/** A variable with static storage, where it was loaded. */
export interface PlacedGlobal extends GlobalInfo {
  readonly address: Address
}

/** What is known of a process at a moment. */
export interface Knowledge {
  readonly process: Process
  readonly history: History
  readonly rows: Rows
  readonly live: LiveBlocks
  /** Whether the program brings its own malloc. */
  readonly hasOwnMalloc: boolean
  readonly statements: Statements
  /** By address. */
  readonly globals: readonly PlacedGlobal[]
  /** Rows made so far. */
  readonly row: number
  /** The frame that holds an address of the stack; null if none does. */
  frameHolding(address: Address): Pick<Frame, 'function' | 'fp'> | null
  /** The function of the library that the program's own code has called and that still runs; null if none does. */
  libraryCall(): string | null
}

/** What a block is called: the variable that its pointer was first assigned to, or the line of its birth. */
export function blockName(
  { rows, statements }: Pick<Knowledge, 'rows' | 'statements'>,
  block: number,
): string {
  const statement = rows.line(block)
  if (statement < 0) return 'library'
  return statements.target(statement) || rows.name(block)
}

/** A block in a sentence: "the block `p` (100 bytes, line 8)". */
export function blockText(known: Knowledge, block: number): string {
  const { history, rows, statements } = known
  const size = bytesText(history.requested[block]!)
  const statement = rows.line(block)
  if (statement < 0) return `a buffer of the library (${size})`
  const target = statements.target(statement)
  const name = target === '' ? 'the block' : `the block \`${target}\``
  return `${name} (${size}, ${statements.where(statement)})`
}

/** The live block, variable of a frame or global that holds the byte at `address`; null if none does. */
export function ownerOf(known: Knowledge, address: Address): Owner | null {
  // Below the break only a malloc of the program's own has blocks.
  const mayBeBlock = known.hasOwnMalloc || address >= known.process.brkStart
  const block = mayBeBlock ? known.live.at(address, known.row) : -1
  if (block >= 0) return new OwnerBlock(known, block)
  return variableAt(known, address) ?? globalAt(known, address)
}

// Classes, since an owner is looked up for each access of the library while its words are rarely wanted.

class OwnerBlock implements Owner {
  readonly start: Address
  readonly size: Bytes

  constructor(
    private readonly known: Knowledge,
    readonly block: number,
  ) {
    this.start = known.history.address[block]!
    this.size = known.history.requested[block]!
  }

  get key(): string {
    return blockKey(this.known, this.block)
  }

  get text(): string {
    return blockText(this.known, this.block)
  }
}

class OwnerLocal implements Owner {
  readonly block = -1
  readonly start: Address

  constructor(
    private readonly frame: Pick<Frame, 'function' | 'fp'>,
    private readonly local: LocalInfo,
  ) {
    this.start = frame.fp + local.offset
  }

  get size(): Bytes {
    return this.local.size
  }

  get key(): string {
    return `${this.frame.function.name} ${this.local.name}`
  }

  get text(): string {
    return `\`${this.local.name}\` of ${this.frame.function.name} (${bytesText(this.size)})`
  }
}

class OwnerGlobal implements Owner {
  readonly block = -1

  constructor(private readonly global: PlacedGlobal) {}

  get start(): Address {
    return this.global.address
  }

  get size(): Bytes {
    return this.global.size
  }

  get key(): string {
    return `${this.global.address}`
  }

  get text(): string {
    const { isString, name, size } = this.global
    return isString
      ? `a string literal (${bytesText(size)})`
      : `the variable \`${name}\` (${bytesText(size)})`
  }
}

/** Equal for blocks that are told in the same words. */
export function blockKey({ history, rows }: Knowledge, block: number): string {
  return `${rows.line(block)} ${history.requested[block]!}`
}

function variableAt(known: Knowledge, address: Address): Owner | null {
  const frame = known.frameHolding(address)
  const offset = address - (frame?.fp ?? 0)
  const found = frame?.function.locals.find(
    (each) => !each.isVariableLength && offset >= each.offset && offset < each.offset + each.size,
  )
  return frame === null || found === undefined ? null : new OwnerLocal(frame, found)
}

/** The variables of the frame that holds an address of the stack. */
function localsAround(known: Knowledge, address: Address): Owner[] {
  const frame = known.frameHolding(address)
  if (frame === null) return []
  return frame.function.locals
    .filter(({ isVariableLength }) => !isVariableLength)
    .map((local) => new OwnerLocal(frame, local))
}

/** The variable of a frame that ends at or shortly before an address of the stack; null if none does. */
function localEndingBefore(known: Knowledge, address: Address): Owner | null {
  // Right above a frame lie the saved fp and the return address.
  const near = [...localsAround(known, address), ...localsAround(known, address - LINKAGE)]
  const before = near.filter(({ start, size }) => start + size <= address)
  return before.reduce<Owner | null>(
    (best, each) => (best === null || each.start + each.size > best.start + best.size ? each : best),
    null,
  )
}

function globalAt({ globals }: Knowledge, address: Address): Owner | null {
  const found = globals[lastAtOrBefore(globals, address)]
  if (found === undefined || address >= found.address + found.size) return null
  return new OwnerGlobal(found)
}

/** The last global that begins at or before `address`; -1 if none does. */
function lastAtOrBefore(globals: readonly PlacedGlobal[], address: Address): number {
  let low = -1
  let high = globals.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (globals[middle]!.address <= address) low = middle
    else high = middle - 1
  }
  return low
}

/** The newest block that was freed and held `address`; -1 if none. Nothing lives there now. */
export function freedBlockAt(known: Knowledge, address: Address): number {
  return known.history.lastFreedAt(address, known.row)
}

/** The row at which began what lies at an address: the block's birth, or its end if it was freed; -1 for none. */
export function beginningOf(known: Knowledge, address: Address): number {
  const owner = ownerOf(known, address)
  if (owner !== null) return owner.block
  const freed = freedBlockAt(known, address)
  return freed >= 0 ? known.history.freedAt[freed]! - 1 : (ownerEndingBefore(known, address)?.block ?? -1)
}

/** What lies at an address, as a sentence without its full stop: "24 bytes past the end of the block `p` …". */
export function whatLiesAt(known: Knowledge, address: Address): string {
  if (address === 0) return 'It is the NULL pointer'
  if (Math.abs(address) < PAGE_SIZE) {
    return `It is ${thousands(Math.abs(address))} ${address > 0 ? 'past' : 'before'} the NULL pointer`
  }
  const owner = ownerOf(known, address)
  if (owner !== null) return `It is byte ${thousands(address - owner.start)} of ${owner.text}`
  const freed = freedBlockAt(known, address)
  if (freed >= 0) {
    const offset = address - known.history.address[freed]!
    const by = known.rows.line(known.history.freedAt[freed]! - 1)
    return `It is byte ${thousands(offset)} of ${blockText(known, freed)}, freed on ${known.statements.where(by)}`
  }
  return nearestBefore(known, address) ?? regionText(known.process, address)
}

function nearestBefore(known: Knowledge, address: Address): string | null {
  const owner = ownerEndingBefore(known, address)
  if (owner === null) return null
  return `It is ${bytesText(address - owner.start - owner.size)} past the end of ${owner.text}`
}

/** The live block or variable that ends at or shortly before `address`; null if none is near. */
export function ownerEndingBefore(known: Knowledge, address: Address): Owner | null {
  const nearest = known.live.endingBefore(address, NEAR, known.row)
  if (nearest >= 0) return new OwnerBlock(known, nearest)
  const local = localEndingBefore(known, address)
  if (local !== null) return local
  // Of what lies in the heap no variable is the measure.
  if (isInBreak(known.process, address)) return null
  const global = known.globals[lastAtOrBefore(known.globals, address)]
  if (global === undefined || address - global.address - global.size > NEAR) return null
  return new OwnerGlobal(global)
}

/** Whether an address lies in the heap below the program break. */
export function isInBreak({ brkStart, programBreak }: Process, address: Address): boolean {
  return address >= brkStart && address < programBreak
}

/** What begins at an address, or the live block that begins a header's length behind it; null if nothing does. */
export function ownerStartingBehind(known: Knowledge, address: Address): Owner | null {
  for (let at = address; at < address + HEADER; at++) {
    const block = known.live.startingAt(at, known.row)
    if (block >= 0) return new OwnerBlock(known, block)
  }
  return ownerOf(known, address)
}

function regionText(process: Process, address: Address): string {
  const region = process.regions.find(address)
  if (region === null) return 'Nothing is mapped there'
  return region.name === '' ? 'It is in a mapping' : `It is in ${region.name}`
}

/** An address in two's complement: -8 is 0xfffffffffffffff8. */
export function addressInHex(address: Address): string {
  return address >= 0 ? hex(address) : `0x${(BigInt(address) + 2n ** 64n).toString(16)}`
}
