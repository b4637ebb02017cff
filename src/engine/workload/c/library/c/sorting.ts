import type { SourceFile } from '../../source.ts'

/** qsort and bsearch, which call back into the program. */
export const sorting: readonly SourceFile[] = [
  {
    name: 'stdlib/qsort.c',
    text: `
#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef int (*compare)(const void *, const void *);
typedef int (*compare_with)(const void *, const void *, void *);

/* Above this size of an element, glibc sorts pointers and moves the elements afterwards. */
#define LARGE 32
#define ON_STACK 1024
#define PHYSICAL_MEMORY ((size_t)1 << 31)

struct sort {
  size_t size;
  int is_indirect;
  compare_with order;
  void *context;
  char *space;
};

static int in_order(const struct sort *s, const char *a, const char *b) {
  if (s->is_indirect) return s->order(*(char *const *)a, *(char *const *)b, s->context) <= 0;
  return s->order(a, b, s->context) <= 0;
}

static void merge_sort(const struct sort *s, char *from, size_t count) {
  size_t left_count = count / 2, right_count = count - left_count, size = s->size;
  char *left = from, *right = from + left_count * size, *to = s->space;
  if (count <= 1) return;
  merge_sort(s, left, left_count);
  merge_sort(s, right, right_count);
  while (left_count > 0 && right_count > 0) {
    if (in_order(s, left, right)) {
      memcpy(to, left, size);
      left += size;
      left_count--;
    } else {
      memcpy(to, right, size);
      right += size;
      right_count--;
    }
    to += size;
  }
  if (left_count > 0) memcpy(to, left, left_count * size);
  memcpy(from, s->space, (count - right_count) * size);
}

/* Moves the elements to where the sorted pointers say, cycle by cycle. */
static void apply(char *base, char **pointers, size_t count, size_t size, char *hold) {
  char *place = base;
  for (size_t i = 0; i < count; i++, place += size) {
    char *from = pointers[i], *to = place;
    size_t j = i;
    if (from == place) continue;
    memcpy(hold, place, size);
    do {
      size_t k = (from - base) / size;
      pointers[j] = to;
      memcpy(to, from, size);
      j = k;
      to = from;
      from = pointers[k];
    } while (from != place);
    pointers[j] = to;
    memcpy(to, hold, size);
  }
}

static void sort_indirect(struct sort *s, char *base, size_t count, size_t size) {
  char **pointers = (char **)(s->space + count * sizeof(char *));
  for (size_t i = 0; i < count; i++) pointers[i] = base + i * size;
  s->size = sizeof(char *);
  merge_sort(s, (char *)pointers, count);
  apply(base, pointers, count, size, (char *)(pointers + count));
}

void __quicksort(void *, size_t, size_t, compare_with, void *);

void qsort_r(void *base, size_t count, size_t size, compare_with order, void *context) {
  struct sort s = {size, size > LARGE, order, context, 0};
  size_t needed = s.is_indirect ? 2 * count * sizeof(void *) + size : count * size;
  char *block = 0;
  if (needed < ON_STACK) s.space = __builtin_alloca(needed);
  else {
    int error = errno;
    block = needed / 4096 > PHYSICAL_MEMORY / 4096 / 4 ? 0 : malloc(needed);
    errno = error;
    if (!block) {
      __quicksort(base, count, size, order, context);
      return;
    }
    s.space = block;
  }
  if (s.is_indirect) sort_indirect(&s, base, count, size);
  else merge_sort(&s, base, count);
  free(block);
}

static int plain_order(const void *a, const void *b, void *context) { return ((compare)context)(a, b); }

void qsort(void *base, size_t count, size_t size, compare order) {
  qsort_r(base, count, size, plain_order, (void *)order);
}
`,
  },
  {
    name: 'stdlib/quicksort.c',
    text: `
#include <stdlib.h>

/* What qsort does when it gets no memory: median of three, the larger part later, insertion sort at the end. */
#define SMALL 4
#define DEPTH (8 * sizeof(size_t))

typedef int (*compare_with)(const void *, const void *, void *);

static void swap(char *a, char *b, size_t size) {
  while (size-- > 0) {
    char byte = *a;
    *a++ = *b;
    *b++ = byte;
  }
}

static void insertion_sort(char *base, size_t count, size_t size, compare_with order, void *context) {
  char *end = base + (count - 1) * size, *least = base, *limit = base + SMALL * size, *run;
  if (limit > end) limit = end;
  for (run = least + size; run <= limit; run += size)
    if (order(run, least, context) < 0) least = run;
  if (least != base) swap(least, base, size);
  run = base + size;
  while ((run += size) <= end) {
    char *to = run - size;
    while (order(run, to, context) < 0) to -= size;
    to += size;
    for (char *at = run; at > to; at -= size) swap(at, at - size, size);
  }
}

void __quicksort(void *start, size_t count, size_t size, compare_with order, void *context) {
  char *base = start, *stack[2 * DEPTH], **top = stack, *low, *high;
  size_t small = SMALL * size;
  if (count == 0) return;
  low = base;
  high = base + size * (count - 1);
  while (count > SMALL) {
    char *middle = low + size * ((high - low) / size >> 1), *left, *right;
    if (order(middle, low, context) < 0) swap(middle, low, size);
    if (order(high, middle, context) < 0) {
      swap(middle, high, size);
      if (order(middle, low, context) < 0) swap(middle, low, size);
    }
    left = low + size;
    right = high - size;
    do {
      while (order(left, middle, context) < 0) left += size;
      while (order(middle, right, context) < 0) right -= size;
      if (left < right) {
        swap(left, right, size);
        if (middle == left) middle = right;
        else if (middle == right) middle = left;
        left += size;
        right -= size;
      } else if (left == right) {
        left += size;
        right -= size;
        break;
      }
    } while (left <= right);
    if ((size_t)(right - low) <= small) {
      if ((size_t)(high - left) <= small) {
        if (top == stack) break;
        high = *--top;
        low = *--top;
      } else low = left;
    } else if ((size_t)(high - left) <= small) high = right;
    else if (right - low > high - left) {
      *top++ = low;
      *top++ = right;
      low = left;
    } else {
      *top++ = left;
      *top++ = high;
      high = right;
    }
  }
  insertion_sort(base, count, size, order, context);
}
`,
  },
  {
    name: 'stdlib/bsearch.c',
    text: `
#include <stdlib.h>

void *bsearch(const void *key, const void *base, size_t count, size_t size, int (*order)(const void *, const void *)) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    const char *at = (const char *)base + middle * size;
    int result = order(key, at);
    if (result == 0) return (void *)at;
    if (result < 0) high = middle;
    else low = middle + 1;
  }
  return 0;
}
`,
  },
]
