export { Differences } from './difference.ts'
export * from './views.ts'
