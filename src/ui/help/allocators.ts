/** What an allocator does, beyond its summary in the catalog, and the lesson that shows it. */
export interface AllocatorHelp {
  readonly text: string
  /** Id of a lesson of the lab's course. */
  readonly lesson?: string
}

/** By the allocator's id in the catalog. */
export const ALLOCATOR_HELP: Readonly<Record<string, AllocatorHelp>> = {
  'first-fit': {
    text: 'malloc walks the chunks from the start of the heap and stops at the first free one that is large enough. What it does not need is split off as a free chunk. free merges the chunk with free neighbours at once: the tags on both ends of every chunk say how large they are. Small remainders gather at the front of the heap, where every search passes them.',
    lesson: 'first-fit-wins',
  },
  'next-fit': {
    text: 'As first fit, but the search begins behind the last block that was given, and goes round at the end of the heap. So it seldom walks far, and spreads the remainders over the whole heap instead of gathering them at the front.',
    lesson: 'next-fit-wins',
  },
  'best-fit': {
    text: 'Large holes are kept for large requests. The price is a search through the whole heap, and remainders that are often too small for anything.',
    lesson: 'best-fit-wins',
  },
  'worst-fit': {
    text: 'What remains behind a split is then as large as possible, and so of use to others. In practice it takes the large holes that later requests need.',
    lesson: 'ostep-homework',
  },
  'explicit-lifo': {
    text: 'The free chunks are linked: each holds the addresses of the next and of the one before, in bytes that are payload when it is in use. A search looks at free chunks only. A freed chunk goes to the head of the list, which costs the same however long the list is.',
    lesson: 'newest-first',
  },
  'explicit-fifo': {
    text: 'A list of the free chunks, to whose tail a freed chunk goes. Chunks have time to be merged with their neighbours before they are taken again.',
    lesson: 'newest-first',
  },
  'explicit-address': {
    text: 'A list of the free chunks in the order of their addresses. free has to find the right place, which takes a walk along the list; first fit over it takes the same chunks as a walk through the heap, without looking at those in use.',
    lesson: 'newest-first',
  },
  'explicit-size': {
    text: 'A list of the free chunks from small to large: the first that fits is also the smallest that does. free pays for it with a walk to the right place.',
    lesson: 'newest-first',
  },
  deferred: {
    text: 'free only marks the chunk. When a search has failed, all free neighbours in the heap are merged in one walk, and the search is repeated. A program that frees and asks for the same size again gets its chunk back without a merge and a split.',
    lesson: 'merge-when',
  },
  never: {
    text: 'free marks the chunk, and that is all. Chunks can be split but never grow together, so in time the heap has many small holes and no large one.',
    lesson: 'merge-when',
  },
  'csapp-first-fit': {
    text: 'The allocator of the textbook Computer Systems: A Programmer’s Perspective: tags of 4 bytes, payloads at multiples of 8, a prologue and an epilogue that spare it the cases at the ends of the heap, and a heap that grows by 4,096 bytes or more. realloc always copies, and malloc(0) gives NULL.',
    lesson: 'four-merges',
  },
  'csapp-next-fit': {
    text: 'The textbook’s allocator with its next fit: the search goes on at the block where the last one ended, not behind it. If that block has been freed meanwhile, it is looked at again.',
    lesson: 'next-fit-wins',
  },
  'csapp-best-fit': {
    text: 'The textbook’s allocator, with the smallest chunk that fits in place of the first.',
    lesson: 'best-fit-wins',
  },
  classroom: {
    text: 'One allocator with boundary tags in which every choice is an option of its own: placement, the order of the free list, when neighbours merge, tags, alignment, growth, mappings. The entries above are the best known combinations. As it comes it is first fit over all chunks.',
    lesson: 'split-or-not',
  },
  kr: {
    text: 'malloc and free as printed in The C Programming Language. Free blocks form a ring in the order of their addresses; the search begins where the last one, or the last free, ended. A larger block gives its tail, so that only its size has to change. The kernel is asked for at least 1,024 units of 16 bytes at a time. A block does not say whether it is in use: it is free if the ring leads to it.',
    lesson: 'k-and-r',
  },
  bump: {
    text: 'The break moves up by the size, rounded to the alignment, and the block lies where it was before. There are no headers and no list, so free can do nothing, and realloc always moves. Nothing is faster, and nothing is ever used again.',
    lesson: 'bump',
  },
  linked: {
    text: 'Each block begins with a header of 40 or 48 bytes: its size, the next and the previous block, whether it is free, and a pointer to its own payload, by which a wrong free is refused. malloc takes the first free block that fits and splits it; free merges it with both neighbours and gives the last block back to the kernel.',
    lesson: 'linked-blocks',
  },
  segregated: {
    text: 'Free chunks lie in bins, one for each size class. A search begins in the bin of its own class, newest chunk first, and then goes to the next class that is not empty: a bitmap says which. Chunks of lower classes are never looked at. Neighbours merge at once, and remainders go into the bin of their size.',
    lesson: 'size-classes',
  },
  ostep: {
    text: 'The heap of the homework in Operating Systems: Three Easy Pieces: one range of memory of fixed size, and a list of free ranges that is kept elsewhere. Order of the list, policy and merging are the homework’s flags. It gives the addresses, and counts the searched elements, that the homework’s own program does.',
    lesson: 'ostep-homework',
  },
  buddy: {
    text: 'Block sizes are powers of two. A request takes the smallest free block that is large enough and halves it until it fits. A freed block merges with its buddy, the other half of the block both came from, if that is free and whole; the buddy’s address follows from its own, so nothing is searched. Blocks are larger than asked for, up to twice as large.',
    lesson: 'buddy',
  },
  pages: {
    text: 'Every block is a mapping of its own: malloc calls mmap, and free calls munmap. A page without permissions behind the block makes a write that runs over it fault at once, and a freed block cannot be used by mistake. The price is at least one page and one system call for each block.',
    lesson: 'guard-page',
  },
}
