export { HomeworkHeap } from './homework.ts'
export { OstepAllocator, type OstepOptions, ostepOptions } from './ostep.ts'
