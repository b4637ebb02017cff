export { HomeworkHeap } from './homework.ts'
export { type OstepOptions, ostepOptions } from './options.ts'
export { OstepAllocator } from './ostep.ts'
