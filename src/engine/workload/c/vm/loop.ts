import { FAST_READ, FAST_WRITE } from '../../../memory/index.ts'
import { OP } from '../bytecode.ts'
import { multiply, shiftLeft, shiftSigned, shiftUnsigned } from './int64.ts'
import { HOST_STUB, RETURN_SITE } from './loader.ts'
import {
  EVENTS,
  FP,
  float as floatRegisters,
  frame,
  hi as hiRegisters,
  INSTRUCTIONS,
  left as limits,
  lo as loRegisters,
  PENDING,
  SP,
  scratchDouble as scratchDoubleWord,
  scratchFloat as scratchFloatWord,
  scratch32 as scratchWords,
} from './registers.ts'
import { executeSlow, switchTarget } from './slow.ts'
import type { Vm } from './vm.ts'

// Constants of this module, not imports: V8 compiles the places of their elements into the loop.
const LO = loRegisters
const HI = hiRegisters
const F = floatRegisters
const FRAME = frame
const LEFT = limits
const BITS = scratchWords
const FLOAT_OF_BITS = scratchFloatWord
const DOUBLE_OF_BITS = scratchDoubleWord

/** Why `execute` came back: the budget is used up, or the next instruction begins an event that must not begin. */
export const OUT_OF_BUDGET = 0
export const AT_EVENT = 1

/** fp as an offset where the frame lies outside the stack's window: no offset from it is in the window. */
const OUTSIDE = -2147483648

/** Four bytes of the shadow at once. */
const ALL_4 = 0x03030303
const USABLE_4 = 0x01010101
const WRITTEN_4 = 0x02020202
const ALL_1 = 3
const USABLE_1 = 1
const WRITTEN_1 = 2
const INVERSE_32 = 2 ** -32
const TWO_32 = 2 ** 32

/**
 * Runs the program from `vm.pc` until LEFT says that it is enough. Each case does the usual course of an instruction
 * and goes on; what is unusual (a page that is not ready, an unaligned word, an access for the checker) or rare
 * leaves the switch and is done whole by `executeSlow`. Signals of simulated code are thrown through; `vm.pc` is then
 * the instruction.
 *
 * Operations on memory use the two flat windows. `wide` is 0 under ILP32, where upper halves say nothing.
 */
export function execute(vm: Vm): number {
  const { code, targets, entries, heapKinds, operations, memory } = vm
  const wide = vm.isWide ? -1 : 0
  const word = vm.isWide ? 8 : 4
  const wordMask = word - 1
  const { textBase, libraryBase, libraryStart } = vm
  const textLow = textBase | 0
  const textHigh = (textBase * INVERSE_32) | 0
  const libraryLow = libraryBase | 0
  const libraryHigh = (libraryBase * INVERSE_32) | 0
  const codeWords = code.length
  let pc = vm.pc
  let left = LEFT[INSTRUCTIONS]!

  // Round again whenever the windows have changed.
  windows: for (;;) {
    vm.refreshWindows()
    const seen = memory.windowChanges
    const isChecked = vm.checker !== null
    const { heapWindow, stackWindow, heapShadow, heapShadowBytes, stackShadow, stackShadowBytes } = vm
    const { words: heap, bytes: heapBytes, doubles: heapDoubles, flags: heapFlags } = heapWindow
    const { length: heapLength, low: heapLow, high: heapHigh } = heapWindow
    const { words: stack, bytes: stackBytes, doubles: stackDoubles, flags: stackFlags } = stackWindow
    const { length: stackLength, low: stackLow, high: stackHigh, base: stackBase } = stackWindow
    let offset = FRAME[FP]! - stackBase
    let fp = offset >= 0 && offset < stackLength ? offset | 0 : OUTSIDE

    for (;;) {
      if (left <= 0) {
        vm.pc = pc
        LEFT[INSTRUCTIONS] = left
        return OUT_OF_BUDGET
      }
      left--
      const at = pc
      const instruction = code[at]!
      const a = (instruction >>> 8) & 0xff
      const b = (instruction >>> 16) & 0xff
      switch (instruction & 0xff) {
        case OP.MOV: {
          LO[a] = LO[b]!
          HI[a] = HI[b]!
          pc = at + 1
          continue
        }
        case OP.FMOV: {
          F[a] = F[b]!
          pc = at + 1
          continue
        }
        case OP.IMM: {
          const imm = code[at + 1]!
          LO[a] = imm
          HI[a] = imm >> 31
          pc = at + 2
          continue
        }
        case OP.IMM64: {
          LO[a] = code[at + 1]!
          HI[a] = code[at + 2]!
          pc = at + 3
          continue
        }
        case OP.FIMM: {
          BITS[0] = code[at + 1]!
          BITS[1] = code[at + 2]!
          F[a] = DOUBLE_OF_BITS[0]!
          pc = at + 3
          continue
        }
        case OP.LADDR: {
          const address = FRAME[FP]! + code[at + 1]!
          LO[a] = address | 0
          HI[a] = Math.floor(address * INVERSE_32) | 0
          pc = at + 2
          continue
        }
        case OP.LD_S8: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (heapFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || heapShadowBytes[o] === ALL_1)
            ) {
              LO[a] = (heapBytes[o]! << 24) >> 24
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || stackShadowBytes[o] === ALL_1)
            ) {
              LO[a] = (stackBytes[o]! << 24) >> 24
              continue
            }
          }
          break
        }
        case OP.LD_U8: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (heapFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || heapShadowBytes[o] === ALL_1)
            ) {
              LO[a] = heapBytes[o]!
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || stackShadowBytes[o] === ALL_1)
            ) {
              LO[a] = stackBytes[o]!
              continue
            }
          }
          break
        }
        case OP.LD_S16: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 1) === 0 &&
              (heapFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || (heapShadowBytes[o]! & heapShadowBytes[o + 1]!) === ALL_1)
            ) {
              LO[a] = ((heapBytes[o]! | (heapBytes[o + 1]! << 8)) << 16) >> 16
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 1) === 0 &&
              (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || (stackShadowBytes[o]! & stackShadowBytes[o + 1]!) === ALL_1)
            ) {
              LO[a] = ((stackBytes[o]! | (stackBytes[o + 1]! << 8)) << 16) >> 16
              continue
            }
          }
          break
        }
        case OP.LD_U16: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 1) === 0 &&
              (heapFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || (heapShadowBytes[o]! & heapShadowBytes[o + 1]!) === ALL_1)
            ) {
              LO[a] = heapBytes[o]! | (heapBytes[o + 1]! << 8)
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 1) === 0 &&
              (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || (stackShadowBytes[o]! & stackShadowBytes[o + 1]!) === ALL_1)
            ) {
              LO[a] = stackBytes[o]! | (stackBytes[o + 1]! << 8)
              continue
            }
          }
          break
        }
        case OP.LD_32: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 3) === 0 &&
              (heapFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || heapShadow[o >>> 2] === ALL_4)
            ) {
              LO[a] = heap[o >>> 2]!
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 3) === 0 &&
              (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || stackShadow[o >>> 2] === ALL_4)
            ) {
              LO[a] = stack[o >>> 2]!
              continue
            }
          }
          break
        }
        case OP.LD_64: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 7) === 0 &&
              (heapFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || (heapShadow[o >>> 2] === ALL_4 && heapShadow[(o >>> 2) + 1] === ALL_4))
            ) {
              LO[a] = heap[o >>> 2]!
              HI[a] = heap[(o >>> 2) + 1]!
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 7) === 0 &&
              (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || (stackShadow[o >>> 2] === ALL_4 && stackShadow[(o >>> 2) + 1] === ALL_4))
            ) {
              LO[a] = stack[o >>> 2]!
              HI[a] = stack[(o >>> 2) + 1]!
              continue
            }
          }
          break
        }
        case OP.LD_F32: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 3) === 0 &&
              (heapFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || heapShadow[o >>> 2] === ALL_4)
            ) {
              BITS[0] = heap[o >>> 2]!
              F[a] = FLOAT_OF_BITS[0]!
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 3) === 0 &&
              (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || stackShadow[o >>> 2] === ALL_4)
            ) {
              BITS[0] = stack[o >>> 2]!
              F[a] = FLOAT_OF_BITS[0]!
              continue
            }
          }
          break
        }
        case OP.LD_F64: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 7) === 0 &&
              (heapFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || (heapShadow[o >>> 2] === ALL_4 && heapShadow[(o >>> 2) + 1] === ALL_4))
            ) {
              F[a] = heapDoubles[o >>> 3]!
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 7) === 0 &&
              (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
              (!isChecked || (stackShadow[o >>> 2] === ALL_4 && stackShadow[(o >>> 2) + 1] === ALL_4))
            ) {
              F[a] = stackDoubles[o >>> 3]!
              continue
            }
          }
          break
        }
        case OP.ST_8: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (heapFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (heapShadowBytes[o]! & USABLE_1) !== 0)
            ) {
              heapBytes[o] = LO[a]!
              if (isChecked) {
                heapShadowBytes[o] = heapShadowBytes[o]! | WRITTEN_1
              }
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (stackFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (stackShadowBytes[o]! & USABLE_1) !== 0)
            ) {
              stackBytes[o] = LO[a]!
              if (isChecked) {
                stackShadowBytes[o] = stackShadowBytes[o]! | WRITTEN_1
              }
              continue
            }
          }
          break
        }
        case OP.ST_16: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 1) === 0 &&
              (heapFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (heapShadowBytes[o]! & heapShadowBytes[o + 1]! & USABLE_1) !== 0)
            ) {
              heapBytes[o] = LO[a]!
              heapBytes[o + 1] = LO[a]! >>> 8
              if (isChecked) {
                heapShadowBytes[o] = heapShadowBytes[o]! | WRITTEN_1
                heapShadowBytes[o + 1] = heapShadowBytes[o + 1]! | WRITTEN_1
              }
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 1) === 0 &&
              (stackFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (stackShadowBytes[o]! & stackShadowBytes[o + 1]! & USABLE_1) !== 0)
            ) {
              stackBytes[o] = LO[a]!
              stackBytes[o + 1] = LO[a]! >>> 8
              if (isChecked) {
                stackShadowBytes[o] = stackShadowBytes[o]! | WRITTEN_1
                stackShadowBytes[o + 1] = stackShadowBytes[o + 1]! | WRITTEN_1
              }
              continue
            }
          }
          break
        }
        case OP.ST_32: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 3) === 0 &&
              (heapFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (heapShadow[o >>> 2]! & USABLE_4) === USABLE_4)
            ) {
              heap[o >>> 2] = LO[a]!
              if (isChecked) {
                heapShadow[o >>> 2] = heapShadow[o >>> 2]! | WRITTEN_4
              }
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 3) === 0 &&
              (stackFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (stackShadow[o >>> 2]! & USABLE_4) === USABLE_4)
            ) {
              stack[o >>> 2] = LO[a]!
              if (isChecked) {
                stackShadow[o >>> 2] = stackShadow[o >>> 2]! | WRITTEN_4
              }
              continue
            }
          }
          break
        }
        case OP.ST_64: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 7) === 0 &&
              (heapFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (heapShadow[o >>> 2]! & heapShadow[(o >>> 2) + 1]! & USABLE_4) === USABLE_4)
            ) {
              heap[o >>> 2] = LO[a]!
              heap[(o >>> 2) + 1] = HI[a]!
              if (isChecked) {
                heapShadow[o >>> 2] = heapShadow[o >>> 2]! | WRITTEN_4
                heapShadow[(o >>> 2) + 1] = heapShadow[(o >>> 2) + 1]! | WRITTEN_4
              }
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 7) === 0 &&
              (stackFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (stackShadow[o >>> 2]! & stackShadow[(o >>> 2) + 1]! & USABLE_4) === USABLE_4)
            ) {
              stack[o >>> 2] = LO[a]!
              stack[(o >>> 2) + 1] = HI[a]!
              if (isChecked) {
                stackShadow[o >>> 2] = stackShadow[o >>> 2]! | WRITTEN_4
                stackShadow[(o >>> 2) + 1] = stackShadow[(o >>> 2) + 1]! | WRITTEN_4
              }
              continue
            }
          }
          break
        }
        case OP.ST_F32: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 3) === 0 &&
              (heapFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (heapShadow[o >>> 2]! & USABLE_4) === USABLE_4)
            ) {
              FLOAT_OF_BITS[0] = F[a]!
              heap[o >>> 2] = BITS[0]!
              if (isChecked) {
                heapShadow[o >>> 2] = heapShadow[o >>> 2]! | WRITTEN_4
              }
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 3) === 0 &&
              (stackFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (stackShadow[o >>> 2]! & USABLE_4) === USABLE_4)
            ) {
              FLOAT_OF_BITS[0] = F[a]!
              stack[o >>> 2] = BITS[0]!
              if (isChecked) {
                stackShadow[o >>> 2] = stackShadow[o >>> 2]! | WRITTEN_4
              }
              continue
            }
          }
          break
        }
        case OP.ST_F64: {
          pc = at + 2
          const low = LO[b]!
          let o = (low - heapLow) | 0
          if (((HI[b]! ^ heapHigh) & wide) === 0 && o >>> 0 < heapLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < heapLength &&
              (o & 7) === 0 &&
              (heapFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (heapShadow[o >>> 2]! & heapShadow[(o >>> 2) + 1]! & USABLE_4) === USABLE_4)
            ) {
              heapDoubles[o >>> 3] = F[a]!
              if (isChecked) {
                heapShadow[o >>> 2] = heapShadow[o >>> 2]! | WRITTEN_4
                heapShadow[(o >>> 2) + 1] = heapShadow[(o >>> 2) + 1]! | WRITTEN_4
              }
              continue
            }
            break
          }
          o = (low - stackLow) | 0
          if (((HI[b]! ^ stackHigh) & wide) === 0 && o >>> 0 < stackLength) {
            o = (o + code[at + 1]!) | 0
            if (
              o >>> 0 < stackLength &&
              (o & 7) === 0 &&
              (stackFlags[o >>> 12]! & FAST_WRITE) !== 0 &&
              (!isChecked || (stackShadow[o >>> 2]! & stackShadow[(o >>> 2) + 1]! & USABLE_4) === USABLE_4)
            ) {
              stackDoubles[o >>> 3] = F[a]!
              if (isChecked) {
                stackShadow[o >>> 2] = stackShadow[o >>> 2]! | WRITTEN_4
                stackShadow[(o >>> 2) + 1] = stackShadow[(o >>> 2) + 1]! | WRITTEN_4
              }
              continue
            }
          }
          break
        }
        case OP.LDL_S8: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (
            o >>> 0 < stackLength &&
            (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
            (!isChecked || stackShadowBytes[o] === ALL_1)
          ) {
            LO[a] = (stackBytes[o]! << 24) >> 24
            continue
          }
          break
        }
        case OP.LDL_U8: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (
            o >>> 0 < stackLength &&
            (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
            (!isChecked || stackShadowBytes[o] === ALL_1)
          ) {
            LO[a] = stackBytes[o]!
            continue
          }
          break
        }
        case OP.LDL_S16: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (
            o >>> 0 < stackLength &&
            (o & 1) === 0 &&
            (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
            (!isChecked || (stackShadowBytes[o]! & stackShadowBytes[o + 1]!) === ALL_1)
          ) {
            LO[a] = ((stackBytes[o]! | (stackBytes[o + 1]! << 8)) << 16) >> 16
            continue
          }
          break
        }
        case OP.LDL_U16: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (
            o >>> 0 < stackLength &&
            (o & 1) === 0 &&
            (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
            (!isChecked || (stackShadowBytes[o]! & stackShadowBytes[o + 1]!) === ALL_1)
          ) {
            LO[a] = stackBytes[o]! | (stackBytes[o + 1]! << 8)
            continue
          }
          break
        }
        case OP.LDL_32: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (
            o >>> 0 < stackLength &&
            (o & 3) === 0 &&
            (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
            (!isChecked || stackShadow[o >>> 2] === ALL_4)
          ) {
            LO[a] = stack[o >>> 2]!
            continue
          }
          break
        }
        case OP.LDL_64: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (
            o >>> 0 < stackLength &&
            (o & 7) === 0 &&
            (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
            (!isChecked || (stackShadow[o >>> 2] === ALL_4 && stackShadow[(o >>> 2) + 1] === ALL_4))
          ) {
            LO[a] = stack[o >>> 2]!
            HI[a] = stack[(o >>> 2) + 1]!
            continue
          }
          break
        }
        case OP.LDL_F32: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (
            o >>> 0 < stackLength &&
            (o & 3) === 0 &&
            (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
            (!isChecked || stackShadow[o >>> 2] === ALL_4)
          ) {
            BITS[0] = stack[o >>> 2]!
            F[a] = FLOAT_OF_BITS[0]!
            continue
          }
          break
        }
        case OP.LDL_F64: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (
            o >>> 0 < stackLength &&
            (o & 7) === 0 &&
            (stackFlags[o >>> 12]! & FAST_READ) !== 0 &&
            (!isChecked || (stackShadow[o >>> 2] === ALL_4 && stackShadow[(o >>> 2) + 1] === ALL_4))
          ) {
            F[a] = stackDoubles[o >>> 3]!
            continue
          }
          break
        }
        case OP.STL_8: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (o >>> 0 < stackLength && (stackFlags[o >>> 12]! & FAST_WRITE) !== 0) {
            stackBytes[o] = LO[a]!
            if (isChecked) {
              stackShadowBytes[o] = ALL_1
            }
            continue
          }
          break
        }
        case OP.STL_16: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (o >>> 0 < stackLength && (o & 1) === 0 && (stackFlags[o >>> 12]! & FAST_WRITE) !== 0) {
            stackBytes[o] = LO[a]!
            stackBytes[o + 1] = LO[a]! >>> 8
            if (isChecked) {
              stackShadowBytes[o] = ALL_1
              stackShadowBytes[o + 1] = ALL_1
            }
            continue
          }
          break
        }
        case OP.STL_32: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (o >>> 0 < stackLength && (o & 3) === 0 && (stackFlags[o >>> 12]! & FAST_WRITE) !== 0) {
            stack[o >>> 2] = LO[a]!
            if (isChecked) {
              stackShadow[o >>> 2] = ALL_4
            }
            continue
          }
          break
        }
        case OP.STL_64: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (o >>> 0 < stackLength && (o & 7) === 0 && (stackFlags[o >>> 12]! & FAST_WRITE) !== 0) {
            stack[o >>> 2] = LO[a]!
            stack[(o >>> 2) + 1] = HI[a]!
            if (isChecked) {
              stackShadow[o >>> 2] = ALL_4
              stackShadow[(o >>> 2) + 1] = ALL_4
            }
            continue
          }
          break
        }
        case OP.STL_F32: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (o >>> 0 < stackLength && (o & 3) === 0 && (stackFlags[o >>> 12]! & FAST_WRITE) !== 0) {
            FLOAT_OF_BITS[0] = F[a]!
            stack[o >>> 2] = BITS[0]!
            if (isChecked) {
              stackShadow[o >>> 2] = ALL_4
            }
            continue
          }
          break
        }
        case OP.STL_F64: {
          pc = at + 2
          const o = (fp + code[at + 1]!) | 0
          if (o >>> 0 < stackLength && (o & 7) === 0 && (stackFlags[o >>> 12]! & FAST_WRITE) !== 0) {
            stackDoubles[o >>> 3] = F[a]!
            if (isChecked) {
              stackShadow[o >>> 2] = ALL_4
              stackShadow[(o >>> 2) + 1] = ALL_4
            }
            continue
          }
          break
        }
        case OP.ADD_32: {
          LO[a] = LO[b]! + LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.SUB_32: {
          LO[a] = LO[b]! - LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.MUL_32: {
          LO[a] = Math.imul(LO[b]!, LO[instruction >>> 24]!)
          pc = at + 1
          continue
        }
        case OP.DIVS_32: {
          pc = at + 1
          const x = LO[b]!
          const y = LO[instruction >>> 24]!
          if (y === 0 || (y === -1 && x === -2147483648)) break
          LO[a] = x / y
          continue
        }
        case OP.REMS_32: {
          pc = at + 1
          const x = LO[b]!
          const y = LO[instruction >>> 24]!
          if (y === 0 || (y === -1 && x === -2147483648)) break
          LO[a] = x % y
          continue
        }
        case OP.DIVU_32: {
          pc = at + 1
          const y = LO[instruction >>> 24]! >>> 0
          if (y === 0) break
          LO[a] = (LO[b]! >>> 0) / y
          continue
        }
        case OP.REMU_32: {
          pc = at + 1
          const y = LO[instruction >>> 24]! >>> 0
          if (y === 0) break
          LO[a] = (LO[b]! >>> 0) % y
          continue
        }
        case OP.AND_32: {
          LO[a] = LO[b]! & LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.OR_32: {
          LO[a] = LO[b]! | LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.XOR_32: {
          LO[a] = LO[b]! ^ LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.SHL_32: {
          LO[a] = LO[b]! << LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.SHRS_32: {
          LO[a] = LO[b]! >> LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.SHRU_32: {
          LO[a] = LO[b]! >>> LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.ADDI_32: {
          LO[a] = LO[b]! + code[at + 1]!
          pc = at + 2
          continue
        }
        case OP.NEG_32: {
          LO[a] = -LO[b]!
          pc = at + 1
          continue
        }
        case OP.NOT_32: {
          LO[a] = ~LO[b]!
          pc = at + 1
          continue
        }
        case OP.ADD_64: {
          const x = LO[b]!
          const sum = (x + LO[instruction >>> 24]!) | 0
          HI[a] = HI[b]! + HI[instruction >>> 24]! + (sum >>> 0 < x >>> 0 ? 1 : 0)
          LO[a] = sum
          pc = at + 1
          continue
        }
        case OP.SUB_64: {
          const x = LO[b]!
          const y = LO[instruction >>> 24]!
          HI[a] = HI[b]! - HI[instruction >>> 24]! - (x >>> 0 < y >>> 0 ? 1 : 0)
          LO[a] = x - y
          pc = at + 1
          continue
        }
        case OP.AND_64: {
          LO[a] = LO[b]! & LO[instruction >>> 24]!
          HI[a] = HI[b]! & HI[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.OR_64: {
          LO[a] = LO[b]! | LO[instruction >>> 24]!
          HI[a] = HI[b]! | HI[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.XOR_64: {
          LO[a] = LO[b]! ^ LO[instruction >>> 24]!
          HI[a] = HI[b]! ^ HI[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.ADDI_64: {
          const imm = code[at + 1]!
          const x = LO[b]!
          const sum = (x + imm) | 0
          HI[a] = HI[b]! + (imm >> 31) + (sum >>> 0 < x >>> 0 ? 1 : 0)
          LO[a] = sum
          pc = at + 2
          continue
        }
        case OP.MUL_64: {
          multiply(a, LO[b]!, HI[b]!, LO[instruction >>> 24]!, HI[instruction >>> 24]!)
          pc = at + 1
          continue
        }
        case OP.SHL_64: {
          shiftLeft(a, LO[b]!, HI[b]!, LO[instruction >>> 24]! & 63)
          pc = at + 1
          continue
        }
        case OP.SHRS_64: {
          shiftSigned(a, LO[b]!, HI[b]!, LO[instruction >>> 24]! & 63)
          pc = at + 1
          continue
        }
        case OP.SHRU_64: {
          shiftUnsigned(a, LO[b]!, HI[b]!, LO[instruction >>> 24]! & 63)
          pc = at + 1
          continue
        }
        case OP.NEG_64: {
          const x = LO[b]!
          HI[a] = ~HI[b]! + (x === 0 ? 1 : 0)
          LO[a] = -x
          pc = at + 1
          continue
        }
        case OP.NOT_64: {
          LO[a] = ~LO[b]!
          HI[a] = ~HI[b]!
          pc = at + 1
          continue
        }
        case OP.PADD_32: {
          pc = at + 2
          const index = LO[instruction >>> 24]!
          const product = index * code[at + 1]!
          const step = product | 0
          if (step !== product) break
          const x = LO[b]!
          const sum = (x + step) | 0
          HI[a] = HI[b]! + (step >> 31) + (sum >>> 0 < x >>> 0 ? 1 : 0)
          LO[a] = sum
          continue
        }
        case OP.PADD_64: {
          pc = at + 2
          const index = LO[instruction >>> 24]!
          if (HI[instruction >>> 24]! !== index >> 31) break
          const product = index * code[at + 1]!
          const step = product | 0
          if (step !== product) break
          const x = LO[b]!
          const sum = (x + step) | 0
          HI[a] = HI[b]! + (step >> 31) + (sum >>> 0 < x >>> 0 ? 1 : 0)
          LO[a] = sum
          continue
        }
        case OP.EQ_32: {
          LO[a] = LO[b]! === LO[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.NE_32: {
          LO[a] = LO[b]! !== LO[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.LTS_32: {
          LO[a] = LO[b]! < LO[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.LES_32: {
          LO[a] = LO[b]! <= LO[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.LTU_32: {
          LO[a] = LO[b]! >>> 0 < LO[instruction >>> 24]! >>> 0 ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.LEU_32: {
          LO[a] = LO[b]! >>> 0 <= LO[instruction >>> 24]! >>> 0 ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.EQ_64: {
          LO[a] = LO[b]! === LO[instruction >>> 24]! && HI[b]! === HI[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.NE_64: {
          LO[a] = LO[b]! !== LO[instruction >>> 24]! || HI[b]! !== HI[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.LTS_64: {
          const x = HI[b]!
          const y = HI[instruction >>> 24]!
          LO[a] = x < y || (x === y && LO[b]! >>> 0 < LO[instruction >>> 24]! >>> 0) ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.LES_64: {
          const x = HI[b]!
          const y = HI[instruction >>> 24]!
          LO[a] = x < y || (x === y && LO[b]! >>> 0 <= LO[instruction >>> 24]! >>> 0) ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.LTU_64: {
          const x = HI[b]!
          const y = HI[instruction >>> 24]!
          LO[a] = x >>> 0 < y >>> 0 || (x === y && LO[b]! >>> 0 < LO[instruction >>> 24]! >>> 0) ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.LEU_64: {
          const x = HI[b]!
          const y = HI[instruction >>> 24]!
          LO[a] = x >>> 0 < y >>> 0 || (x === y && LO[b]! >>> 0 <= LO[instruction >>> 24]! >>> 0) ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.FEQ: {
          LO[a] = F[b]! === F[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.FNE: {
          LO[a] = F[b]! !== F[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.FLT: {
          LO[a] = F[b]! < F[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.FLE: {
          LO[a] = F[b]! <= F[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.SX_8: {
          LO[a] = (LO[b]! << 24) >> 24
          pc = at + 1
          continue
        }
        case OP.ZX_8: {
          LO[a] = LO[b]! & 0xff
          pc = at + 1
          continue
        }
        case OP.SX_16: {
          LO[a] = (LO[b]! << 16) >> 16
          pc = at + 1
          continue
        }
        case OP.ZX_16: {
          LO[a] = LO[b]! & 0xffff
          pc = at + 1
          continue
        }
        case OP.SX_32: {
          const x = LO[b]!
          LO[a] = x
          HI[a] = x >> 31
          pc = at + 1
          continue
        }
        case OP.ZX_32: {
          LO[a] = LO[b]!
          HI[a] = 0
          pc = at + 1
          continue
        }
        case OP.BOOL_32: {
          LO[a] = LO[b]! !== 0 ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.BOOL_64: {
          LO[a] = (LO[b]! | HI[b]!) !== 0 ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.FBOOL: {
          LO[a] = F[b]! !== 0 ? 1 : 0
          pc = at + 1
          continue
        }
        case OP.F_S32: {
          F[a] = LO[b]!
          pc = at + 1
          continue
        }
        case OP.F_U32: {
          F[a] = LO[b]! >>> 0
          pc = at + 1
          continue
        }
        case OP.F_S64: {
          F[a] = HI[b]! * TWO_32 + (LO[b]! >>> 0)
          pc = at + 1
          continue
        }
        case OP.F_U64: {
          F[a] = (HI[b]! >>> 0) * TWO_32 + (LO[b]! >>> 0)
          pc = at + 1
          continue
        }
        case OP.FROUND: {
          F[a] = Math.fround(F[b]!)
          pc = at + 1
          continue
        }
        case OP.FADD: {
          F[a] = F[b]! + F[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.FSUB: {
          F[a] = F[b]! - F[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.FMUL: {
          F[a] = F[b]! * F[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.FDIV: {
          F[a] = F[b]! / F[instruction >>> 24]!
          pc = at + 1
          continue
        }
        case OP.FNEG: {
          F[a] = -F[b]!
          pc = at + 1
          continue
        }
        case OP.JMP: {
          pc = code[at + 1]!
          continue
        }
        case OP.JZ_32: {
          pc = LO[a]! === 0 ? code[at + 1]! : at + 2
          continue
        }
        case OP.JNZ_32: {
          pc = LO[a]! !== 0 ? code[at + 1]! : at + 2
          continue
        }
        case OP.JZ_64: {
          pc = (LO[a]! | HI[a]!) === 0 ? code[at + 1]! : at + 2
          continue
        }
        case OP.JNZ_64: {
          pc = (LO[a]! | HI[a]!) !== 0 ? code[at + 1]! : at + 2
          continue
        }
        case OP.JEQ_32: {
          pc = LO[a]! === LO[b]! ? code[at + 1]! : at + 2
          continue
        }
        case OP.JNE_32: {
          pc = LO[a]! !== LO[b]! ? code[at + 1]! : at + 2
          continue
        }
        case OP.JLTS_32: {
          pc = LO[a]! < LO[b]! ? code[at + 1]! : at + 2
          continue
        }
        case OP.JLES_32: {
          pc = LO[a]! <= LO[b]! ? code[at + 1]! : at + 2
          continue
        }
        case OP.JLTU_32: {
          pc = LO[a]! >>> 0 < LO[b]! >>> 0 ? code[at + 1]! : at + 2
          continue
        }
        case OP.JLEU_32: {
          pc = LO[a]! >>> 0 <= LO[b]! >>> 0 ? code[at + 1]! : at + 2
          continue
        }
        case OP.JEQ_64: {
          pc = LO[a]! === LO[b]! && HI[a]! === HI[b]! ? code[at + 1]! : at + 2
          continue
        }
        case OP.JNE_64: {
          pc = LO[a]! !== LO[b]! || HI[a]! !== HI[b]! ? code[at + 1]! : at + 2
          continue
        }
        case OP.JLTS_64: {
          const x = HI[a]!
          const y = HI[b]!
          pc = x < y || (x === y && LO[a]! >>> 0 < LO[b]! >>> 0) ? code[at + 1]! : at + 2
          continue
        }
        case OP.JLES_64: {
          const x = HI[a]!
          const y = HI[b]!
          pc = x < y || (x === y && LO[a]! >>> 0 <= LO[b]! >>> 0) ? code[at + 1]! : at + 2
          continue
        }
        case OP.JLTU_64: {
          const x = HI[a]!
          const y = HI[b]!
          pc = x >>> 0 < y >>> 0 || (x === y && LO[a]! >>> 0 < LO[b]! >>> 0) ? code[at + 1]! : at + 2
          continue
        }
        case OP.JLEU_64: {
          const x = HI[a]!
          const y = HI[b]!
          pc = x >>> 0 < y >>> 0 || (x === y && LO[a]! >>> 0 <= LO[b]! >>> 0) ? code[at + 1]! : at + 2
          continue
        }
        case OP.SWITCH: {
          pc = switchTarget(vm.program.tables[code[at + 1]!]!, LO[a]!, HI[a]!)
          continue
        }
        case OP.CALLR:
        case OP.CALL: {
          const isDirect = (instruction & 0xff) === OP.CALL
          pc = isDirect ? at + 2 : at + 1
          let target = 0
          if (isDirect) target = entries[code[at + 1]!]!
          else {
            vm.pc = at
            LEFT[INSTRUCTIONS] = left
            target = vm.callTarget(LO[a]!, HI[a]!)
            if ((targets[target]! & HOST_STUB) !== 0) {
              // The stub's HOST does the work; its RET would return from a frame that a host function has not.
              if (operations[code[target + 1]!] !== 0) {
                if (LEFT[EVENTS] === 0) {
                  LEFT[INSTRUCTIONS] = left + 1
                  return AT_EVENT
                }
                LEFT[EVENTS] = LEFT[EVENTS]! - 1
              }
              break
            }
          }
          if (FRAME[PENDING]! < 0 && heapKinds[target] !== 0) {
            vm.pc = at
            vm.heapCallBegins(target, b, FRAME[SP]! - word)
          }
          if (b !== 0) {
            const count = instruction >>> 24
            for (let i = 0; i < count; i++) {
              LO[i] = LO[b + i]!
              HI[i] = HI[b + i]!
              F[i] = F[b + i]!
            }
          }
          const site = pc < libraryStart ? textBase + 4 * pc : libraryBase + 4 * pc
          const below = FRAME[SP]! - word
          const slot = below - stackBase
          pc = target
          const o = slot >= 0 && slot < stackLength ? slot | 0 : OUTSIDE
          if (o >= 0 && (o & wordMask) === 0 && (stackFlags[o >>> 12]! & FAST_WRITE) !== 0) {
            stack[o >>> 2] = site | 0
            if (wide !== 0) stack[(o >>> 2) + 1] = (site * INVERSE_32) | 0
            FRAME[SP] = below
            continue
          }
          vm.pc = at
          LEFT[INSTRUCTIONS] = left
          vm.push(site)
          if (memory.windowChanges === seen) continue
          continue windows
        }
        case OP.HOST: {
          pc = at + 2
          if (operations[code[at + 1]!] === 0) break
          if (LEFT[EVENTS] === 0) {
            vm.pc = at
            LEFT[INSTRUCTIONS] = left + 1
            return AT_EVENT
          }
          LEFT[EVENTS] = LEFT[EVENTS]! - 1
          break
        }
        case OP.RESULT: {
          LO[a] = LO[0]!
          HI[a] = HI[0]!
          pc = at + 1
          continue
        }
        case OP.FRESULT: {
          F[a] = F[0]!
          pc = at + 1
          continue
        }
        case OP.ENTER: {
          pc = at + 2
          const below = FRAME[SP]! - word
          const slot = below - stackBase
          const o = slot >= 0 && slot < stackLength ? slot | 0 : OUTSIDE
          if (o < 0 || (o & wordMask) !== 0 || (stackFlags[o >>> 12]! & FAST_WRITE) === 0) break
          const caller = FRAME[FP]!
          stack[o >>> 2] = caller | 0
          if (wide !== 0) stack[(o >>> 2) + 1] = Math.floor(caller * INVERSE_32)
          fp = o
          FRAME[FP] = below
          FRAME[SP] = below - code[at + 1]!
          if (isChecked) vm.frameBegins(at)
          continue
        }
        case OP.RET: {
          const o = (fp + word) | 0
          if (fp < 0 || o >= stackLength || (fp & wordMask) !== 0) break
          if ((stackFlags[fp >>> 12]! & stackFlags[o >>> 12]! & FAST_READ) === 0) break
          const low = stack[o >>> 2]!
          const high = wide === 0 ? 0 : stack[(o >>> 2) + 1]!
          let target = (low - textLow) >>> 2
          if (target >= libraryStart || ((high ^ textHigh) & wide) !== 0) {
            target = (low - libraryLow) >>> 2
            if (target < libraryStart || target >= codeWords || ((high ^ libraryHigh) & wide) !== 0) break
          }
          if ((targets[target]! & RETURN_SITE) === 0 || (low & 3) !== 0) break
          const callee = FRAME[FP]!
          if (isChecked) vm.frameEnds()
          if (callee + word === FRAME[PENDING]!) {
            vm.pc = at
            vm.heapCallEnds()
          }
          const saved =
            wide === 0 ? stack[fp >>> 2]! >>> 0 : stack[(fp >>> 2) + 1]! * TWO_32 + (stack[fp >>> 2]! >>> 0)
          FRAME[SP] = callee + 2 * word
          FRAME[FP] = saved
          offset = saved - stackBase
          fp = offset >= 0 && offset < stackLength ? offset | 0 : OUTSIDE
          pc = target
          continue
        }
        case OP.LINE: {
          if (LEFT[EVENTS] === 0) {
            vm.pc = at
            LEFT[INSTRUCTIONS] = left + 1
            return AT_EVENT
          }
          LEFT[EVENTS] = LEFT[EVENTS]! - 1
          pc = at + 2
          continue
        }
        case OP.NOTE: {
          pc = at + 3
          if (isChecked) break
          continue
        }
        default:
          break
      }
      vm.pc = at
      LEFT[INSTRUCTIONS] = left
      pc = executeSlow(vm, at)
      if (memory.windowChanges !== seen) continue windows
      offset = FRAME[FP]! - stackBase
      fp = offset >= 0 && offset < stackLength ? offset | 0 : OUTSIDE
    }
  }
}
