import { REGISTERS } from '../instruction.ts'

/*
 * The registers of the machine that is running. They belong to the module and not to a Vm, so that V8 compiles their
 * places into the dispatch loop; a Vm copies its own in when it runs and out when it stops. Runs never nest.
 */

/** Lower halves. */
export const lo = new Int32Array(REGISTERS * 2)
/** Upper halves. */
export const hi = new Int32Array(REGISTERS * 2)
/** The floating-point registers. */
export const float = new Float64Array(REGISTERS * 2)

/** sp, fp, and the address of the return address of the heap call that is under way (NO_CALL without one). */
export const frame = new Float64Array(3)
export const SP = 0
export const FP = 1
export const PENDING = 2
export const NO_CALL = -1

/** Events and instructions that may still begin before the loop must stop. */
export const left = new Int32Array(2)
export const EVENTS = 0
export const INSTRUCTIONS = 1

/** One register's worth of memory in every width, to turn bits into numbers. */
export const scratch32 = new Int32Array(2)
export const scratchFloat = new Float32Array(scratch32.buffer)
export const scratchDouble = new Float64Array(scratch32.buffer)
