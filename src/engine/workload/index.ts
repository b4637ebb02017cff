export * from './generators/index.ts'
export * from './trace.ts'
export * from './traces/index.ts'
