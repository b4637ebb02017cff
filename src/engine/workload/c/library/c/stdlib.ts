import type { SourceFile } from '../../source.ts'

/** stdlib.h: numbers at random, the environment, small arithmetic. */
export const stdlib: readonly SourceFile[] = [
  {
    name: 'stdlib/random.c',
    text: `
#include <stdint.h>
#include <stdlib.h>

/* glibc's additive feedback generator of type 3: x^31 + x^3 + 1 (stdlib/random_r.c). */
#define DEGREE 31
#define SEPARATION 3

static int32_t table[DEGREE];
static int front, rear;
static int is_seeded;

static int32_t step(void) {
  uint32_t sum = (uint32_t)table[front] + (uint32_t)table[rear];
  table[front] = (int32_t)sum;
  front = (front + 1) % DEGREE;
  rear = (rear + 1) % DEGREE;
  return (int32_t)(sum >> 1);
}

void srandom(unsigned int seed) {
  int32_t word = seed == 0 ? 1 : (int32_t)seed;
  table[0] = word;
  for (int i = 1; i < DEGREE; i++) {
    /* 16807 * word % 2147483647 without overflow (Schrage). */
    word = 16807 * (word % 127773) - 2836 * (word / 127773);
    if (word < 0) word += 2147483647;
    table[i] = word;
  }
  front = SEPARATION;
  rear = 0;
  is_seeded = 1;
  for (int i = 0; i < 10 * DEGREE; i++) step();
}

long int random(void) {
  if (!is_seeded) srandom(1);
  return step();
}

void srand(unsigned int seed) { srandom(seed); }

int rand(void) { return (int)random(); }
`,
  },
  {
    name: 'stdlib/rand_r.c',
    text: `
#include <stdlib.h>

static unsigned int advance(unsigned int *next, unsigned int range) {
  *next = *next * 1103515245 + 12345;
  return *next / 65536 % range;
}

int rand_r(unsigned int *seed) {
  unsigned int next = *seed;
  int result = advance(&next, 2048);
  result = (result << 10) ^ advance(&next, 1024);
  result = (result << 10) ^ advance(&next, 1024);
  *seed = next;
  return result;
}
`,
  },
  {
    name: 'stdlib/drand48.c',
    text: `
#include <stdint.h>
#include <stdlib.h>

static uint64_t state;

static uint64_t step(void) {
  state = (state * 0x5deece66dULL + 0xb) & 0xffffffffffffULL;
  return state;
}

void srand48(long int seed) { state = ((uint64_t)(uint32_t)seed << 16) + 0x330e; }

double drand48(void) { return (double)step() / 281474976710656.0; }

long int lrand48(void) { return (long int)(step() >> 17); }

long int mrand48(void) { return (long int)(int32_t)(step() >> 16); }
`,
  },
  {
    name: 'stdlib/arithmetic.c',
    text: `
#include <inttypes.h>
#include <stdlib.h>

int abs(int x) { return x < 0 ? -x : x; }

long int labs(long int x) { return x < 0 ? -x : x; }

long long int llabs(long long int x) { return x < 0 ? -x : x; }

intmax_t imaxabs(intmax_t x) { return x < 0 ? -x : x; }

div_t div(int x, int y) {
  div_t result = {x / y, x % y};
  return result;
}

ldiv_t ldiv(long int x, long int y) {
  ldiv_t result = {x / y, x % y};
  return result;
}

lldiv_t lldiv(long long int x, long long int y) {
  lldiv_t result = {x / y, x % y};
  return result;
}
`,
  },
  {
    name: 'stdlib/environment.c',
    text: `
#include <errno.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;
/* The block that holds the variables once one was added. */
static char **own;

static char **find(const char *name, size_t length) {
  for (char **each = environ; each && *each; each++)
    if (strncmp(*each, name, length) == 0 && (*each)[length] == '=') return each;
  return 0;
}

char *getenv(const char *name) {
  size_t length = strlen(name);
  char **found = find(name, length);
  return found ? *found + length + 1 : 0;
}

/* Puts "NAME=value" in its place; the text itself is kept. */
static int put(char *text, size_t length) {
  char **found = find(text, length), **larger;
  size_t count = 0;
  if (found) {
    *found = text;
    return 0;
  }
  while (environ && environ[count]) count++;
  larger = realloc(own, (count + 2) * sizeof *larger);
  if (!larger) return -1;
  if (own != environ) memcpy(larger, environ, count * sizeof *larger);
  larger[count] = text;
  larger[count + 1] = 0;
  own = environ = larger;
  return 0;
}

int putenv(char *text) {
  char *equals = strchr(text, '=');
  return equals ? put(text, equals - text) : unsetenv(text);
}

int setenv(const char *name, const char *value, int replace) {
  size_t length, more;
  char *text;
  if (!name || !*name || strchr(name, '=')) {
    errno = EINVAL;
    return -1;
  }
  length = strlen(name);
  if (!replace && find(name, length)) return 0;
  more = strlen(value) + 1;
  text = malloc(length + 1 + more);
  if (!text) return -1;
  memcpy(text, name, length);
  text[length] = '=';
  memcpy(text + length + 1, value, more);
  return put(text, length);
}

int unsetenv(const char *name) {
  size_t length;
  if (!name || !*name || strchr(name, '=')) {
    errno = EINVAL;
    return -1;
  }
  length = strlen(name);
  for (char **found = find(name, length); found; found = find(name, length))
    do found[0] = found[1];
    while (*found++);
  return 0;
}

int clearenv(void) {
  free(own);
  own = environ = 0;
  return 0;
}
`,
  },
  {
    name: 'stdlib/environ.c',
    text: `
char **environ, **__environ;
`,
  },
  {
    name: 'stdlib/system.c',
    text: `
#include <stdlib.h>
int __shell(const char *);

int system(const char *command) { return command ? __shell(command) : 1; }
`,
  },
  {
    name: 'stdlib/multibyte.c',
    text: `
#include <stddef.h>

/* In the C locale a character is a byte. */
int mblen(const char *from, size_t length) { return !from || !*from ? 0 : length == 0 ? -1 : 1; }

int mbtowc(wchar_t *to, const char *from, size_t length) {
  if (!from) return 0;
  if (length == 0 || (unsigned char)*from > 127) return -1;
  if (to) *to = *from;
  return *from != 0;
}

int wctomb(char *to, wchar_t from) {
  if (!to) return 0;
  if (from < 0 || from > 127) return -1;
  *to = from;
  return 1;
}
`,
  },
]
