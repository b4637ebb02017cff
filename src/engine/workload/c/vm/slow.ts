import { FaultSignal } from '../../../memory/index.ts'
import type { Address, Bytes } from '../../../units.ts'
import { OP } from '../bytecode.ts'
import { KillSignal } from '../host.ts'
import type { SwitchTable } from '../image.ts'
import { WORDS } from '../instruction.ts'
import { loadBitField, storeBitField } from './bit-fields.ts'
import * as int64 from './int64.ts'
import { FP, float, frame, hi, lo, SP, scratch32, scratchDouble, scratchFloat } from './registers.ts'
import { USABLE } from './shadow.ts'
import type { Vm } from './vm.ts'

/**
 * Does the whole instruction at `at`, of those that the dispatch loop leaves to it: rare ones, and all accesses of
 * memory that are not plain ones of a window. Answers the index of the next instruction.
 */
export function executeSlow(vm: Vm, at: number): number {
  const { code } = vm
  const instruction = code[at]!
  const op = instruction & 0xff
  const a = (instruction >>> 8) & 0xff
  const b = (instruction >>> 16) & 0xff
  const c = instruction >>> 24
  const next = at + WORDS[op]!
  const imm = next > at + 1 ? code[at + 1]! : 0
  if (op >= OP.LD_S8 && op <= OP.LD_F64) {
    loadAt(vm, op - OP.LD_S8, a, vm.registerAddress(b, imm))
    return next
  }
  if (op >= OP.ST_8 && op <= OP.ST_F64) {
    const address = vm.registerAddress(b, imm)
    const size = STORE_SIZES[op - OP.ST_8]!
    if (vm.checker !== null) vm.checkStore(address, size)
    storeAt(vm, op - OP.ST_8, a, address)
    if (vm.checker !== null) vm.checker.shadow.written(address, size)
    return next
  }
  if (op >= OP.LDL_S8 && op <= OP.LDL_F64) {
    loadAt(vm, op - OP.LDL_S8, a, vm.frameAddress(imm))
    return next
  }
  if (op >= OP.STL_8 && op <= OP.STL_F64) {
    const address = vm.frameAddress(imm)
    storeAt(vm, op - OP.STL_8, a, address)
    vm.checker?.shadow.mark(address, STORE_SIZES[op - OP.STL_8]!, 3)
    return next
  }
  switch (op) {
    case OP.COPY:
      copy(vm, vm.registerAddress(a, 0), vm.registerAddress(b, 0), imm)
      return next
    case OP.ZERO:
      zero(vm, vm.registerAddress(a, 0), imm)
      return next
    case OP.BF_LD:
      loadBitField(vm, a, vm.registerAddress(b, imm), code[at + 2]!)
      return next
    case OP.BF_ST:
      storeBitField(vm, a, vm.registerAddress(b, imm), code[at + 2]!)
      return next
    case OP.RET:
      return vm.returnSlow()
    case OP.ENTER:
      enter(vm, at, imm)
      return next
    case OP.HOST:
      vm.callHost(imm, b)
      return next
    case OP.CALLR:
      // The loop makes all calls but those of a host function by its address.
      vm.callHost(code[vm.callTarget(lo[a]!, hi[a]!) + 1]!, b)
      return next
    case OP.ALLOCA:
      allocate(vm, a, b)
      return next
    case OP.LSP:
      vm.setAddress(a, frame[SP]!)
      return next
    case OP.SSP:
      vm.moveStack(vm.registerAddress(a, 0))
      return next
    case OP.NOTE:
      vm.checker?.note(imm, lo[a]!, hi[a]!, lo[b]!, hi[b]!, code[at + 2]!)
      return next
    case OP.TRAP:
      throw new KillSignal(
        'SIGILL',
        vm.program.traps[imm] ?? 'the program reached a place that it must not reach',
      )
    default:
      calculate(op, a, b, c, imm)
      return next
  }
}

/** Bytes that ST_8 … ST_F64 write, in the order of their codes. */
const STORE_SIZES = [1, 2, 4, 8, 4, 8]

/** LD_S8 … LD_F64 by their number: r[a] = what lies there. */
function loadAt(vm: Vm, kind: number, a: number, address: Address): void {
  const { memory } = vm
  if (kind < 2) {
    if (vm.checker !== null) vm.checkLoad(address, 1)
    const value = present(vm, memory.load8(address))
    lo[a] = kind === 0 ? (value << 24) >> 24 : value
  } else if (kind < 4) {
    if (vm.checker !== null) vm.checkLoad(address, 2)
    const value = present(vm, memory.load16(address))
    lo[a] = kind === 2 ? (value << 16) >> 16 : value
  } else if (kind === 4 || kind === 6) {
    if (vm.checker !== null) vm.checkLoad(address, 4)
    const value = present(vm, memory.load32(address))
    if (kind === 4) lo[a] = value
    else {
      scratch32[0] = value
      float[a] = scratchFloat[0]!
    }
  } else {
    if (vm.checker !== null) vm.checkLoad(address, 8)
    const low = present(vm, memory.load64Low(address))
    if (kind === 5) {
      lo[a] = low
      hi[a] = memory.highHalf
    } else {
      scratch32[0] = low
      scratch32[1] = memory.highHalf
      float[a] = scratchDouble[0]!
    }
  }
}

/** ST_8 … ST_F64 by their number. */
function storeAt(vm: Vm, kind: number, a: number, address: Address): void {
  const { memory } = vm
  let isDone: boolean
  if (kind === 0) isDone = memory.store8(address, lo[a]!)
  else if (kind === 1) isDone = memory.store16(address, lo[a]!)
  else if (kind === 2) isDone = memory.store32(address, lo[a]!)
  else if (kind === 3) isDone = memory.store64Halves(address, lo[a]!, hi[a]!)
  else if (kind === 4) {
    scratchFloat[0] = float[a]!
    isDone = memory.store32(address, scratch32[0]!)
  } else {
    scratchDouble[0] = float[a]!
    isDone = memory.store64Halves(address, scratch32[0]!, scratch32[1]!)
  }
  if (!isDone) throw new FaultSignal(memory.fault!)
}

function present(vm: Vm, value: number): number {
  if (value < 0) throw new FaultSignal(vm.memory.fault!)
  return value
}

function copy(vm: Vm, to: Address, from: Address, length: Bytes): void {
  if (length === 0) return
  if (vm.checker !== null) {
    const { shadow } = vm.checker
    if (!shadow.has(from, length, USABLE)) vm.checkLoad(from, length)
    vm.checkStore(to, length)
  }
  vm.process.words.copy(to, from, length)
  vm.checker?.shadow.copied(to, from, length)
}

function zero(vm: Vm, address: Address, length: Bytes): void {
  if (length === 0) return
  if (vm.checker !== null) vm.checkStore(address, length)
  vm.process.words.fill(address, 0, length)
  vm.checker?.shadow.written(address, length)
}

function enter(vm: Vm, at: number, frameSize: Bytes): void {
  vm.push(frame[FP]!)
  frame[FP] = frame[SP]!
  frame[SP] = frame[FP]! - frameSize
  if (vm.checker !== null) vm.frameBegins(at)
}

/** A block below the frame. */
function allocate(vm: Vm, a: number, b: number): void {
  const size = vm.isWide ? int64.unsignedValue(lo[b]!, hi[b]!) : lo[b]! >>> 0
  frame[SP] = frame[SP]! - Math.ceil(size / 16) * 16
  vm.setAddress(a, frame[SP]!)
  vm.checker?.shadow.mark(frame[SP]!, size, USABLE)
}

function calculate(op: number, a: number, b: number, c: number, imm: number): void {
  const x = lo[b]!
  const xHigh = hi[b]!
  const y = lo[c]!
  const yHigh = hi[c]!
  switch (op) {
    case OP.DIVS_64:
    case OP.REMS_64:
      if ((y | yHigh) === 0 || isOverflow(x, xHigh, y, yHigh)) throw divisionError()
      int64.divideSigned(a, x, xHigh, y, yHigh, op === OP.REMS_64)
      return
    case OP.DIVU_64:
    case OP.REMU_64:
      if ((y | yHigh) === 0) throw divisionError()
      int64.divideUnsigned(a, x, xHigh, y, yHigh, op === OP.REMU_64)
      return
    case OP.DIVS_32:
    case OP.DIVU_32:
    case OP.REMS_32:
    case OP.REMU_32:
      // The loop does those that have a result.
      throw divisionError()
    case OP.PADD_32:
      addProduct(a, x, xHigh, y, y >> 31, imm)
      return
    case OP.PADD_64:
      addProduct(a, x, xHigh, y, yHigh, imm)
      return
    case OP.S32_F:
      lo[a] = int64.toInt32(float[b]!)
      return
    case OP.U32_F:
      lo[a] = int64.toUint32(float[b]!)
      return
    case OP.S64_F:
      int64.toInt64(a, float[b]!)
      return
    case OP.U64_F:
      int64.toUint64(a, float[b]!)
      return
    default:
      throw new KillSignal('SIGILL', `there is no instruction with the code ${op}`)
  }
}

function addProduct(a: number, x: number, xHigh: number, y: number, yHigh: number, imm: number): void {
  int64.multiply(a, y, yHigh, imm, imm >> 31)
  int64.add(a, lo[a]!, hi[a]!, x, xHigh)
}

/** LONG_MIN / -1. */
function isOverflow(x: number, xHigh: number, y: number, yHigh: number): boolean {
  return x === 0 && xHigh === -2147483648 && (y & yHigh) === -1
}

function divisionError(): KillSignal {
  return new KillSignal('SIGFPE', 'a division by zero, or one whose result does not fit')
}

/** Where a SWITCH on a 64-bit value goes. */
export function switchTarget(table: SwitchTable, low: number, high: number): number {
  const { fromLow, fromHigh, toLow, toHigh, targets } = table
  let first = 0
  let end = targets.length
  while (first < end) {
    const middle = (first + end) >>> 1
    if (isLess(toLow[middle]!, toHigh[middle]!, low, high)) first = middle + 1
    else end = middle
  }
  if (first === targets.length || isLess(low, high, fromLow[first]!, fromHigh[first]!)) return table.otherwise
  return targets[first]!
}

/** x < y, signed. */
function isLess(xLow: number, xHigh: number, yLow: number, yHigh: number): boolean {
  return xHigh < yHigh || (xHigh === yHigh && xLow >>> 0 < yLow >>> 0)
}
