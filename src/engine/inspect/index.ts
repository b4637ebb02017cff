export { chunkAt, type FoundChunk, FreeTally, type HeapSummary, type WalkedHeap, walkHeap } from './chunks.ts'
export { HeapWalks } from './kept.ts'
export {
  type FreeLists,
  freeLists,
  type ListedChunk,
  type ListPlace,
  listedChunks,
  placeInLists,
} from './lists.ts'
