import type { Step } from '../allocators/index.ts'
import { counted } from '../format.ts'
import { straceLine } from '../kernel/index.ts'
import type { Watcher } from '../memory/index.ts'
import type { Machine } from './machine.ts'
import type { Access } from './views.ts'

/** Visits of one operation that are kept as steps; one step stands for all further ones. */
const VISITS_KEPT = 20_000
/** Accesses kept with one step: a long clear or copy is one access, so that only odd steps have more. */
const ACCESSES_KEPT = 64

/** A step with the bytes it read and wrote. */
export interface RecordedStep {
  readonly step: Step
  readonly accesses: readonly Access[]
  /** System calls made since the step before, as strace prints them. */
  readonly syscalls: readonly string[]
}

/** The steps of one operation, in order; step number 1 is index 0. */
export type Transcript = readonly RecordedStep[]

/** Unwinds an operation in the middle, at the step that somebody wants to look at. */
class StopSignal {}

/** Runs the machine's next operation with an observer and keeps what it saw. The machine is behind the operation then. */
export function record(machine: Machine): Transcript {
  const steps: RecordedStep[] = []
  let accesses: Access[] = []
  let syscalls: string[] = []
  machine.process.onSyscall = (call) => syscalls.push(straceLine(call))
  const { memory } = machine.process
  const watch: Watcher = (access, address, size) => {
    if (accesses.length < ACCESSES_KEPT) accesses.push({ write: access === 'write', address, size })
  }
  const keep = (step: Step) => {
    steps.push({ step, accesses, syscalls })
    accesses = []
    syscalls = []
  }
  memory.watch(watch)
  // Visits that nobody is told of go at full speed.
  observe(machine, keep, (passing) => memory.watch(passing ? null : watch))
  memory.watch(null)
  machine.process.onSyscall = null
  // What a program does with the answer of a call belongs to the call's last step.
  const last = steps.pop()
  if (last !== undefined) {
    steps.push({
      step: last.step,
      accesses: [...last.accesses, ...accesses],
      syscalls: [...last.syscalls, ...syscalls],
    })
  }
  return steps
}

/** Runs the machine's next operation up to and including step number `step` (from 1), and stops it there. */
export function runTo(machine: Machine, step: number): void {
  let seen = 0
  const count = () => {
    if (++seen === step) throw new StopSignal()
  }
  observe(machine, count, () => {})
}

function observe(machine: Machine, keep: (step: Step) => void, onPassing: (passing: boolean) => void): void {
  let visits = 0
  let passed: Extract<Step, { kind: 'visit' }> | null = null
  machine.context.observer = (step) => {
    if (step.kind === 'visit' && ++visits > VISITS_KEPT) {
      if (passed === null) onPassing(true)
      passed = step
      return
    }
    if (passed !== null) {
      const { by, chunk, size } = passed
      passed = null
      onPassing(false)
      const text = `${by} looks at ${counted(visits - VISITS_KEPT, 'more chunk')} in the same way`
      keep({ kind: 'note', text, chunk, size })
    }
    keep(step)
  }
  try {
    machine.execute()
  } catch (signal) {
    if (!(signal instanceof StopSignal)) throw signal
  } finally {
    machine.context.observer = null
  }
}
