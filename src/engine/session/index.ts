export * from './difference/views.ts'
export * from './findings.ts'
export * from './scenario.ts'
export * from './views.ts'
