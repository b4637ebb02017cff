export { OstepAllocator, type OstepOptions } from './ostep.ts'
