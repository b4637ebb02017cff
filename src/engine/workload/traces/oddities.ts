/** What files do wrong and is run all the same, in words. Each is given the id or number in question. */
export const oddities = {
  blankLine: () => 'this line is blank; skipped',
  trailingBlank: () => 'blanks after the last field; skipped',
  extraField: () => 'more follows than the operation has; skipped',
  carriageReturns: () => 'the lines end in CR LF, as on Windows; read as line ends',
  noFinalNewline: () => 'the file ends without a line end; its last line is read as it is',
  cutLine: () => 'the file ends in the middle of this line; left out',
  noOperations: () => 'the file has no operations',
  headerLength: (lines: number) =>
    `a header has 4 numbers, or 3 or 2 in some variants; this one has ${lines} and is ignored`,
  idCount: (ids: number) => `the header counts other ids; the operations use ${ids}`,
  operationCount: (operations: number) => `the header counts other operations; there are ${operations}`,
  idBeyond: (id: number) =>
    `id ${id} is not below the number of ids in the header; the table is made large enough`,
  idRenumbered: (id: number) => `id ${id} is large; such ids are numbered anew in order of first use`,
  idReused: (id: number) => `id ${id} is used again after its free; it now names another block`,
  idOverwritten: (id: number) =>
    `id ${id} still names a block; after this nothing does, and the block can no longer be freed`,
  missingSize: () => 'the size is missing; read as 0',
  negativeSize: () => 'a negative size; read as the unsigned 64-bit number that C makes of it',
  hugeSize: () => 'more than 2^53 bytes; kept exactly, and no address space has room for it',
  largeSize: () => 'more than 4 GiB; readers with 32-bit sizes take this for less',
  zeroMalloc: () => 'a malloc of 0 bytes; what it returns is up to the allocator',
  zeroRealloc: () => 'a realloc to 0 bytes; most allocators free the block',
  reallocFirst: (id: number) => `id ${id} names no block; realloc of NULL is malloc`,
  freeNull: () => 'free(NULL), which does nothing',
  freeUnknown: (id: number) => `id ${id} was never allocated; this is free(NULL)`,
  freeAgain: (id: number) => `id ${id} has been freed before`,
  unbalanced: (blocks: number) => `blocks still allocated at the end: ${blocks}`,
} as const
