/**
 * C as lessons on memory have it, for the dictionary of version 2: frozen with it. `LINKED_BLOCKS` is the small
 * malloc of the gallery as it was then, because people share changes of it.
 */
export const LIBRARY_WORDS = `#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>
#include <stdarg.h>
#include <malloc.h>
#include "mm.h"
#include "memlib.h"
#define MAX 100
#define ALIGNMENT 16
#define ALIGN(size) (((size) + (ALIGNMENT - 1)) & ~0x7)
#define SIZE_T_SIZE (ALIGN(sizeof(size_t)))
#define WSIZE 4
#define DSIZE 8
#define CHUNKSIZE (1 << 12)
#ifndef NULL
#endif
static inline const unsigned char unsigned long long int32_t uint8_t uint32_t uint64_t uintptr_t intptr_t ssize_t bool true false double float short signed volatile extern register enum union
malloc_usable_size(aligned_alloc(posix_memalign((void **)&reallocarray(memalign(valloc(mallopt(M_MMAP_THRESHOLD, mallinfo2(malloc_stats();
mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); == MAP_FAILED munmap(mprotect(madvise(getpagesize() sysconf(_SC_PAGESIZE) brk(
memcmp(strncpy(strcat(strchr(strstr(strtok(strtol(sprintf(snprintf(buf, sizeof(buf), "fgets(line, sizeof(line), stdin)scanf("%d", &getchar()) != EOFputchar('\\n');\nputs(fopen("fclose(fp);\natoi(argv[1]);\nqsort(bsearch(rand() % srand(time(NULL));\nassert(abort();\nexit(EXIT_FAILURE);\nexit(1);\nperror("malloc");\nfprintf(stderr, "out of memory\\n");
mem_sbrk(mem_heap_lo() mem_heap_hi() mm_init(void) mm_malloc(size_t size) mm_free(void *ptr) mm_realloc(
switch (c) {\n  case 'a':\n    break;\n  default:\n    continue;\n  do {\n  } while (
%zu %lu %ld %5d %02x %s\\n", %p\\n", (void *)%d\\n", 
`

export const LONGER_PROGRAMS = `struct Node {
  int data;
  struct Node *left;
  struct Node *right;
};

typedef struct node {
  int value;
  struct node *next;
} node_t;

node_t *head = NULL;

struct node *new_node(int value) {
  struct node *n = malloc(sizeof(struct node));
  if (n == NULL) {
    return NULL;
  }
  n->value = value;
  n->next = NULL;
  return n;
}

struct Node *newNode = (struct Node *)malloc(sizeof(struct Node));
Node *node = malloc(sizeof(Node));

void push(struct node **head, int value) {
  n->next = *head;
  *head = n;
}

void insert(struct node *head, int key, char *name) {
  struct node *current = head;
  while (current != NULL) {
    struct node *next = current->next;
    free(current);
    current = next;
  }
  while (current->next != NULL)
    current = current->next;
}

void free_list(struct node *head) {
  if (root == NULL)
    return;
  free_tree(root->left);
  free_tree(root->right);
  free(root);
}

typedef struct {
  int *data;
  char *name;
  size_t length;
  size_t count;
  size_t size;
  size_t capacity;
} vector;

void vector_push(vector *v, int x) {
  if (v->size == v->capacity) {
    v->capacity = v->capacity == 0 ? 4 : v->capacity * 2;
    v->data = realloc(v->data, v->capacity * sizeof(int));
    v->data = realloc(v->data, v->capacity * sizeof(*v->data));
  }
  v->data[v->size++] = x;
}

char *copy = malloc(strlen(s) + 1);
char *p = malloc(strlen(name) + 1);
strcpy(copy, s);
char *s = strdup("hello");
strcpy(a, "hello, world");

int **matrix = malloc(rows * sizeof(int *));
for (int i = 0; i < rows; i++) {
  matrix[i] = malloc(cols * sizeof(int));
  matrix[i] = calloc(cols, sizeof(int));
  for (int j = 0; j < cols; j++) {
    matrix[i][j] = i * j;
  }
}
for (int i = 0; i < rows; i++)
  free(matrix[i]);
free(matrix);

int fib(int n) {
  if (n < 2)
    return n;
  return fib(n - 1) + fib(n - 2);
}

int main(int argc, char *argv[]) {
int main(int argc, char **argv) {
int main() {
    int *arr = (int *)malloc(n * sizeof(int));
    int *p = (int *) malloc(10 * sizeof(int));
    char *buffer = (char *)malloc(100 * sizeof(char));
    if (ptr == NULL) {
        printf("Memory allocation failed\\n");
        return 1;
    }
    for (int i = 0; i < n; i++) {
        arr[i] = i + 1;
        printf("%d ", arr[i]);
    }
    printf("\\n");
    free(arr);
    arr = NULL;
    return 0;
}
void *blocks[N];
size_t sizes[N] = {16, 32, 64, 100, 24, 8};
static const int count = sizeof(sizes) / sizeof(sizes[0]);
	int i, j;
	for (i = 0; i < N; i++) {
		blocks[i] = malloc(sizes[i]);
		printf("block %d: %zu bytes at %p\\n", i, sizes[i], blocks[i]);
	}
	for (i = 0; i < N; i += 2)
		free(blocks[i]);
	return 0;
}
    for (size_t i = 0; i < n; i++) {
        if (x == NULL) return -1;
        if (result < 0) goto fail;
        } else if (i % 2 == 0) {
        } else {
        char *line = NULL;
        struct point { double x, y; };
        buffer[strlen(buffer) - 1] = '\\0';
        while (*s != '\\0') s++;
        while (scanf("%d", &n) == 1)
    int sum = 0;
    int max = array[0];
    int temp = a[i];
void swap(int *a, int *b)
void print_list(const struct list *l)
static void *allocate(size_t bytes)
static int compare(const void *a, const void *b)
/* exercise, homework, question, example, lab: what happens to the heap when this function returns? which of these blocks touch, which hole does it take, why does it grow, how many bytes are wasted by fragmentation? */
// allocate an array of integers, strings, elements, and keep every second one; then ask for a larger block that fits into no hole
// grows when it is full: header, footer, payload, pointer, address, alignment, padding, free list, coalesce, split, merge, first fit, best fit
// bug: no room for the terminating null byte, off by one, overflow, already freed, lost the only pointer, memory leak, uninitialized, invalid
// reads words, numbers, names and lines from the input, and prints the result, the total, the average
// the pointer is used after free
/* this block is never freed: a memory leak */
// double free
// dangling pointer
// out of bounds: one past the end of the array
// allocate space for the
// free the memory
`

export const LINKED_BLOCKS = `#include <stdint.h>
#include <string.h>
#include <unistd.h>

typedef struct block {
  size_t size;
  struct block *prev, *next;
  long used;
} block; /* 32 bytes, in front of what malloc gives */

block *first, *last;

/* b takes in the block after it */
static void join(block *b) {
  block *n = b->next;
  b->size += sizeof(block) + n->size;
  b->next = n->next;
  if (n->next)
    n->next->prev = b;
  else
    last = b;
}

/* keep n bytes of b, free the rest */
static void cut(block *b, size_t n) {
  if (b->size < n + sizeof(block) + 16)
    return;
  block *r = (block *)((char *)(b + 1) + n);
  r->size = b->size - n - sizeof(block);
  r->used = 0;
  r->prev = b;
  r->next = b->next;
  if (r->next)
    r->next->prev = r;
  else
    last = r;
  b->next = r;
  b->size = n;
}

void *malloc(size_t n) {
  if (n > PTRDIFF_MAX)
    return NULL;
  n = (n + 15) & ~(size_t)15;
  block *b = first;
  while (b && (b->used || b->size < n))
    b = b->next;
  if (b)
    cut(b, n);
  else {
    b = sbrk(sizeof(block) + n);
    if (b == (void *)-1)
      return NULL;
    b->size = n;
    b->prev = last;
    b->next = NULL;
    if (last)
      last->next = b;
    else
      first = b;
    last = b;
  }
  b->used = 1;
  return b + 1;
}

void free(void *p) {
  if (!p)
    return;
  block *b = (block *)p - 1;
  b->used = 0;
  if (b->next && !b->next->used)
    join(b);
  if (b->prev && !b->prev->used)
    join(b->prev);
}

void *realloc(void *p, size_t n) {
  if (!p)
    return malloc(n);
  block *b = (block *)p - 1;
  if (n <= b->size)
    return p;
  void *q = malloc(n);
  if (q) {
    memcpy(q, p, b->size);
    free(p);
  }
  return q;
}
`

const POINTERS = ['z', 'y', 'x', 'w', 't', 's', 'r', 'q', 'p', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a']

export const COMMON_LINES = `
int main(void) {
  size_t n = 100;
  int n = 10;
  char *p[100];
  for (int i = 0; i < 100; i++)
    p[i] = malloc(1);
  for (int i = 0; i < 100; i++) {
    p[i] = malloc(100);
    p[i] = i;
  }
  for (int i = 0; i < 100; i += 2)
    free(p[i]);
  for (int i = 1; i < 100; i += 2)
  for (int i = 99; i >= 0; i--)
  memset(p, 0, 100);
  memset(a, 'A', 100);
  memcpy(b, a, 16);
  p = realloc(p, 200);
  a = realloc(a, 1000);
  int *x = malloc(sizeof(int));
  int *a = malloc(10 * sizeof(int));
  int *p = calloc(10, sizeof(int));
  int *a = calloc(100, 1);
  long *q = malloc(8);
  void *top = sbrk(0);
  char buf[64];
  printf("%d\\n", *p);
  printf("%p\\n", p);
  printf("%s\\n", p);
  *p = 42;
  a[0] = 1;
  if (p == NULL)
    return 1;
  if (!p)
  free(NULL);
  return 0;
}
${POINTERS.map((name) => `  char *${name} = malloc(100);\n  ${name} = malloc(24);\n  free(${name});\n`).join('')}}
`
