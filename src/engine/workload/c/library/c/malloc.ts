import type { SourceFile } from '../../source.ts'

/** malloc.h beside the family itself. */
export const malloc: readonly SourceFile[] = [
  {
    name: 'malloc/aligned.c',
    text: `
#include <errno.h>
#include <malloc.h>
#include <stdlib.h>

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  void *block;
  if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
  block = memalign(alignment, size);
  if (!block) return ENOMEM;
  *result = block;
  return 0;
}

void *valloc(size_t size) { return memalign(4096, size); }

void *pvalloc(size_t size) { return memalign(4096, (size + 4095) & ~(size_t)4095); }
`,
  },
  {
    name: 'malloc/reallocarray.c',
    text: `
#include <errno.h>
#include <stdlib.h>

void *reallocarray(void *block, size_t count, size_t size) {
  if (size != 0 && count > (size_t)-1 / size) {
    errno = ENOMEM;
    return 0;
  }
  return realloc(block, count * size);
}

void cfree(void *block) { free(block); }
`,
  },
  {
    name: 'malloc/mallinfo.c',
    text: `
#include <malloc.h>
void __heap_figures(size_t *);

struct mallinfo2 mallinfo2(void) {
  struct mallinfo2 info;
  __heap_figures(&info.arena);
  return info;
}

struct mallinfo mallinfo(void) {
  size_t figures[10];
  struct mallinfo info;
  int *to = &info.arena;
  __heap_figures(figures);
  for (int i = 0; i < 10; i++) to[i] = figures[i];
  return info;
}
`,
  },
  {
    name: 'malloc/statistics.c',
    text: String.raw`
#include <malloc.h>
#include <stdio.h>

static void print(const char *what, unsigned long bytes) { fprintf(stderr, "%-16s = %10lu\n", what, bytes); }

void malloc_stats(void) {
  struct mallinfo2 info = mallinfo2();
  fprintf(stderr, "Arena 0:\n");
  print("system bytes", info.arena);
  print("in use bytes", info.uordblks);
  fprintf(stderr, "Total (incl. mmap):\n");
  print("system bytes", info.arena + info.hblkhd);
  print("in use bytes", info.uordblks + info.hblkhd);
  print("max mmap regions", info.hblks);
  print("max mmap bytes", info.hblkhd);
}

int malloc_info(int options, FILE *f) {
  struct mallinfo2 info = mallinfo2();
  unsigned long system = info.arena, rest = info.fordblks;
  if (options != 0) return 22;
  fprintf(f, "<malloc version=\"1\">\n<heap nr=\"0\">\n<sizes>\n</sizes>\n");
  fprintf(f, "<total type=\"fast\" count=\"0\" size=\"0\"/>\n");
  fprintf(f, "<total type=\"rest\" count=\"%lu\" size=\"%lu\"/>\n", (unsigned long)info.ordblks, rest);
  fprintf(f, "<system type=\"current\" size=\"%lu\"/>\n<system type=\"max\" size=\"%lu\"/>\n", system, system);
  fprintf(f, "<aspace type=\"total\" size=\"%lu\"/>\n<aspace type=\"mprotect\" size=\"%lu\"/>\n</heap>\n", system, system);
  fprintf(f, "<total type=\"fast\" count=\"0\" size=\"0\"/>\n");
  fprintf(f, "<total type=\"rest\" count=\"%lu\" size=\"%lu\"/>\n", (unsigned long)info.ordblks, rest);
  fprintf(f, "<total type=\"mmap\" count=\"%lu\" size=\"%lu\"/>\n", (unsigned long)info.hblks,
          (unsigned long)info.hblkhd);
  fprintf(f, "<system type=\"current\" size=\"%lu\"/>\n<system type=\"max\" size=\"%lu\"/>\n", system, system);
  fprintf(f, "<aspace type=\"total\" size=\"%lu\"/>\n<aspace type=\"mprotect\" size=\"%lu\"/>\n</malloc>\n", system,
          system);
  return 0;
}
`,
  },
  {
    name: 'malloc/settings.c',
    text: `
#include <malloc.h>
#include <mcheck.h>

/* Settings are accepted and change nothing: the lab's allocators have options of their own. */
int mallopt(int setting, int value) {
  (void)setting;
  (void)value;
  return 1;
}

/* The lab checks every access by itself, so there is nothing to be switched on. */
int mcheck(void (*on_error)(enum mcheck_status)) {
  (void)on_error;
  return 0;
}

int mcheck_pedantic(void (*on_error)(enum mcheck_status)) { return mcheck(on_error); }

void mcheck_check_all(void) {}

enum mcheck_status mprobe(void *block) {
  (void)block;
  return MCHECK_OK;
}

void mtrace(void) {}

void muntrace(void) {}
`,
  },
  {
    name: 'malloc/memlib.c',
    text: `
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* CMU's memlib puts its heap at 0x800000000; a program with pointers of 4 bytes gets one that it can reach. */
#define MAX_HEAP ((size_t)100 << 20)
#define HEAP_START ((char *)(sizeof(void *) == 8 ? (uintptr_t)0x8000000 << (sizeof(void *) == 8 ? 8 : 0) : (uintptr_t)0x20000000))

void *__mem_sbrk(intptr_t, char **, char *, char *);

/* The simulated break; null until there is a heap. */
static char *mem_break;

void mem_init(void) {
  if (mem_break) return;
  mmap(HEAP_START, MAX_HEAP, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
  mem_break = HEAP_START;
}

void mem_deinit(void) {
  if (mem_break) munmap(HEAP_START, MAX_HEAP);
  mem_break = 0;
}

void mem_reset_brk(void) { mem_break = mem_break ? HEAP_START : 0; }

void *mem_sbrk(intptr_t increment) {
  mem_init();
  return __mem_sbrk(increment, &mem_break, HEAP_START, HEAP_START + MAX_HEAP);
}

void *mem_heap_lo(void) { return HEAP_START; }

void *mem_heap_hi(void) { return (mem_break ? mem_break : HEAP_START) - 1; }

size_t mem_heapsize(void) { return mem_break ? mem_break - HEAP_START : 0; }

size_t mem_pagesize(void) { return 4096; }

void *mem_memcpy(void *to, const void *from, size_t size) { return memcpy(to, from, size); }

void *mem_memset(void *to, int value, size_t size) { return memset(to, value, size); }

uint64_t mem_read(const void *from, size_t size) {
  uint64_t value = 0;
  memcpy(&value, from, size);
  return value;
}

void mem_write(void *to, uint64_t value, size_t size) { memcpy(to, &value, size); }
`,
  },
]
