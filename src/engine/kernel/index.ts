export * from './errno.ts'
export * from './flags.ts'
export type { Image, ProgramSizes } from './image.ts'
export {
  DEFAULT_BRK_START,
  DEFAULT_MMAP_TOP,
  type LayoutName,
  type LayoutOptions,
  ORACLE_MMAP_TOP,
} from './layout.ts'
export type { LimitOptions } from './limits.ts'
export { type MapsLine, mapsLine, mapsText, permissions, regionName } from './maps.ts'
export { type SyscallName, type SyscallRecord, straceAligned, straceLine } from './print.ts'
export { Process, type ProcessOptions, type ProcessSnapshot } from './process.ts'
export type { Region, Regions } from './regions.ts'
