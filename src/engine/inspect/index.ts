export { chunkAt, type FoundChunk, FreeTally, type WalkedHeap, walkHeap } from './chunks.ts'
export { HeapWalks } from './kept.ts'
export { type ListedChunk, listedChunks } from './lists.ts'
