import { describe, expect, it } from 'vitest'
import {
  clampPosition,
  LAST_STEP,
  operationBack,
  operationForward,
  stepBack,
  stepForward,
} from '../../src/state/positions.ts'

/** The second of three operations, which has five steps. */
const at = (step: number, operation = 1) => ({ position: { operation, step }, steps: 5, done: 3 })

describe('moving through a run', () => {
  it('steps within an operation', () => {
    expect(stepForward(at(2))).toEqual({ operation: 1, step: 3 })
    expect(stepBack(at(2))).toEqual({ operation: 1, step: 1 })
  })

  it('goes from the last step to the first of the next operation, and back', () => {
    expect(stepForward(at(5))).toEqual({ operation: 2, step: 1 })
    expect(stepBack(at(1))).toEqual({ operation: 0, step: LAST_STEP })
  })

  it('has a moment before everything and none after the end', () => {
    expect(stepBack(at(1, 0))).toEqual({ operation: 0, step: 0 })
    expect(stepBack(at(0, 0))).toBeNull()
    expect(stepForward(at(5, 2))).toBeNull()
  })

  it('completes an operation before it goes to the next', () => {
    expect(operationForward(at(2))).toEqual({ operation: 1, step: LAST_STEP })
    expect(operationForward(at(5))).toEqual({ operation: 2, step: LAST_STEP })
    expect(operationBack(at(2))).toEqual({ operation: 0, step: LAST_STEP })
    expect(operationBack(at(3, 0))).toEqual({ operation: 0, step: 0 })
  })

  it('stays within what has been run', () => {
    expect(clampPosition({ operation: 9, step: 0 }, 3)).toEqual({ operation: 2, step: LAST_STEP })
    expect(clampPosition({ operation: -1, step: 4 }, 3)).toEqual({ operation: 0, step: 0 })
  })
})
