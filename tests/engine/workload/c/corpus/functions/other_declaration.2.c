static char heap[1 << 16];
static char *end = heap;

void *grow(long size) {
  char *old = end;
  if (size < 0 || size > heap + sizeof heap - end) return heap + sizeof heap;
  end += size;
  return old;
}

long twice(long value) { return 2 * value; }
