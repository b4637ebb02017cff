import { FAST_READ, FAST_WRITE } from '../../../memory/index.ts'
import { multiply, shiftLeft, shiftSigned, shiftUnsigned, singleOf } from './int64.ts'
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
 * The cases are the numbers of OP (bytecode.ts) written out, in any order: only of literals V8 makes a jump table.
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
        // MOV
        case 1: {
          LO[a] = LO[b]!
          HI[a] = HI[b]!
          pc = at + 1
          continue
        }
        // FMOV
        case 2: {
          F[a] = F[b]!
          pc = at + 1
          continue
        }
        // IMM
        case 3: {
          const imm = code[at + 1]!
          LO[a] = imm
          HI[a] = imm >> 31
          pc = at + 2
          continue
        }
        // IMM64
        case 4: {
          LO[a] = code[at + 1]!
          HI[a] = code[at + 2]!
          pc = at + 3
          continue
        }
        // FIMM
        case 5: {
          BITS[0] = code[at + 1]!
          BITS[1] = code[at + 2]!
          F[a] = DOUBLE_OF_BITS[0]!
          pc = at + 3
          continue
        }
        // LADDR
        case 6: {
          const address = FRAME[FP]! + code[at + 1]!
          LO[a] = address | 0
          HI[a] = Math.floor(address * INVERSE_32) | 0
          pc = at + 2
          continue
        }
        // LD_S8
        case 8: {
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
        // LD_U8
        case 9: {
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
        // LD_S16
        case 10: {
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
        // LD_U16
        case 11: {
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
        // LD_32
        case 12: {
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
        // LD_64
        case 13: {
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
        // LD_F32
        case 14: {
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
        // LD_F64
        case 15: {
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
        // ST_8
        case 16: {
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
        // ST_16
        case 17: {
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
        // ST_32
        case 18: {
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
        // ST_64
        case 19: {
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
        // ST_F32
        case 20: {
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
        // ST_F64
        case 21: {
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
        // LDL_S8
        case 24: {
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
        // LDL_U8
        case 25: {
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
        // LDL_S16
        case 26: {
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
        // LDL_U16
        case 27: {
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
        // LDL_32
        case 28: {
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
        // LDL_64
        case 29: {
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
        // LDL_F32
        case 30: {
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
        // LDL_F64
        case 31: {
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
        // STL_8
        case 32: {
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
        // STL_16
        case 33: {
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
        // STL_32
        case 34: {
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
        // STL_64
        case 35: {
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
        // STL_F32
        case 36: {
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
        // STL_F64
        case 37: {
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
        // ADD_32
        case 48: {
          LO[a] = LO[b]! + LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // SUB_32
        case 49: {
          LO[a] = LO[b]! - LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // MUL_32
        case 50: {
          LO[a] = Math.imul(LO[b]!, LO[instruction >>> 24]!)
          pc = at + 1
          continue
        }
        // DIVS_32
        case 51: {
          pc = at + 1
          const x = LO[b]!
          const y = LO[instruction >>> 24]!
          if (y === 0 || (y === -1 && x === -2147483648)) break
          LO[a] = x / y
          continue
        }
        // REMS_32
        case 53: {
          pc = at + 1
          const x = LO[b]!
          const y = LO[instruction >>> 24]!
          if (y === 0 || (y === -1 && x === -2147483648)) break
          LO[a] = x % y
          continue
        }
        // DIVU_32
        case 52: {
          pc = at + 1
          const y = LO[instruction >>> 24]! >>> 0
          if (y === 0) break
          LO[a] = (LO[b]! >>> 0) / y
          continue
        }
        // REMU_32
        case 54: {
          pc = at + 1
          const y = LO[instruction >>> 24]! >>> 0
          if (y === 0) break
          LO[a] = (LO[b]! >>> 0) % y
          continue
        }
        // AND_32
        case 55: {
          LO[a] = LO[b]! & LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // OR_32
        case 56: {
          LO[a] = LO[b]! | LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // XOR_32
        case 57: {
          LO[a] = LO[b]! ^ LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // SHL_32
        case 58: {
          LO[a] = LO[b]! << LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // SHRS_32
        case 59: {
          LO[a] = LO[b]! >> LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // SHRU_32
        case 60: {
          LO[a] = LO[b]! >>> LO[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // ADDI_32
        case 61: {
          LO[a] = LO[b]! + code[at + 1]!
          pc = at + 2
          continue
        }
        // NEG_32
        case 62: {
          LO[a] = -LO[b]!
          pc = at + 1
          continue
        }
        // NOT_32
        case 63: {
          LO[a] = ~LO[b]!
          pc = at + 1
          continue
        }
        // ADD_64
        case 64: {
          const x = LO[b]!
          const sum = (x + LO[instruction >>> 24]!) | 0
          HI[a] = HI[b]! + HI[instruction >>> 24]! + (sum >>> 0 < x >>> 0 ? 1 : 0)
          LO[a] = sum
          pc = at + 1
          continue
        }
        // SUB_64
        case 65: {
          const x = LO[b]!
          const y = LO[instruction >>> 24]!
          HI[a] = HI[b]! - HI[instruction >>> 24]! - (x >>> 0 < y >>> 0 ? 1 : 0)
          LO[a] = x - y
          pc = at + 1
          continue
        }
        // AND_64
        case 71: {
          LO[a] = LO[b]! & LO[instruction >>> 24]!
          HI[a] = HI[b]! & HI[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // OR_64
        case 72: {
          LO[a] = LO[b]! | LO[instruction >>> 24]!
          HI[a] = HI[b]! | HI[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // XOR_64
        case 73: {
          LO[a] = LO[b]! ^ LO[instruction >>> 24]!
          HI[a] = HI[b]! ^ HI[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // ADDI_64
        case 77: {
          const imm = code[at + 1]!
          const x = LO[b]!
          const sum = (x + imm) | 0
          HI[a] = HI[b]! + (imm >> 31) + (sum >>> 0 < x >>> 0 ? 1 : 0)
          LO[a] = sum
          pc = at + 2
          continue
        }
        // MUL_64
        case 66: {
          multiply(a, LO[b]!, HI[b]!, LO[instruction >>> 24]!, HI[instruction >>> 24]!)
          pc = at + 1
          continue
        }
        // SHL_64
        case 74: {
          shiftLeft(a, LO[b]!, HI[b]!, LO[instruction >>> 24]! & 63)
          pc = at + 1
          continue
        }
        // SHRS_64
        case 75: {
          shiftSigned(a, LO[b]!, HI[b]!, LO[instruction >>> 24]! & 63)
          pc = at + 1
          continue
        }
        // SHRU_64
        case 76: {
          shiftUnsigned(a, LO[b]!, HI[b]!, LO[instruction >>> 24]! & 63)
          pc = at + 1
          continue
        }
        // NEG_64
        case 78: {
          const x = LO[b]!
          HI[a] = ~HI[b]! + (x === 0 ? 1 : 0)
          LO[a] = -x
          pc = at + 1
          continue
        }
        // NOT_64
        case 79: {
          LO[a] = ~LO[b]!
          HI[a] = ~HI[b]!
          pc = at + 1
          continue
        }
        // PADD_32
        case 80: {
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
        // PADD_64
        case 81: {
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
        // EQ_32
        case 84: {
          LO[a] = LO[b]! === LO[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // NE_32
        case 85: {
          LO[a] = LO[b]! !== LO[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // LTS_32
        case 86: {
          LO[a] = LO[b]! < LO[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // LES_32
        case 87: {
          LO[a] = LO[b]! <= LO[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // LTU_32
        case 88: {
          LO[a] = LO[b]! >>> 0 < LO[instruction >>> 24]! >>> 0 ? 1 : 0
          pc = at + 1
          continue
        }
        // LEU_32
        case 89: {
          LO[a] = LO[b]! >>> 0 <= LO[instruction >>> 24]! >>> 0 ? 1 : 0
          pc = at + 1
          continue
        }
        // EQ_64
        case 90: {
          LO[a] = LO[b]! === LO[instruction >>> 24]! && HI[b]! === HI[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // NE_64
        case 91: {
          LO[a] = LO[b]! !== LO[instruction >>> 24]! || HI[b]! !== HI[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // LTS_64
        case 92: {
          const x = HI[b]!
          const y = HI[instruction >>> 24]!
          LO[a] = x < y || (x === y && LO[b]! >>> 0 < LO[instruction >>> 24]! >>> 0) ? 1 : 0
          pc = at + 1
          continue
        }
        // LES_64
        case 93: {
          const x = HI[b]!
          const y = HI[instruction >>> 24]!
          LO[a] = x < y || (x === y && LO[b]! >>> 0 <= LO[instruction >>> 24]! >>> 0) ? 1 : 0
          pc = at + 1
          continue
        }
        // LTU_64
        case 94: {
          const x = HI[b]!
          const y = HI[instruction >>> 24]!
          LO[a] = x >>> 0 < y >>> 0 || (x === y && LO[b]! >>> 0 < LO[instruction >>> 24]! >>> 0) ? 1 : 0
          pc = at + 1
          continue
        }
        // LEU_64
        case 95: {
          const x = HI[b]!
          const y = HI[instruction >>> 24]!
          LO[a] = x >>> 0 < y >>> 0 || (x === y && LO[b]! >>> 0 <= LO[instruction >>> 24]! >>> 0) ? 1 : 0
          pc = at + 1
          continue
        }
        // FEQ
        case 96: {
          LO[a] = F[b]! === F[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // FNE
        case 97: {
          LO[a] = F[b]! !== F[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // FLT
        case 98: {
          LO[a] = F[b]! < F[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // FLE
        case 99: {
          LO[a] = F[b]! <= F[instruction >>> 24]! ? 1 : 0
          pc = at + 1
          continue
        }
        // SX_8
        case 104: {
          LO[a] = (LO[b]! << 24) >> 24
          pc = at + 1
          continue
        }
        // ZX_8
        case 105: {
          LO[a] = LO[b]! & 0xff
          pc = at + 1
          continue
        }
        // SX_16
        case 106: {
          LO[a] = (LO[b]! << 16) >> 16
          pc = at + 1
          continue
        }
        // ZX_16
        case 107: {
          LO[a] = LO[b]! & 0xffff
          pc = at + 1
          continue
        }
        // SX_32
        case 108: {
          const x = LO[b]!
          LO[a] = x
          HI[a] = x >> 31
          pc = at + 1
          continue
        }
        // ZX_32
        case 109: {
          LO[a] = LO[b]!
          HI[a] = 0
          pc = at + 1
          continue
        }
        // BOOL_32
        case 110: {
          LO[a] = LO[b]! !== 0 ? 1 : 0
          pc = at + 1
          continue
        }
        // BOOL_64
        case 111: {
          LO[a] = (LO[b]! | HI[b]!) !== 0 ? 1 : 0
          pc = at + 1
          continue
        }
        // FBOOL
        case 112: {
          LO[a] = F[b]! !== 0 ? 1 : 0
          pc = at + 1
          continue
        }
        // F_S32
        case 113: {
          F[a] = LO[b]!
          pc = at + 1
          continue
        }
        // F_U32
        case 114: {
          F[a] = LO[b]! >>> 0
          pc = at + 1
          continue
        }
        // F_S64
        case 115: {
          F[a] = HI[b]! * TWO_32 + (LO[b]! >>> 0)
          pc = at + 1
          continue
        }
        // F_U64
        case 116: {
          F[a] = (HI[b]! >>> 0) * TWO_32 + (LO[b]! >>> 0)
          pc = at + 1
          continue
        }
        // FROUND
        case 121: {
          F[a] = Math.fround(F[b]!)
          pc = at + 1
          continue
        }
        // F32_S64
        case 122: {
          F[a] = singleOf(LO[b]!, HI[b]!)
          pc = at + 1
          continue
        }
        // F32_U64
        case 123: {
          F[a] = singleOf(LO[b]!, HI[b]! >>> 0)
          pc = at + 1
          continue
        }
        // FADD
        case 124: {
          F[a] = F[b]! + F[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // FSUB
        case 125: {
          F[a] = F[b]! - F[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // FMUL
        case 126: {
          F[a] = F[b]! * F[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // FDIV
        case 127: {
          F[a] = F[b]! / F[instruction >>> 24]!
          pc = at + 1
          continue
        }
        // FNEG
        case 128: {
          F[a] = -F[b]!
          pc = at + 1
          continue
        }
        // JMP
        case 132: {
          pc = code[at + 1]!
          continue
        }
        // JZ_32
        case 133: {
          pc = LO[a]! === 0 ? code[at + 1]! : at + 2
          continue
        }
        // JNZ_32
        case 134: {
          pc = LO[a]! !== 0 ? code[at + 1]! : at + 2
          continue
        }
        // JZ_64
        case 135: {
          pc = (LO[a]! | HI[a]!) === 0 ? code[at + 1]! : at + 2
          continue
        }
        // JNZ_64
        case 136: {
          pc = (LO[a]! | HI[a]!) !== 0 ? code[at + 1]! : at + 2
          continue
        }
        // JEQ_32
        case 137: {
          pc = LO[a]! === LO[b]! ? code[at + 1]! : at + 2
          continue
        }
        // JNE_32
        case 138: {
          pc = LO[a]! !== LO[b]! ? code[at + 1]! : at + 2
          continue
        }
        // JLTS_32
        case 139: {
          pc = LO[a]! < LO[b]! ? code[at + 1]! : at + 2
          continue
        }
        // JLES_32
        case 140: {
          pc = LO[a]! <= LO[b]! ? code[at + 1]! : at + 2
          continue
        }
        // JLTU_32
        case 141: {
          pc = LO[a]! >>> 0 < LO[b]! >>> 0 ? code[at + 1]! : at + 2
          continue
        }
        // JLEU_32
        case 142: {
          pc = LO[a]! >>> 0 <= LO[b]! >>> 0 ? code[at + 1]! : at + 2
          continue
        }
        // JEQ_64
        case 143: {
          pc = LO[a]! === LO[b]! && HI[a]! === HI[b]! ? code[at + 1]! : at + 2
          continue
        }
        // JNE_64
        case 144: {
          pc = LO[a]! !== LO[b]! || HI[a]! !== HI[b]! ? code[at + 1]! : at + 2
          continue
        }
        // JLTS_64
        case 145: {
          const x = HI[a]!
          const y = HI[b]!
          pc = x < y || (x === y && LO[a]! >>> 0 < LO[b]! >>> 0) ? code[at + 1]! : at + 2
          continue
        }
        // JLES_64
        case 146: {
          const x = HI[a]!
          const y = HI[b]!
          pc = x < y || (x === y && LO[a]! >>> 0 <= LO[b]! >>> 0) ? code[at + 1]! : at + 2
          continue
        }
        // JLTU_64
        case 147: {
          const x = HI[a]!
          const y = HI[b]!
          pc = x >>> 0 < y >>> 0 || (x === y && LO[a]! >>> 0 < LO[b]! >>> 0) ? code[at + 1]! : at + 2
          continue
        }
        // JLEU_64
        case 148: {
          const x = HI[a]!
          const y = HI[b]!
          pc = x >>> 0 < y >>> 0 || (x === y && LO[a]! >>> 0 <= LO[b]! >>> 0) ? code[at + 1]! : at + 2
          continue
        }
        // SWITCH
        case 149: {
          pc = switchTarget(vm.program.tables[code[at + 1]!]!, LO[a]!, HI[a]!)
          continue
        }
        // CALLR
        case 153:
        // CALL
        case 152: {
          const isDirect = (instruction & 0xff) === 152 /* CALL */
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
        // HOST
        case 154: {
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
        // RESULT
        case 155: {
          LO[a] = LO[0]!
          HI[a] = HI[0]!
          pc = at + 1
          continue
        }
        // FRESULT
        case 156: {
          F[a] = F[0]!
          pc = at + 1
          continue
        }
        // ENTER
        case 157: {
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
        // RET
        case 158: {
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
          // Whoever follows calls of the malloc family may move the windows.
          if (callee + word === FRAME[PENDING]!) break
          if (isChecked) vm.frameEnds()
          const saved =
            wide === 0 ? stack[fp >>> 2]! >>> 0 : stack[(fp >>> 2) + 1]! * TWO_32 + (stack[fp >>> 2]! >>> 0)
          FRAME[SP] = callee + 2 * word
          FRAME[FP] = saved
          offset = saved - stackBase
          fp = offset >= 0 && offset < stackLength ? offset | 0 : OUTSIDE
          pc = target
          continue
        }
        // LINE
        case 164: {
          if (LEFT[EVENTS] === 0) {
            vm.pc = at
            LEFT[INSTRUCTIONS] = left + 1
            return AT_EVENT
          }
          LEFT[EVENTS] = LEFT[EVENTS]! - 1
          pc = at + 2
          continue
        }
        // NOTE
        case 165: {
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
