export * from './errno.ts'
export {
  DEFAULT_BRK_START,
  DEFAULT_MMAP_TOP,
  Process,
  type ProcessOptions,
  type ProcessSnapshot,
} from './process.ts'
