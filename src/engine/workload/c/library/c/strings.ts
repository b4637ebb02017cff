import type { SourceFile } from '../../source.ts'

/** string.h and ctype.h, as far as they keep state, call malloc, or are too small to leave the machine for. */
export const strings: readonly SourceFile[] = [
  {
    name: 'string/strdup.c',
    text: `
#include <stdlib.h>
#include <string.h>

char *strdup(const char *from) {
  size_t size = strlen(from) + 1;
  char *to = malloc(size);
  return to ? memcpy(to, from, size) : 0;
}

char *strndup(const char *from, size_t most) {
  size_t length = strnlen(from, most);
  char *to = malloc(length + 1);
  if (!to) return 0;
  to[length] = 0;
  return memcpy(to, from, length);
}
`,
  },
  {
    name: 'string/strtok.c',
    text: `
#include <string.h>

char *strtok_r(char *text, const char *separators, char **rest) {
  char *token, *end;
  if (!text) text = *rest;
  token = text + strspn(text, separators);
  end = token + strcspn(token, separators);
  *rest = *end ? end + 1 : end;
  *end = 0;
  return end == token ? 0 : token;
}

char *strtok(char *text, const char *separators) {
  static char *rest;
  return strtok_r(text, separators, &rest);
}

char *strsep(char **text, const char *separators) {
  char *token = *text, *end;
  if (!token) return 0;
  end = token + strcspn(token, separators);
  *text = *end ? end + 1 : 0;
  *end = 0;
  return token;
}
`,
  },
  {
    name: 'string/strerror.c',
    text: `
#include <string.h>
int __error_text(int, char *, size_t);

/* glibc hands out its own text; here it is written when it is asked for. */
char *strerror(int error) {
  static char text[64];
  __error_text(error, text, sizeof text);
  return text;
}

int __xpg_strerror_r(int error, char *to, size_t size) { return __error_text(error, to, size) < (int)size ? 0 : 34; }
`,
  },
  {
    name: 'string/strerror_r.c',
    text: `
#define _GNU_SOURCE
#include <string.h>
int __error_text(int, char *, size_t);

char *strerror_r(int error, char *to, size_t size) {
  __error_text(error, to, size);
  return to;
}
`,
  },
  {
    name: 'string/strsignal.c',
    text: `
#include <string.h>

static const char *const names[] = {
    0, "Hangup", "Interrupt", "Quit", "Illegal instruction", "Trace/breakpoint trap", "Aborted", "Bus error",
    "Floating point exception", "Killed", "User defined signal 1", "Segmentation fault", "User defined signal 2",
    "Broken pipe", "Alarm clock", "Terminated"};

char *strsignal(int number) {
  if (number < 1 || number >= (int)(sizeof names / sizeof *names)) return "Unknown signal";
  return (char *)names[number];
}
`,
  },
  {
    name: 'string/strxfrm.c',
    text: `
#include <string.h>

size_t strxfrm(char *to, const char *from, size_t size) {
  size_t length = strlen(from);
  if (size > 0) strncpy(to, from, size);
  return length;
}
`,
  },
  {
    name: 'string/basename.c',
    text: `
#include <string.h>

char *basename(const char *path) {
  char *slash = strrchr(path, '/');
  return slash ? slash + 1 : (char *)path;
}
`,
  },
  {
    name: 'string/ffs.c',
    text: `
int ffs(int x) {
  int at = 1;
  unsigned int bits = x;
  if (!bits) return 0;
  for (; !(bits & 1); bits >>= 1) at++;
  return at;
}

int ffsll(long long int x) {
  unsigned int low = x, high = (unsigned long long)x >> 32;
  if (low) return ffs(low);
  return high ? 32 + ffs(high) : 0;
}

int ffsl(long int x) { return ffsll(x); }
`,
  },
  {
    name: 'ctype/ctype.c',
    text: String.raw`
#undef isascii
#undef toascii
#undef isalnum
#undef isalpha
#undef isblank
#undef iscntrl
#undef isdigit
#undef isgraph
#undef islower
#undef isprint
#undef ispunct
#undef isspace
#undef isupper
#undef isxdigit
#undef tolower
#undef toupper

int isupper(int c) { return c >= 'A' && c <= 'Z'; }

int islower(int c) { return c >= 'a' && c <= 'z'; }

int isalpha(int c) { return isupper(c) || islower(c); }

int isdigit(int c) { return c >= '0' && c <= '9'; }

int isalnum(int c) { return isalpha(c) || isdigit(c); }

int isxdigit(int c) { return isdigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

int isblank(int c) { return c == ' ' || c == '\t'; }

int isspace(int c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

int iscntrl(int c) { return (c >= 0 && c < 32) || c == 127; }

int isprint(int c) { return c >= 32 && c < 127; }

int isgraph(int c) { return c > 32 && c < 127; }

int ispunct(int c) { return isgraph(c) && !isalnum(c); }

int tolower(int c) { return isupper(c) ? c + 32 : c; }

int toupper(int c) { return islower(c) ? c - 32 : c; }

int isascii(int c) { return (c & ~127) == 0; }

int toascii(int c) { return c & 127; }
`,
  },
]
