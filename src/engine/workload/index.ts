export * from './trace.ts'
export * from './traces/index.ts'
