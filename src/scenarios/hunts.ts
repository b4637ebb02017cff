import type { Example, Opening } from './example.ts'
import { LISTING_M, onListingM } from './listing-m.ts'
import { afterLine, atCall, link } from './make.ts'

/** A program in which listing M goes wrong after a change of a few of its lines. */
interface Hunt {
  readonly id: string
  readonly title: string
  /** Lines of the listing, and what stands there instead. */
  readonly change: readonly [lines: string, instead: string]
  /** The body of main. */
  readonly body: string
  readonly headers?: readonly string[]
  /** Whether main comes to its end; then its variables are shown just before. */
  readonly returns?: boolean
  /** What is wrong at the end of the run. */
  readonly shows: string
  /** Where it began, and what would be right. */
  readonly answer: string
  /** The first wrong moment: the piece of the answer that leads there, and the line of the listing, or the place. */
  readonly began: readonly [piece: string, at: string | Opening]
}

function hunt(given: Hunt): Example {
  const { id, title, change, body, headers = [], returns = false, shows, answer, began } = given
  const [lines, instead] = change
  const includes = ['stdlib', ...headers].map((name) => `#include <${name}.h>\n`).join('')
  const main = `${includes}\nint main(void) {\n${body}}\n`
  const scenario = onListingM(
    id,
    `Bug hunt: ${title}`,
    main,
    LISTING_M.replace(lines, () => instead),
  )
  const open: Opening = { at: 'end', step: returns ? 'before' : 'after' }
  const [piece, at] = began
  return {
    id,
    title: `Bug hunt: ${title}`,
    chapter: 6,
    kind: 'hunt',
    teaches: 'The first wrong value appears long before the harm shows.',
    scenario,
    open,
    look: `${shows} This malloc has one mistake. The run is at its end: go back from here.`,
    moments: [link('at its end', open)],
    question: 'At which step does the first wrong value appear?',
    answer,
    answerMoments: [link(piece, typeof at === 'string' ? afterLine(scenario, at) : at)],
    variants: [],
  }
}

export const huntNull = hunt({
  id: 'hunt-null',
  title: 'nothing to free',
  change: ['  if (!p)\n    return;\n', ''],
  body: '  free(NULL);\n',
  shows: 'A segmentation fault at 0xfffffffffffffff8, in the first call of the program.',
  answer:
    'b = (block *)p - 1 makes 0xffffffffffffffe0 from NULL; the store b->used = 0 then goes to b + 24. free(NULL) must do nothing. 27 of 50 student allocators have this mistake.',
  began: ['b = (block *)p - 1', 'block *b = (block *)p - 1;'],
})

export const huntWrap = hunt({
  id: 'hunt-wrap',
  title: 'a very large block',
  change: ['  if (n > PTRDIFF_MAX)\n    return NULL;\n', ''],
  headers: ['string'],
  body: `  char *a = malloc(24);
  size_t len = 16;
  char *p = malloc(len - 24);
  char *q = malloc(24);
  memset(p, 'A', 16);
  free(q);
`,
  shows: 'A segmentation fault in free(q), which follows a pointer 0x4141414141414141.',
  answer:
    'n = (n + 15) & ~(size_t)15 in the second malloc: n is 2^64 - 8, n + 15 wraps around to 7, and n becomes 0. The block has 0 bytes, so p is brk+96, which is also the header of q. 42 of 50 student allocators have this mistake.',
  began: ['n becomes 0', { at: { kind: 'operation', operation: 18 }, step: 'after' }],
})

export const huntAlign = hunt({
  id: 'hunt-align',
  title: 'odd addresses',
  change: ['  n = (n + 15) & ~(size_t)15;\n', ''],
  body: `  char *a = malloc(10);
  char *b = malloc(24);
  char *c = malloc(100);
`,
  returns: true,
  shows:
    'The pointers are brk+32, brk+74 and brk+130. A store that needs 16-byte alignment (movaps) would fault at the second.',
  answer:
    'sbrk is asked for 42 bytes in the first malloc, so the break is no multiple of 16; the second malloc returns the first bad pointer. Of 53 student allocators 44 gave addresses that are no multiples of 16; their handouts asked for 8.',
  began: ['sbrk is asked for 42 bytes', atCall(1, 'grow')],
})

export const huntLost = hunt({
  id: 'hunt-lost',
  title: 'lost bytes',
  change: [
    '  if (b->size < n + sizeof(block) + 16)\n    return;\n',
    '  if (b->size < n + sizeof(block) + 16) {\n    b->size = n;\n    return;\n  }\n',
  ],
  body: `  char *a = malloc(100);
  char *b = malloc(24);
  free(a);
  a = malloc(80);
  free(a);
  a = malloc(100);
`,
  returns: true,
  shows: 'The last a is at brk+240 and the break at brk+352, instead of brk+32 and brk+208.',
  answer:
    'b->size = n in malloc(80): 112 becomes 80, and 32 bytes belong to no block, for ever. Sizes and headers then sum to 176, and the break is at 208.',
  began: ['b->size = n in malloc(80)', 'b->size = n;'],
})

const JOIN_NEXT = '  if (b->next && !b->next->used)\n    join(b);\n'
const JOIN_PREVIOUS = '  if (b->prev && !b->prev->used)\n    join(b->prev);\n'

export const huntStale = hunt({
  id: 'hunt-stale',
  title: 'a header that is no more',
  change: [JOIN_NEXT + JOIN_PREVIOUS, JOIN_PREVIOUS + JOIN_NEXT],
  headers: ['string'],
  body: `  char *a = malloc(48);
  char *b = malloc(48);
  char *c = malloc(48);
  char *d = malloc(48);
  free(a);
  free(c);
  free(b);
  char *e = malloc(120);
  memset(e, 0, 120);
  free(d);
`,
  shows: 'A segmentation fault at address 0 in free(d).',
  answer:
    'join(b) in free(b) runs although join(b->prev) has just swallowed b: it writes d’s prev = brk+80, a header that no longer exists; brk+0 would be right. Those bytes then lie inside e, read 0 as "free", and lead to NULL. If e is filled with A nothing crashes: d is simply never merged.',
  began: ['join(b) in free(b)', 'join(b);'],
})

export const huntShrink = hunt({
  id: 'hunt-shrink',
  title: 'a smaller block',
  change: [
    `  if (n <= b->size)
    return p;
  void *q = malloc(n);
  if (q) {
    memcpy(q, p, b->size);
    free(p);
  }
`,
    `  size_t old = b->size;
  free(p);
  void *q = malloc(n);
  if (q)
    memmove(q, p, old < n ? old : n);
`,
  ],
  body: `  char *a = malloc(64);
  char *p = malloc(200);
  char *z = malloc(16);
  for (int i = 0; i < 200; i++)
    p[i] = i;
  free(a);
  p = realloc(p, 100);
`,
  returns: true,
  shows: 'p has moved from brk+128 to brk+32, and its bytes 16 to 47 are wrong.',
  answer:
    'cut, called by the malloc inside realloc, writes the header of the remainder at brk+144, on bytes 16 to 47 of the data that have not been copied yet. Copy first, free afterwards.',
  began: ['writes the header of the remainder', 'r->size = b->size - n'],
})
