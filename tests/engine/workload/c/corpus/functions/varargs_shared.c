// A va_list handed on by name: on x86-64 an array, so the callee moves the caller's; also by pointer, copied, in a struct
#include <stdarg.h>
#include <stdio.h>

struct reader {
  int taken;
  va_list list;
};

static long by_name(char kind, va_list list) {
  return kind == 'i' ? va_arg(list, int) : va_arg(list, long);
}

static long by_pointer(char kind, va_list *list) {
  return kind == 'i' ? va_arg(*list, int) : va_arg(*list, long);
}

static long of_reader(struct reader *reader) {
  reader->taken++;
  return va_arg(reader->list, int);
}

static void show(const char *kinds, ...) {
  va_list list, again;
  struct reader reader = {0};
  va_start(list, kinds);
  va_copy(again, list);
  for (const char *kind = kinds; *kind; kind++) printf(" %ld", by_pointer(*kind, &list));
  va_end(list);
#ifdef __LP64__
  for (const char *kind = kinds; *kind; kind++) printf(" %ld", by_name(*kind, again));
#else
  printf(" %ld", by_name(*kinds, again));
#endif
  va_end(again);
  va_start(reader.list, kinds);
  while (reader.taken < 2) printf(" %ld", of_reader(&reader));
  va_end(reader.list);
  printf("\n");
}

int main(void) {
  show("iil", 1, -2, 3L);
  show("iiiiiiiil", 1, 2, 3, 4, 5, 6, 7, 8, -9L);
  printf("%d\n", sizeof(va_list) == (sizeof(long) == 8 ? 24 : 4));
  return 0;
}
