export { DEFAULT_FLAGS, NUMBER_LIMIT, type OstepArguments, type OstepFlags, parseArguments } from './args.ts'
export {
  heapOptions,
  type OstepEvent,
  type OstepFailure,
  type OstepHeap,
  type OstepHeapOptions,
  type OstepRun,
  runProgram,
} from './program.ts'
export { type Homework, homeworkTrace } from './trace.ts'
