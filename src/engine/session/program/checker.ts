import { bytesText, thousands } from '../../format.ts'
import type { Address, Bytes } from '../../units.ts'
import type { HostChecks } from '../../workload/c/host.ts'
import type { Note } from '../../workload/c/image.ts'
import type { Reporter, Whereabouts } from './reporter.ts'
import { SizeChecks } from './size-checks.ts'
import {
  addressInHex,
  blockKey,
  blockText,
  freedBlockAt,
  isInBreak,
  type Knowledge,
  type Owner,
  ownerEndingBefore,
  ownerOf,
  ownerStartingBehind,
} from './surroundings.ts'

/** What can be asked about an access. */
export interface Evidence {
  /** Whether a block that has been freed may have held the byte: cheaper than to look for it. */
  mayBeFreed(address: Address): boolean
  /** Whether the program's own allocator is at work, which may do as it likes with what it has not given out. */
  isAllocatorAtWork(write: boolean): boolean
  /** Whether a read behind a block is meant for that block. If not it may be of a header, which a program may look at. */
  isMeantFor(owner: Owner): boolean
}

/**
 * Looks at what the program's own code does to memory: accesses outside of what it owns, reads of bytes never written,
 * indices outside their array, copies of overlapping bytes. It only reports; the program goes on as on the real machine.
 */
export class Checker implements HostChecks {
  readonly sizes: SizeChecks
  /** The library call that is being checked, for messages. */
  private call = ''
  /** The operation of the last index outside its array: the access that follows is the same mistake. */
  private outOfBounds = -1

  constructor(
    private readonly known: Knowledge,
    private readonly report: Reporter,
    private readonly notes: readonly Note[],
    private readonly where: Whereabouts,
    /** 8, or 4 under ILP32. */
    private readonly pointerSize: 4 | 8,
    private readonly evidence: Evidence,
  ) {
    this.sizes = new SizeChecks(report, pointerSize, where)
  }

  /** The program loads `size` bytes of which some are not its own or were never written. */
  load(address: Address, size: Bytes, unwritten: boolean): void {
    if (unwritten) this.unwritten(address, size)
    else this.outside(address, size, false)
  }

  /** The program stores `size` bytes of which some are not its own. */
  store(address: Address, size: Bytes): void {
    this.outside(address, size, true)
  }

  /** What the compiler left to be checked at run time. `low`, `high`: the halves of the two operands. */
  note(index: number, aLow: number, aHigh: number, bLow: number, bHigh: number, immediate: number): void {
    const note = this.notes[index]!
    if (note.kind === 'bounds') this.bounds(note, aLow, aHigh, immediate)
    else this.sizes.note(note, aLow, aHigh, bLow, bHigh)
  }

  reads(call: string, address: Address, length: Bytes): void {
    this.range(call, address, length, false)
  }

  /** A function of the library looks at a byte that is the program's own and that nothing has written. */
  readsUnwritten(call: string, address: Address): void {
    this.call = call
    this.unwritten(address, 1)
    this.call = ''
  }

  writes(call: string, address: Address, length: Bytes): void {
    this.range(call, address, length, true)
  }

  copies(call: string, to: Address, from: Address, length: Bytes): void {
    this.range(call, from, length, false)
    this.range(call, to, length, true)
  }

  overlaps(call: string, to: Address, from: Address, length: Bytes): void {
    const owner = ownerOf(this.known, to)
    this.report.add({
      kind: 'overlapping-copy',
      address: to,
      key: call,
      began: owner?.block ?? -1,
      message: `${call} copies ${bytesText(length)} from ${addressInHex(from)} to ${addressInHex(to)}, ${bytesText(Math.abs(to - from))} apart: the two overlap, which it does not allow (memmove does).`,
    })
  }

  /** An access of the library to `length` bytes: whether the object that it begins in holds them all. */
  private range(call: string, address: Address, length: Bytes, write: boolean): void {
    if (length <= 0) return
    const owner = ownerOf(this.known, address)
    this.call = call
    if (owner === null) {
      if (this.freedAt(address) >= 0) this.outside(address, length, write)
    } else if (address + length > owner.start + owner.size && !this.evidence.isAllocatorAtWork(write)) {
      this.leaves(owner, owner.start + owner.size, address + length - owner.start - owner.size, write)
    }
    this.call = ''
  }

  /** The newest block that was freed and held `address`; -1 if none. */
  private freedAt(address: Address): number {
    return this.evidence.mayBeFreed(address) ? freedBlockAt(this.known, address) : -1
  }

  private afterFree(block: number, address: Address, size: Bytes, write: boolean): void {
    const { known } = this
    const { history, rows, statements } = known
    const by = history.freedAt[block]! - 1
    const kind = write ? 'use-after-free-write' : 'use-after-free-read'
    const key = `${blockKey(known, block)} ${rows.line(by)}`
    if (!this.report.isNew(kind, key)) return
    const offset = thousands(address - history.address[block]!)
    const what = `${this.subject()} ${write ? 'writes' : 'reads'} ${bytesText(size)} at ${addressInHex(address)}`
    const where = statements.where(rows.line(by))
    const message = `${what}, byte ${offset} of ${blockText(known, block)}, which was freed on ${where}.`
    this.report.add({ kind, address, key, began: by, message })
  }

  private outside(address: Address, size: Bytes, write: boolean): void {
    const { known } = this
    // Where nothing can be read or written the process faults, which says it all.
    if (!known.process.memory.allows(address, write ? 'write' : 'read')) return
    if (this.evidence.isAllocatorAtWork(write)) return
    const freed = this.freedAt(address)
    if (freed >= 0) {
      this.afterFree(freed, address, size, write)
      return
    }
    if (this.outOfBounds === this.where.current) return
    const inside = ownerOf(known, address)
    const owner = inside ?? ownerEndingBefore(known, address)
    if (inside === null && !write && this.mayBeHeader(owner, address)) return
    if (owner !== null) this.leaves(owner, Math.max(address, owner.start + owner.size), size, write)
    else this.nobodys(address, size, write)
  }

  /** Whether a read outside of all blocks may be one of a header of the program's own malloc. */
  private mayBeHeader(before: Owner | null, address: Address): boolean {
    const { known, evidence } = this
    if (!known.hasOwnMalloc || !isInBreak(known.process, address)) return false
    if (before === null) return true
    return before.block >= 0 && known.rows.isOwn(before.block) && !evidence.isMeantFor(before)
  }

  private leaves(owner: Owner, first: Address, size: Bytes, write: boolean): void {
    const kind = write ? 'overflow' : 'overread'
    if (!this.report.isNew(kind, owner.key)) return
    const past = first - owner.start - owner.size
    const where = past === 0 ? 'just past its end' : `${bytesText(past)} past its end`
    this.report.add({
      kind,
      address: first,
      key: owner.key,
      began: owner.block,
      message: `${this.subject()} ${write ? 'writes' : 'reads'} ${bytesText(size)} at ${addressInHex(first)}, outside of ${owner.text}: ${where}.`,
    })
  }

  private nobodys(address: Address, size: Bytes, write: boolean): void {
    const kind = write ? 'overflow' : 'overread'
    if (!this.report.isNew(kind, 'nobody')) return
    const next = ownerStartingBehind(this.known, address + size)
    const distance = next === null ? 0 : next.start - address - size
    const before =
      next === null
        ? ''
        : `, ${distance > 0 ? `${bytesText(distance)} ` : ''}before the start of ${next.text}`
    this.report.add({
      kind,
      address,
      key: 'nobody',
      began: next?.block ?? -1,
      message: `${this.subject()} ${write ? 'writes' : 'reads'} ${bytesText(size)} at ${addressInHex(address)}${before}: no block and no variable of the program is there.`,
    })
  }

  private unwritten(address: Address, size: Bytes): void {
    if (this.evidence.isAllocatorAtWork(false)) return
    const owner = ownerOf(this.known, address)
    const key = owner?.key ?? ''
    if (!this.report.isNew('uninitialised', key)) return
    const what = owner === null ? '' : `, byte ${thousands(address - owner.start)} of ${owner.text}`
    this.report.add({
      kind: 'uninitialised',
      address,
      key,
      began: owner?.block ?? -1,
      message: `${this.subject()} reads ${bytesText(size)} at ${addressInHex(address)}${what}, that nothing has written yet.`,
    })
  }

  private bounds(note: Note, low: number, high: number, length: number): void {
    const index = this.pointerSize === 4 ? low : high * 2 ** 32 + (low >>> 0)
    if (index >= 0 && index < length) return
    this.outOfBounds = this.where.current
    if (!this.report.isNew('bounds', note.name)) return
    this.report.add({
      kind: 'bounds',
      address: 0,
      key: note.name,
      began: -1,
      at: note,
      message: `Index ${thousands(index)} of \`${note.name}\`, which has ${thousands(length)} element${length === 1 ? '' : 's'}${length > 0 ? `, 0 to ${thousands(length - 1)}` : ''}.`,
    })
  }

  /** Who does it: the function of the library that the program has called, or the program itself. */
  private subject(): string {
    return this.known.libraryCall() ?? (this.call === '' ? 'The program' : this.call)
  }
}
