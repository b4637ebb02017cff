/** A word of the field as this page uses it. */
export interface Word {
  readonly word: string
  /** Other forms of it, or other words for the same. */
  readonly also?: readonly string[]
  readonly means: string
  /** Id of a lesson of the lab's course that shows it. */
  readonly lesson?: string
}

/** The page's own words, from the process inwards to the bits, and then what is measured and done. */
export const WORDS: readonly Word[] = [
  {
    word: 'process',
    means: 'A running program: here a simulated one, with an address space, its regions and its variables.',
    lesson: 'first-look',
  },
  {
    word: 'address',
    means: 'The number of a byte of memory, written in hexadecimal: 0x5555555592a0.',
    lesson: 'first-look',
  },
  {
    word: 'address space',
    also: ['virtual memory', '/proc/self/maps'],
    means:
      'All addresses that a process could use: 128 TiB for 64 bits, nearly all of it empty. Only what lies in a region can be read or written. The tab “Address space” shows it as a picture, to scale, and as /proc/self/maps tells it.',
    lesson: 'the-break',
  },
  {
    word: 'region',
    also: ['mapping'],
    means:
      'A range of addresses with the same permissions: text (the program’s instructions), data, heap, stack, or a mapping made by mmap.',
    lesson: 'the-break',
  },
  {
    word: 'heap',
    means:
      'The region behind the program’s data that ends at the program break. An allocator cuts it into chunks.',
    lesson: 'first-look',
  },
  {
    word: 'stack',
    also: ['frame'],
    means:
      'The region in which function calls keep their variables. Each call has a frame there, which is gone when it returns.',
    lesson: 'first-look',
  },
  {
    word: 'program break',
    also: ['break', 'brk', 'sbrk'],
    means:
      'The end of the heap region. The system call brk moves it; sbrk(n) moves it by n and gives the old place.',
    lesson: 'the-break',
  },
  {
    word: 'system call',
    also: ['kernel', 'errno', 'ENOMEM'],
    means:
      'A request of the process to the kernel. malloc and free work without one until they want more memory, or give some back. The tab “Syscalls” lists those for memory as strace prints them. A call that fails says why in errno: ENOMEM means no memory.',
    lesson: 'the-break',
  },
  {
    word: 'mmap',
    also: ['munmap', 'mremap'],
    means: 'The system calls that make a mapping of its own for a block, give it back, and change its size.',
    lesson: 'big-blocks',
  },
  {
    word: 'page',
    means: '4,096 bytes: the unit in which the kernel gives memory and protects it.',
    lesson: 'the-break',
  },
  {
    word: 'page fault',
    means:
      'The first access to a page. Only then does the kernel do anything for it: a read shows a page of zeros that all share, a write gives the page memory of its own.',
    lesson: 'big-blocks',
  },
  {
    word: 'resident',
    also: ['resident page', 'RSS'],
    means:
      'Said of a page that has memory of its own, because it was written to or loaded. What is mapped and never touched costs nothing.',
    lesson: 'big-blocks',
  },
  {
    word: 'guard page',
    means: 'A page without permissions behind a block: an access to it ends the process.',
    lesson: 'guard-page',
  },
  {
    word: 'allocator',
    also: ['malloc', 'free', 'calloc', 'realloc', 'memalign'],
    means:
      'The code behind malloc (give me so many bytes), calloc (cleared), realloc (another size), memalign (at a multiple of some number) and free (I do not need them any more).',
    lesson: 'bump',
  },
  {
    word: 'block',
    means: 'What malloc gives to the program: the payload of a chunk, until it is freed.',
    lesson: 'first-look',
  },
  {
    word: 'chunk',
    means:
      'A run of bytes that the allocator manages: header, payload and, if there is one, footer. It is in use or free.',
    lesson: 'first-look',
  },
  {
    word: 'payload',
    also: ['usable'],
    means: 'The bytes of a chunk that the program may use. They can be more than it asked for.',
    lesson: 'block-cost',
  },
  {
    word: 'requested',
    also: ['live'],
    means: 'What the program asked for, in bytes; live bytes are those of all blocks that are not freed.',
    lesson: 'block-cost',
  },
  {
    word: 'header',
    means:
      'What the allocator writes in front of a payload: at least the size of the chunk, and often whether it is in use.',
    lesson: 'linked-blocks',
  },
  {
    word: 'footer',
    means:
      'A copy of the header’s tag at the end of a chunk. By it the next chunk knows where this one begins.',
    lesson: 'four-merges',
  },
  {
    word: 'boundary tag',
    also: ['tag', 'tags'],
    means:
      'A word with size and flags at a chunk’s start (header) or end (footer). Sizes are multiples of 8, so the lowest bits are free for the flags.',
    lesson: 'four-merges',
  },
  {
    word: 'flag bit',
    also: ['bit', 'flag', 'tag'],
    means:
      'A bit of a tag that says yes or no. Sizes are multiples of 8 or 16, so their lowest bits are always 0, and tags keep flags there. The Chunk panel takes each tag apart, bit by bit.',
    lesson: 'overflow',
  },
  {
    word: 'giant word',
    also: ['x/gx', 'x/wx', 'gdb', 'hex', 'little endian'],
    means:
      'Eight bytes as one number, as the debugger gdb prints them with x/gx; x/wx prints words of four. The lowest byte is stored first and written last. The Chunk panel shows bytes in both ways, and copies them as gdb would print them.',
    lesson: 'overflow',
  },
  {
    word: 'in use',
    also: ['used', 'flag'],
    means: 'A chunk whose block has not been freed. With boundary tags the lowest bit of the tag says so.',
    lesson: 'block-cost',
  },
  {
    word: 'top chunk',
    also: ['top'],
    means:
      'The free chunk that ends at the program break. It alone can grow with the heap, or be given back.',
    lesson: 'pinned-top',
  },
  { word: 'hole', also: ['holes'], means: 'A free chunk between others.', lesson: 'swiss-cheese' },
  {
    word: 'alignment',
    also: ['rounding', 'padding', 'unit'],
    means:
      'Payloads begin at multiples of this number, and sizes are rounded up to it. What rounding adds is padding.',
    lesson: 'block-cost',
  },
  {
    word: 'prologue and epilogue',
    also: ['sentinel', 'sentinels'],
    means:
      'A chunk in use in front of the first one, and a tag of size 0 behind the last: with these sentinels the first and the last chunk are no special cases.',
    lesson: 'four-merges',
  },
  {
    word: 'arena',
    also: ['pool', 'morecore'],
    means:
      'A larger piece of memory that an allocator gets at once and cuts up. A buddy allocator calls it a pool; K&R gets it by morecore.',
    lesson: 'k-and-r',
  },
  {
    word: 'search',
    also: ['probe', 'visit', 'looks at'],
    means: 'The walk of malloc along chunks or lists. Each chunk it looks at is a probe.',
    lesson: 'first-fit-wins',
  },
  {
    word: 'placement policy',
    also: ['placement', 'fit', 'fits', 'policy'],
    means: 'The rule that says which free chunk a request gets.',
    lesson: 'first-fit-wins',
  },
  { word: 'first fit', means: 'Take the first free chunk that is large enough.', lesson: 'first-fit-wins' },
  {
    word: 'next fit',
    also: ['rover'],
    means: 'First fit that goes on where it stopped last; that place is called the rover.',
    lesson: 'next-fit-wins',
  },
  { word: 'best fit', means: 'Take the smallest free chunk that is large enough.', lesson: 'best-fit-wins' },
  { word: 'worst fit', means: 'Take the largest free chunk.', lesson: 'ostep-homework' },
  {
    word: 'free list',
    also: ['list', 'link', 'unlink'],
    means:
      'The free chunks in the order in which they are searched. A chunk is linked when it enters the list and unlinked when it is taken.',
    lesson: 'newest-first',
  },
  {
    word: 'implicit list',
    means: 'No list at all: a search walks all chunks, from size to size, and skips those in use.',
    lesson: 'size-classes',
  },
  {
    word: 'explicit list',
    means:
      'Free chunks hold the addresses of their neighbours in the list, in bytes that are payload when they are in use.',
    lesson: 'newest-first',
  },
  {
    word: 'LIFO',
    also: ['FIFO'],
    means:
      'Last in, first out: a freed chunk is looked at first. FIFO, first in first out: it is looked at last.',
    lesson: 'newest-first',
  },
  {
    word: 'size class',
    also: ['bin', 'bins', 'segregated', 'bitmap'],
    means:
      'A range of sizes with a list of its own, called a bin. A bitmap has a bit for each bin that says whether it is empty.',
    lesson: 'size-classes',
  },
  {
    word: 'buddy',
    also: ['order', 'half'],
    means: 'The other half of a block that was halved. Blocks of order n have 2 to the power of n bytes.',
    lesson: 'buddy',
  },
  {
    word: 'split',
    also: ['remainder', 'split remainder', 'whole'],
    means:
      'A chunk is cut in two when what is left over, the remainder, is large enough to be a chunk. Else the chunk is given whole.',
    lesson: 'split-or-not',
  },
  {
    word: 'coalesce',
    also: ['merge', 'immediate', 'deferred'],
    means:
      'Make one free chunk of free neighbours: at once when a chunk is freed, later when a search has failed (deferred), or never.',
    lesson: 'merge-when',
  },
  {
    word: 'smallest chunk',
    means: 'No chunk is smaller: it must hold its tags and, in a linked list, its links.',
    lesson: 'block-cost',
  },
  {
    word: 'mmap threshold',
    means: 'Requests of this size and more get a mapping of their own.',
    lesson: 'big-blocks',
  },
  {
    word: 'trim',
    also: ['give back'],
    means: 'Lower the break over free memory at the end of the heap: the kernel has it back.',
    lesson: 'pinned-top',
  },
  {
    word: 'NULL',
    means: 'The answer of malloc when there is no memory. The program has to look at it.',
    lesson: 'out-of-memory',
  },
  {
    word: 'whole heap',
    also: ['zoom', 'map', 'far', 'near'],
    means:
      'The farthest level of the map (0). What is too large to be shown chunk by chunk stands in cells: the height of each pattern says how much of the cell’s bytes is in use, free, top or tags. Nearest by, at 8 and 16 bytes a row, every byte has its value.',
    lesson: 'first-look',
  },
  {
    word: 'pin',
    also: ['pinned', 'difference', 'changes', 'since'],
    means:
      'A moment that others are compared with. What has changed since then is marked on the map and listed under Changes: chunks, free lists, regions, figures. It works backwards too.',
    lesson: 'split-or-not',
  },
  {
    word: 'prediction',
    also: ['predict', 'question', 'homework', 'score'],
    means:
      'The page asks before each call where the block will land, what becomes of a chunk or what the free list will be, and shows nothing that would tell. A link can ask as well, so that it can be homework.',
    lesson: 'first-fit-wins',
  },
  {
    word: 'by hand',
    also: ['play', 'malloc button'],
    means:
      'To call malloc, calloc, realloc and free, and to write bytes, from the page. What is done is written at the end of the text, so that it can be changed, taken back and shared.',
    lesson: 'overflow',
  },
  {
    word: 'comparison',
    also: ['compare', 'side by side', 'lockstep'],
    means:
      'The same workload under two to four allocators, at the same operation. A click on a chunk tells it; Look closer makes that allocator the one of the page.',
    lesson: 'best-fit-wins',
  },
  {
    word: 'to part company',
    also: ['parting', 'first difference'],
    means:
      'The first operation at which two allocators do not answer alike: another address, a heap of another size, or another way through the program.',
    lesson: 'best-fit-wins',
  },
  {
    word: 'present mode',
    also: ['audience', 'projector', 'clicker'],
    means:
      'The page for an audience: map, sentence, lines and timeline, as large as the screen allows. A clicker steps; the key p leads in and out.',
    lesson: 'first-look',
  },
  {
    word: 'heap checker',
    also: ['damaged'],
    means:
      'Code that walks the heap and compares tags, sizes and lists. The lab runs one at each moment it shows.',
    lesson: 'overflow',
  },
  {
    word: 'finding',
    also: ['misuse', 'wrong use'],
    means:
      'Something wrong with the run that the lab has noticed, with the moment at which it began and the one at which it was seen.',
    lesson: 'double-free',
  },
  {
    word: 'internal fragmentation',
    means:
      'Bytes inside chunks in use that nobody asked for: tags, rounding, remainders too small to split off.',
    lesson: 'block-cost',
  },
  {
    word: 'external fragmentation',
    also: ['fragmentation'],
    means:
      '1 minus the largest free chunk divided by all free bytes. 0: all free memory is one chunk. Near 1: much is free, in small pieces.',
    lesson: 'swiss-cheese',
  },
  {
    word: 'utilization',
    means:
      'The most bytes that were ever requested at a time, divided by the largest size of the heap: the share of the heap that served the program.',
    lesson: 'block-cost',
  },
  {
    word: 'largest free',
    means: 'The size of the largest free chunk: no larger request can be met without more memory.',
    lesson: 'swiss-cheese',
  },
  {
    word: 'trace',
    also: ['recording', 'replay'],
    means:
      'The calls of a program as a list: allocate, reallocate, free. A trace can be run against any allocator.',
    lesson: 'ostep-homework',
  },
  {
    word: 'scenario',
    means:
      'Everything that a run depends on: the program or trace, the allocator and its options, and how the process is set up. The same scenario always gives the same bytes.',
    lesson: 'first-look',
  },
  { word: 'session', means: 'A scenario while it is run and looked at.', lesson: 'first-look' },
  {
    word: 'operation',
    also: ['statement'],
    means: 'One call of malloc, free or the like, or, in a C program, one statement.',
    lesson: 'first-look',
  },
  {
    word: 'step',
    means: 'One thing that happens inside an operation: a look at a chunk, a split, a move of the break.',
    lesson: 'first-look',
  },
  {
    word: 'transcript',
    means: 'The steps of one operation, with the bytes that each has read and written.',
    lesson: 'first-look',
  },
  {
    word: 'moment',
    also: ['position'],
    means: 'What the page shows: an operation, and a step inside it.',
    lesson: 'first-look',
  },
  {
    word: 'seed',
    also: ['ASLR', 'random layout'],
    means:
      'A number from which random choices follow, so that they are the same each time. Linux places programs at random addresses (ASLR); the lab does so only from a seed.',
    lesson: 'ostep-homework',
  },
  {
    word: 'breakpoint',
    means:
      'A line of a C program at which the run stops before it. A click on the line’s number sets it, in the text and in the editor; it moves with its line.',
    lesson: 'first-look',
  },
  {
    word: 'bytes of a line',
    also: ['gained', 'lost', 'leak hunting'],
    means:
      'What the calls on a line have allocated minus what they have freed, up to the moment: +48, −24. Pale: all of it has been freed since. In a C program a call belongs to the line of your own code that made it. “Findings” lists the lines whose blocks live, most bytes first.',
    lesson: 'first-look',
  },
  {
    word: 'value at hand',
    also: ['variable', 'hover'],
    means:
      'What a variable holds at the moment: below the text for the line that runs, in a card where the pointer rests on a name, and by arrow up and down in the text for any line. From a pointer it leads to the chunk.',
    lesson: 'first-look',
  },
  {
    word: 'my scenarios',
    also: ['saved work', 'storage'],
    means:
      'Whatever you open, write or change, kept in this browser under a name (key y), with text that has not been run. A lesson that you change becomes a scenario of your own, and the lesson stays. Other browsers do not have them: save them as a file, or share a link.',
  },
]
