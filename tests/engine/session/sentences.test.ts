import { describe, expect, it } from 'vitest'
import type { Step, StepKind } from '../../../src/engine/allocators/index.ts'
import { sentence } from '../../../src/engine/session/sentences.ts'

const A = 0x551000
const B = 0x551040

function tell(step: Step, call = 'p[1] = malloc(40)', free?: number): string {
  return sentence(step, free === undefined ? { call } : { call, free })
}

const looks = { kind: 'visit', by: 'First fit', chunk: A, size: 224, used: false, need: 416 } as const
const grown = { kind: 'grow', from: 0x551000, to: 0x552000, wanted: 4096 } as const

describe('a request', () => {
  const request = { kind: 'request', requested: 40, overhead: 16, padding: 8, need: 64, unit: 16 } as const

  it('adds tags and rounding', () => {
    expect(tell({ ...request, overheadFor: 'two tags' })).toBe(
      'malloc(40): 40 bytes and 16 for two tags, rounded up to a multiple of 16, make a chunk of 64 bytes.',
    )
  })

  it('names the smallest chunk where rounding alone gives less', () => {
    expect(tell({ ...request, requested: 1, overhead: 8, need: 32 }, 'p[0] = malloc(1)')).toBe(
      'malloc(1): 1 byte and 8 for tags make 9, but the smallest chunk that holds them has 32 bytes.',
    )
  })

  it('is silent about what is nothing', () => {
    expect(tell({ ...request, requested: 48, padding: 0 })).toBe(
      'malloc(40): 48 bytes and 16 for tags make a chunk of 64 bytes.',
    )
    expect(tell({ ...request, overhead: 0, padding: 0, need: 40, unit: 1 })).toBe(
      'malloc(40): 40 bytes, and no more than that is needed.',
    )
  })
})

describe('a search', () => {
  it('says what it sees and why it goes on', () => {
    expect(tell({ ...looks, verdict: 'too small' })).toBe(
      'First fit looks at 0x551000: free, 224 bytes, but 416 are needed. Too small, so it goes on.',
    )
    expect(tell({ ...looks, used: true, verdict: 'in use' })).toBe(
      'First fit looks at 0x551000: in use. It goes on.',
    )
    expect(tell({ ...looks, size: 16, need: 1, verdict: 'too small' })).toContain('but 1 is needed')
  })

  it('says that it stops', () => {
    expect(tell({ ...looks, size: 624, verdict: 'fits' })).toBe(
      'First fit looks at 0x551000: free, 624 bytes, enough for 416. It stops here.',
    )
  })

  it('says where next fit goes on', () => {
    expect(tell({ ...looks, by: 'Next fit', size: 208, need: 128, verdict: 'fits', resumes: true })).toBe(
      'Next fit goes on behind the last block it gave, at 0x551000: free, 208 bytes, enough for 128. It stops here.',
    )
  })

  it('keeps the best in mind', () => {
    const best = { ...looks, by: 'Best fit', size: 624 } as const
    expect(tell({ ...best, verdict: 'best so far' })).toContain('The smallest that fits so far; it goes on.')
    expect(tell({ ...best, verdict: 'not better' })).toContain('but no smaller than one it has seen.')
    expect(tell({ ...best, by: 'Worst fit', verdict: 'best so far' })).toContain(
      'The largest that fits so far',
    )
    expect(tell({ ...best, by: 'Worst fit', verdict: 'not better' })).toContain('but no larger than')
  })

  it('ends with a chunk', () => {
    const chosen = { kind: 'choose', by: 'Best fit', chunk: A, size: 528, need: 416, visits: 6 } as const
    expect(tell(chosen)).toBe(
      'Best fit has looked at 6 chunks. The smallest that fits is 0x551000: 528 bytes, 112 more than needed.',
    )
    expect(tell({ ...chosen, by: 'Worst fit', need: 528 })).toBe(
      'Worst fit has looked at 6 chunks. The largest is 0x551000: 528 bytes, just as many as needed.',
    )
    expect(tell({ ...chosen, by: 'First fit', visits: 1 })).toBe(
      'First fit has looked at 1 chunk. It takes the chunk at 0x551000: 528 bytes, 112 more than needed.',
    )
    expect(tell({ ...chosen, by: 'Segregated fits', visits: 0 })).toBe(
      'Segregated fits takes the chunk at 0x551000: 528 bytes, 112 more than needed.',
    )
  })

  it('ends without one', () => {
    const failed = { kind: 'fail', by: 'First fit', need: 224, visits: 5 } as const
    expect(tell(failed)).toBe('First fit has looked at 5 chunks and found none with the 224 bytes needed.')
    expect(tell(failed, 'p[1] = malloc(200)', 1024)).toBe(
      'First fit has looked at 5 chunks. 1,024 bytes are free, but no single chunk that it may take has the 224 needed.',
    )
    expect(tell({ ...failed, visits: 0 })).toBe('First fit has no chunk to look at, and 224 are needed.')
    expect(tell({ ...failed, visits: 0, why: 'no bin holds a chunk' })).toBe(
      'First fit has no chunk to look at: no bin holds a chunk.',
    )
    expect(tell({ ...failed, why: 'it is back where it began' })).toBe(
      'First fit has looked at 5 chunks and found none with the 224 bytes needed: it is back where it began.',
    )
  })
})

describe('cutting and merging', () => {
  const split = { kind: 'split', chunk: A, size: 128, need: 64, remainder: B, remainderSize: 64 } as const
  const merged = {
    kind: 'coalesce',
    chunk: A,
    size: 320,
    freed: B,
    before: true,
    after: true,
    parts: 3,
  } as const

  it('cuts a chunk in two', () => {
    expect(tell(split)).toBe(
      'Of the 128 bytes at 0x551000, 64 are needed. The other 64 become a free chunk at 0x551040.',
    )
    expect(tell({ ...split, remainder: A })).toContain('The other 64 stay a free chunk there.')
  })

  it('gives a chunk whole when too little would be left', () => {
    const whole = { kind: 'whole', chunk: A, size: 224, need: 208, left: 16, smallest: 32 } as const
    expect(tell(whole)).toBe(
      'Only 16 of the 224 bytes at 0x551000 would be left, and the smallest chunk to cut off has 32. So p[1] gets all 224.',
    )
    expect(tell({ ...whole, need: 224, left: 0 }, 'realloc')).toBe(
      'The chunk at 0x551000 has just the 224 bytes needed. So the block gets all of it.',
    )
  })

  it('tells the four cases of free', () => {
    expect(tell(merged)).toBe(
      'The chunks before and after 0x551040 are free too. The three become one free chunk of 320 bytes at 0x551000.',
    )
    expect(tell({ ...merged, after: false, parts: 2 })).toBe(
      'The chunk before 0x551040 is free too. The two become one free chunk of 320 bytes at 0x551000.',
    )
    expect(tell({ ...merged, before: false, parts: 2 })).toContain('The chunk after 0x551040 is free too.')
    expect(tell({ kind: 'alone', chunk: A, size: 64, why: 'no free neighbour' })).toBe(
      'No neighbour of 0x551000 is free. It becomes a free chunk of 64 bytes by itself.',
    )
  })

  it('merges a whole run when merging was put off', () => {
    expect(tell({ ...merged, before: false, parts: 5 })).toBe(
      '5 free neighbours become one free chunk of 320 bytes at 0x551000.',
    )
    expect(tell({ kind: 'alone', chunk: A, size: 64, why: 'deferred' })).toContain('when a search fails')
    expect(tell({ kind: 'alone', chunk: A, size: 64, why: 'never' })).toContain('never merges')
  })
})

describe('lists and tags', () => {
  it('says where a chunk enters a list', () => {
    const link = { kind: 'link', chunk: A, size: 64, list: 'the free list', position: 0 } as const
    expect(tell(link)).toBe('The free chunk at 0x551000, 64 bytes, enters the free list at its head.')
    expect(tell({ ...link, list: 'free list, newest first' })).toContain('enters the free list at its head.')
    expect(tell({ ...link, position: 3 })).toContain('enters the free list behind 3 chunks.')
    expect(tell({ ...link, position: -1 })).toContain('enters the free list.')
    expect(tell({ kind: 'unlink', chunk: A, size: 64, list: 'the free list' })).toBe(
      'The chunk at 0x551000, 64 bytes, leaves the free list.',
    )
  })

  it('reads the tags aloud', () => {
    expect(tell({ kind: 'mark', chunk: A, size: 64, used: true })).toBe(
      'The tags of the chunk at 0x551000 now say: in use, 64 bytes.',
    )
    expect(tell({ kind: 'mark', chunk: A, size: 64, used: false })).toContain('free, 64 bytes')
  })
})

describe('the kernel', () => {
  it('moves the break, or does not', () => {
    expect(tell(grown)).toBe('brk moves the break up by 4,096 bytes, from 0x551000 to 0x552000.')
    expect(tell({ ...grown, to: 0x551000 })).toBe(
      'brk is asked to move the break up by 4,096 bytes. The kernel refuses: it stays at 0x551000.',
    )
    expect(tell({ kind: 'shrink', from: 0x552000, to: 0x551000 })).toBe(
      'brk moves the break down by 4,096 bytes, from 0x552000 to 0x551000: they go back to the kernel.',
    )
    expect(tell({ kind: 'shrink', from: 0x552000, to: 0x552000 })).toContain('refuses')
  })

  it('maps and unmaps', () => {
    expect(tell({ kind: 'map', address: 0x557000, length: 139264 })).toBe(
      'mmap maps 139,264 bytes at 0x557000.',
    )
    expect(tell({ kind: 'map', address: 0, length: 139264 })).toBe(
      'mmap is asked for 139,264 bytes. The kernel refuses.',
    )
    expect(tell({ kind: 'unmap', address: 0x557000, length: 4096 })).toBe(
      'munmap gives the 4,096 bytes at 0x557000 back to the kernel.',
    )
  })
})

describe('realloc and calloc', () => {
  const stays = { kind: 'inPlace', chunk: A, from: 64, to: 128, how: 'next' } as const

  it.each([
    [
      { ...stays, to: 64, how: 'fits' },
      'The block stays where it is: the chunk at 0x551000 has 64 bytes, enough for the new size.',
    ],
    [
      { ...stays, from: 128, to: 64, how: 'shrink' },
      'The block stays where it is: the chunk at 0x551000 shrinks from 128 to 64 bytes.',
    ],
    [
      stays,
      'The chunk behind it is free, so the chunk at 0x551000 grows from 64 to 128 bytes. Nothing is copied.',
    ],
    [
      { ...stays, how: 'top' },
      'Behind it only the break follows, so the chunk at 0x551000 grows from 64 to 128 bytes. Nothing is copied.',
    ],
    [
      { ...stays, from: 8192, to: 4096, how: 'remap' },
      'mremap changes the mapping at 0x551000: it shrinks from 8,192 to 4,096 bytes. Nothing is copied.',
    ],
  ] as const)('a block that stays: %o', (step, text) => {
    expect(tell(step)).toBe(text)
  })

  it('copies and clears', () => {
    expect(tell({ kind: 'copy', from: A, to: B, length: 100 })).toBe(
      '100 bytes of the old block at 0x551000 are copied to 0x551040.',
    )
    expect(tell({ kind: 'copy', from: A, to: B, length: 1 })).toContain('1 byte of the old block')
    expect(tell({ kind: 'clear', address: A, length: 100 })).toBe('The 100 bytes at 0x551000 are set to 0.')
    expect(tell({ kind: 'clear', address: A, length: 1 })).toBe('The byte at 0x551000 is set to 0.')
  })
})

describe('the end of a call', () => {
  const pointer = { kind: 'return', what: 'pointer', value: 0x551010, errno: 0, filled: 0 } as const

  it('answers a pointer, which the program fills', () => {
    expect(tell(pointer)).toBe('malloc answers 0x551010.')
    expect(tell({ ...pointer, filled: 40 })).toBe(
      'malloc answers 0x551010. The program then writes 40 bytes there.',
    )
  })

  it('answers NULL with errno, or without', () => {
    expect(tell({ ...pointer, value: 0, errno: 12 })).toBe(
      'malloc answers NULL and sets errno to ENOMEM: Cannot allocate memory.',
    )
    expect(tell({ ...pointer, value: 0 }, 'p[1] = realloc(p[1], 0)')).toBe(
      'realloc answers NULL and sets no errno.',
    )
  })

  it('answers a number, or nothing', () => {
    const usable = { ...pointer, what: 'number', value: 1032 } as const
    expect(tell(usable, 'malloc_usable_size(p[0])')).toBe('malloc_usable_size answers 1,032.')
    expect(tell({ ...pointer, what: 'nothing' }, 'free(p[0])')).toBe('free returns.')
    expect(tell({ ...pointer, what: 'nothing' }, 'p[0][8] = 0x41')).toBe('The operation is complete.')
  })
})

describe('what the program does, and what others say', () => {
  it.each<[Step, string]>([
    [{ kind: 'access', write: true, address: A, length: 1 }, 'The program writes 1 byte at 0x551000.'],
    [{ kind: 'access', write: false, address: A, length: 8 }, 'The program reads 8 bytes at 0x551000.'],
    [
      { kind: 'reject', payload: A, why: 'no block begins there' },
      'free is given 0x551000 and does not accept it: no block begins there.',
    ],
    [{ kind: 'note', text: 'The rover moves on', chunk: A, size: 8 }, 'The rover moves on.'],
    [{ kind: 'end', how: 'fault', message: 'It faults at 0x8.' }, 'It faults at 0x8.'],
  ])('%o', (step, text) => {
    expect(tell(step, 'free(p[0])')).toBe(text)
  })
})

it('prints an address above the lower half as C does', () => {
  const step: Step & { kind: StepKind } = { kind: 'access', write: true, address: -8, length: 8 }
  expect(tell(step)).toBe('The program writes 8 bytes at 0xfffffffffffffff8.')
})
