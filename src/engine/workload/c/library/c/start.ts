import type { SourceFile } from '../../source.ts'

/** How a program begins and ends. */
export const start: readonly SourceFile[] = [
  {
    name: 'start/start.c',
    text: `
#include <stdlib.h>

/* Made by the code generator: calls the program's constructors. */
void __run_constructors(void);
int main(int, char **, char **);

extern char **environ, **__environ;

/* The loader has put arguments and environment on the stack, as the kernel does. */
void _start(int argc, char **argv, char **envp) {
  environ = __environ = envp;
  __run_constructors();
  exit(main(argc, argv, envp));
}
`,
  },
  {
    name: 'start/names.c',
    text: `
char *program_invocation_name = "./program";
char *program_invocation_short_name = "program";
`,
  },
  {
    name: 'start/exit.c',
    text: `
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Made by the code generator. */
void __run_destructors(void);

/* glibc keeps 32 entries in its own data and callocs further blocks of 32. */
#define ENTRIES 32

struct entry {
  long kind;
  void (*run)(void);
  void *argument;
  void *handle;
};

struct block {
  struct block *next;
  size_t used;
  struct entry entries[ENTRIES];
};

enum { PLAIN, WITH_STATUS };

static struct block first, *blocks = &first;
static struct block quick;

static int add(void (*run)(void), long kind, void *argument) {
  struct entry *entry;
  if (blocks->used == ENTRIES) {
    struct block *more = calloc(1, sizeof *more);
    if (!more) return -1;
    more->next = blocks;
    blocks = more;
  }
  entry = &blocks->entries[blocks->used++];
  entry->kind = kind;
  entry->run = run;
  entry->argument = argument;
  return 0;
}

int atexit(void (*run)(void)) { return add(run, PLAIN, 0); }

int on_exit(void (*run)(int, void *), void *argument) { return add((void (*)(void))run, WITH_STATUS, argument); }

static void run_handlers(int status) {
  while (blocks) {
    while (blocks->used > 0) {
      struct entry *entry = &blocks->entries[--blocks->used];
      if (entry->kind == PLAIN) entry->run();
      else ((void (*)(int, void *))entry->run)(status, entry->argument);
    }
    if (blocks == &first) break;
    blocks = blocks->next;
  }
}

void exit(int status) {
  run_handlers(status);
  __run_destructors();
  fflush(0);
  _exit(status);
}

void _Exit(int status) { _exit(status); }

int at_quick_exit(void (*run)(void)) {
  if (quick.used == ENTRIES) return -1;
  quick.entries[quick.used++].run = run;
  return 0;
}

void quick_exit(int status) {
  while (quick.used > 0) quick.entries[--quick.used].run();
  _exit(status);
}
`,
  },
  {
    name: 'start/assert.c',
    text: String.raw`
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern char *program_invocation_short_name;

void __assert_fail(const char *expression, const char *file, unsigned int line, const char *function) {
  fprintf(stderr, "%s: %s:%u: %s%sAssertion ${'`'}%s' failed.\n", program_invocation_short_name, file, line,
          function ? function : "", function ? ": " : "", expression);
  fflush(stderr);
  abort();
}

void __assert_perror_fail(int error, const char *file, unsigned int line, const char *function) {
  fprintf(stderr, "%s: %s:%u: %s%sUnexpected error: %s.\n", program_invocation_short_name, file, line,
          function ? function : "", function ? ": " : "", strerror(error));
  abort();
}

void __stack_chk_fail(void) {
  fprintf(stderr, "*** stack smashing detected ***: terminated\n");
  abort();
}
`,
  },
  {
    name: 'start/errno.c',
    text: `
int __libc_errno;

int *__errno_location(void) { return &__libc_errno; }
`,
  },
]
