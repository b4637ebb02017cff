import { bytesText, thousands } from '../../format.ts'
import { type Address, alignUp, type Bytes, PAGE_SIZE } from '../../units.ts'
import {
  ALL,
  FREED,
  GUARDED,
  type HeapCall,
  Shadow,
  USABLE,
  type Checker as VmChecker,
  WRITTEN,
} from '../../workload/c/vm/index.ts'
import type { Finding, FindingKind, SourcePlace } from '../findings.ts'
import type { Ending } from '../scenario.ts'
import { AllocatorCode } from './allocator-code.ts'
import { overlapOf, unusedBlock, wrongAnswer } from './answers.ts'
import { Checker } from './checker.ts'
import type { ProgramMachine } from './machine.ts'
import { misuseOf } from './misuse.ts'
import { namesPointerInto } from './named.ts'
import { isInLabBlock } from './own-calls.ts'
import type { Observer } from './record.ts'
import { type Report, Reporter } from './reporter.ts'
import type { CallName } from './rows.ts'
import { addressInHex, beginningOf, blockText } from './surroundings.ts'

/** What the run of a program wants to know of it. */
export interface ObservationEvents {
  onFinding(finding: Finding): void
  onRow(row: number, failed: boolean): void
}

/**
 * Watches the first run of a program: keeps the shadow of its memory true as blocks come and go, and turns what is
 * wrong into findings. Nothing of it changes what the program does.
 */
export class Observation implements Observer {
  readonly checker: VmChecker
  private readonly shadow: Shadow
  private readonly report: Reporter
  private readonly checks: Checker
  /** The call of the program's own malloc that is under way. */
  private own: HeapCall | null = null
  /** Whether a realloc of the program's own has read the old block yet. */
  private hasRead = false
  private breakBefore: Address = 0
  private breakAtCall: Address = 0
  /** Of a program with its own malloc. */
  private allocatorCode: AllocatorCode | null = null
  /** Whether the heap has been found to grow although a freed block would do: told once. */
  private hasToldHole = false
  /** Whether this call of the program's own malloc has been found to touch a live block. */
  private hasTold = false

  constructor(
    private readonly machine: ProgramMachine,
    private readonly events: ObservationEvents,
  ) {
    const { process, rows, statements, program } = machine
    this.shadow = new Shadow(process.memory)
    this.report = new Reporter(machine, rows, statements, events.onFinding)
    const pointerSize = program.model === 'lp64' ? 8 : 4
    this.checks = new Checker(machine, this.report, program.notes, machine, pointerSize, {
      mayBeFreed: (address) => this.shadow.mayBeFreed(address),
      isAllocatorAtWork: (write) => this.isAllocatorAtWork(write),
      isMeantFor: ({ start, size }) => namesPointerInto(machine, start, start + size),
    })
    this.checker = this.vmChecker()
  }

  /** Marks what the program owns from its beginning: its variables. Once, when it is loaded. */
  loaded(): void {
    const { process, globals, program, statements, vm } = this.machine
    if (this.machine.hasOwnMalloc) this.allocatorCode = new AllocatorCode(program, vm.heapKinds, statements)
    const start = process.memory.flatWindow().base
    this.shadow.mark(start, process.brkStart - start, ALL)
    const own = globals.filter(({ section }) => section === 'data' || section === 'bss')
    own.forEach((global, i) => {
      const end = global.address + global.size
      this.shadow.mark(end, Math.max(0, (own[i + 1]?.address ?? process.brkStart) - end), 0)
    })
  }

  rowBegins(_row: number, name: CallName, _a: number, b: number): void {
    this.breakBefore = this.machine.process.programBreak
    if (ASKS_FOR_BYTES.has(name) && this.own === null) this.checks.sizes.request(name, b)
  }

  rowEnds(row: number, failed: boolean): void {
    const { history, process, rows } = this.machine
    const name = rows.name(row)
    const ended = history.ends[row]! - 1
    if (name === 'sbrk' || name === 'brk') this.breakMoved(process.programBreak)
    else if (OF_THE_FAMILY.has(name)) {
      const start = history.address[row]!
      const size = history.requested[row]!
      // Only a program that has done wrong can have broken the allocator's lists.
      const wrong = this.report.hasAny ? overlapOf(this.machine, name, start, size, ended, row) : null
      if (start !== 0 && wrong !== null) this.report.add(wrong)
      // What the library allocates for itself is its own affair.
      const bits = rows.line(row) < 0 ? ALL : USABLE
      if (start !== 0) {
        this.blockBegins(start, size, name, ended, bits)
        this.fenceOff(start, size)
      }
      if (ended >= 0 && history.address[ended] !== start) this.blockEnds(ended, 0)
    }
    this.events.onRow(row, failed)
  }

  ownBegins(call: HeapCall): void {
    this.own = call
    this.breakAtCall = this.machine.process.programBreak
    this.hasRead = false
    this.hasTold = false
    this.checks.sizes.isInAllocator = true
    const [a = 0, b = 0] = call.arguments
    if (ASKS_FOR_BYTES.has(call.name)) this.checks.sizes.request(call.name, call.name === 'malloc' ? a : b)
    if ((call.name !== 'free' && call.name !== 'realloc') || isInLabBlock(this.machine, a)) return
    const wrong = misuseOf(this.machine, call.name, a)
    if (wrong !== null) this.report.add(wrong)
  }

  ownEnds(row: number, call: HeapCall, ended: number, failed: boolean): void {
    this.own = null
    this.checks.sizes.isInAllocator = false
    this.ownAnswered(row, call, ended)
    this.events.onRow(row, failed)
  }

  private ownAnswered(row: number, call: HeapCall, ended: number): void {
    const { history, process, program, rows, statements } = this.machine
    const start = history.address[row]!
    if (ended >= 0 && history.address[ended] !== start) this.blockEnds(ended, WRITTEN)
    if (start === 0) return
    const size = history.requested[row]!
    const isLab = program.functions[call.function]?.name.startsWith('mm_') === true
    const alignment = isLab || program.model === 'ilp32' ? 8 : 16
    const at = statements.place(rows.line(row))
    const wrong = wrongAnswer(this.machine, call.name, start, size, alignment, ended, row)
    if (wrong !== null) this.report.add(at === undefined ? wrong : { ...wrong, at })
    if (process.programBreak > this.breakAtCall && !this.hasToldHole) this.reuse(row, at)
    this.blockBegins(start, size, call.name, ended, GUARDED)
  }

  add(report: Report): void {
    this.report.add(report)
  }

  /** The program was ended by a signal or by the lab. */
  ended(ending: Ending, kind: FindingKind): void {
    const { kind: how, message, address = 0 } = ending
    const began = how === 'fault' ? beginningOf(this.machine, address) : -1
    this.report.add({ kind, message, address, key: 'end', began })
  }

  private breakMoved(now: Address): void {
    const before = this.breakBefore
    if (now > before) {
      const isAllocators = this.own !== null || this.isAllocatorAtWork(true)
      this.machine.process.memory.reserveWindow(before, now)
      this.shadow.grow()
      this.shadow.mark(before, now - before, isAllocators ? WRITTEN : ALL)
    } else this.shadow.mark(now, before - now, 0)
  }

  /** A block is given out. What realloc has kept stays written; the rest, unless calloc cleared it, is not. */
  private blockBegins(start: Address, size: Bytes, name: string, ended: number, bits: number): void {
    const { history, process } = this.machine
    process.memory.reserveWindow(start, start + size)
    this.shadow.grow()
    const old = ended >= 0 ? history.address[ended]! : 0
    const kept = ended >= 0 ? Math.min(size, history.requested[ended]!) : 0
    if (kept > 0 && old !== start) this.shadow.copied(start, old, kept)
    this.shadow.mark(start + kept, size - kept, name === 'calloc' ? bits | WRITTEN : bits)
    if (kept > 0) this.shadow.add(start, kept, bits, FREED)
    // What a block that has shrunk where it is leaves behind.
    if (old === start) this.shadow.add(start + kept, history.requested[ended]! - kept, FREED)
  }

  /** Of a block with a mapping of its own, the rest of its last page is nobody's. */
  private fenceOff(start: Address, size: Bytes): void {
    const end = start + size
    const { memory } = this.machine.process
    // Broken lists may have given any address at all.
    if (this.shadow.isHeap(start) || !memory.allows(start - HEADER, 'read')) return
    this.shadow.unfence(start, end)
    const pageEnd = alignUp(end, PAGE_SIZE)
    if (end < pageEnd && start + this.machine.usableSize(start) === pageEnd) this.shadow.fence(end)
  }

  private blockEnds(block: number, bits: number): void {
    const { history } = this.machine
    const start = history.address[block]!
    const size = history.requested[block]!
    this.shadow.unfence(start, start + size)
    this.shadow.mark(start, size, bits | FREED)
  }

  /** The program's own malloc has asked the kernel for memory: whether a freed block would have been enough. */
  private reuse(row: number, at: SourcePlace | undefined): void {
    const { machine } = this
    const freed = unusedBlock(machine, row)
    if (freed < 0) return
    this.hasToldHole = true
    const by = machine.history.freedAt[freed]! - 1
    this.report.add({
      kind: 'unused-hole',
      address: machine.history.address[freed]!,
      key: 'reuse',
      began: by,
      message: `The heap grows for ${bytesText(machine.history.requested[row]!)}, although the bytes of ${blockText(machine, freed)}, freed on ${machine.statements.where(machine.rows.line(by))}, are enough and belong to nobody.`,
      ...(at === undefined ? {} : { at }),
    })
  }

  private vmChecker(): VmChecker {
    const { checks, shadow } = this
    return {
      shadow,
      load: (address, size) =>
        checks.load(address, size, shadow.has(address, size, USABLE) || shadow.has(address, size, GUARDED)),
      store: (address, size) => checks.store(address, size),
      guarded: (address, size, write) => this.guarded(address, size, write),
      note: (index, aLow, aHigh, bLow, bHigh, imm) => checks.note(index, aLow, aHigh, bLow, bHigh, imm),
      host: {
        reads: (call, address, length) => {
          if (this.own !== null) return
          checks.reads(call, address, length)
          const unwritten = PASSES_ON.has(call) ? -1 : shadow.firstUnwritten(address, length)
          if (unwritten >= 0) checks.readsUnwritten(call, unwritten)
        },
        writes: (call, address, length) => {
          if (this.own === null) checks.writes(call, address, length)
          shadow.written(address, length)
        },
        copies: (call, to, from, length) => {
          if (this.own === null) checks.copies(call, to, from, length)
          else this.guardedCopy(to, from, length)
          shadow.copied(to, from, length)
        },
        overlaps: (call, to, from, length) => checks.overlaps(call, to, from, length),
      },
    }
  }

  /** Whether the code that runs is the program's own allocator, malloc, free … themselves left out. */
  private isAllocatorAtWork(write: boolean): boolean {
    const { allocatorCode } = this
    if (allocatorCode === null) return false
    const { vm } = this.machine
    if (allocatorCode.mayAccess([vm.pc], write)) return true
    // A call's return site may be another statement's already.
    const callers = vm.frames(FRAMES_LOOKED_AT).map(({ pc }, i) => (i === 0 ? pc : pc - 1))
    return allocatorCode.mayAccess(callers, write)
  }

  private guardedCopy(to: Address, from: Address, length: Bytes): void {
    if (from === this.own?.arguments[0]) this.hasRead = true
    if (length > 0 && (this.shadow.at(to) & GUARDED) !== 0) this.guarded(to, length, true)
  }

  /** The program's own malloc, free … touches a live block. Free may do so with its block, realloc may read it. */
  private guarded(address: Address, size: Bytes, write: boolean): void {
    const { machine, own } = this
    const block = machine.live.at(address, machine.row)
    if (block < 0 || own === null) return
    const offset = address - machine.history.address[block]!
    const isItsOwn = machine.history.address[block] === own.arguments[0]
    if (isItsOwn && !write) this.hasRead = true
    if (isItsOwn && (own.name === 'free' || !write || this.hasRead)) return
    const kept = Math.min(machine.history.requested[block]!, own.arguments[1] ?? 0)
    if (isItsOwn && offset >= kept) return
    if (this.hasTold) return
    this.hasTold = true
    const why = isItsOwn ? 'before anything of it has been copied' : 'which has not been freed'
    this.report.add({
      kind: 'wrong-answer',
      address,
      key: own.name,
      began: block,
      message: `The program's ${own.name} ${write ? 'writes' : 'reads'} ${bytesText(size)} at ${addressInHex(address)}: byte ${thousands(offset)} of ${blockText(machine, block)}, ${why}.`,
    })
  }
}

/** Frames that are asked whose code they run. */
const FRAMES_LOOKED_AT = 32

/** Bytes before a block in which an allocator keeps its size. */
const HEADER: Bytes = 16

const ASKS_FOR_BYTES: ReadonlySet<string> = new Set([
  'malloc',
  'calloc',
  'realloc',
  'memalign',
  'sbrk',
  'mem_sbrk',
])
/** Calls that take bytes whatever they are: the padding of a structure is never written. */
const PASSES_ON: ReadonlySet<string> = new Set(['write', 'fwrite', 'memcmp', 'bcmp', 'swab'])
const OF_THE_FAMILY: ReadonlySet<string> = new Set(['malloc', 'calloc', 'realloc', 'memalign', 'free'])
