export { chunkAt, type FoundChunk, type WalkedHeap, walkHeap } from './chunks.ts'
export { HeapWalks } from './kept.ts'
export { type ListedChunk, listedChunks } from './lists.ts'
