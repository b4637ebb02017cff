import type { SourceFile } from '../../source.ts'
import { FILE_LAYOUT } from './file-layout.ts'

/** A variadic function over its `v…` twin: parameters, their names, and the last one before the dots. */
function wrapper(head: string, call: string, last: string): string {
  return `
int ${head} {
  int count;
  va_list list;
  va_start(list, ${last});
  count = ${call};
  va_end(list);
  return count;
}
`
}

/** printf and its family: wrappers around the host's formatting. */
export const stdioPrint: readonly SourceFile[] = [
  {
    name: 'stdio/vfprintf.c',
    text: `${FILE_LAYOUT}
#include <stdarg.h>
int __stream_print(FILE *, const char *, va_list, int);

int vfprintf(FILE *f, const char *format, va_list list) {
  int count;
  if (f->_mode == 0) f->_mode = -1;
  count = __stream_print(f, format, list, __libc_errno);
  if (count != NEEDS_BUFFER) return count;
  __stream_buffer(f);
  return __stream_print(f, format, list, __libc_errno);
}

int vprintf(const char *format, va_list list) { return vfprintf(stdout, format, list); }
${wrapper('printf(const char *format, ...)', 'vfprintf(stdout, format, list)', 'format')}
${wrapper('fprintf(FILE *f, const char *format, ...)', 'vfprintf(f, format, list)', 'format')}`,
  },
  {
    name: 'stdio/vsprintf.c',
    text: `
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
extern int __libc_errno;
int __buffer_print(char *, size_t, const char *, va_list, int);
int __descriptor_print(int, const char *, va_list, int);

int vsnprintf(char *to, size_t size, const char *format, va_list list) {
  return __buffer_print(to, size, format, list, __libc_errno);
}

int vsprintf(char *to, const char *format, va_list list) {
  return __buffer_print(to, (size_t)-1, format, list, __libc_errno);
}

int vdprintf(int descriptor, const char *format, va_list list) {
  return __descriptor_print(descriptor, format, list, __libc_errno);
}
${wrapper('snprintf(char *to, size_t size, const char *format, ...)', 'vsnprintf(to, size, format, list)', 'format')}
${wrapper('sprintf(char *to, const char *format, ...)', 'vsprintf(to, format, list)', 'format')}
${wrapper('dprintf(int descriptor, const char *format, ...)', 'vdprintf(descriptor, format, list)', 'format')}`,
  },
  {
    name: 'stdio/asprintf.c',
    text: `
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern int __libc_errno;
int __buffer_print(char *, size_t, const char *, va_list, int);

/* glibc begins with 100 bytes, doubles them while the text grows, and cuts the block to size at the end. */
int vasprintf(char **result, const char *format, va_list list) {
  size_t have = 100, needed;
  char *text = malloc(have), *exact;
  int length;
  if (!text) return -1;
  length = __buffer_print(0, 0, format, list, __libc_errno);
  if (length < 0) {
    free(text);
    return -1;
  }
  needed = (size_t)length + 1;
  while (have < needed) {
    char *larger = malloc(have = 2 * have + 100);
    if (!larger) {
      free(text);
      return -1;
    }
    free(text);
    text = larger;
  }
  __buffer_print(text, needed, format, list, __libc_errno);
  exact = have / 2 <= needed ? 0 : malloc(needed);
  if (exact) {
    memcpy(exact, text, needed);
    free(text);
  } else {
    exact = realloc(text, needed);
    if (!exact) exact = text;
  }
  *result = exact;
  return length;
}
${wrapper('asprintf(char **result, const char *format, ...)', 'vasprintf(result, format, list)', 'format')}`,
  },
  {
    name: 'stdio/scanf.c',
    text: `${FILE_LAYOUT}
#include <stdarg.h>
int __stream_scan(FILE *, const char *, va_list, int);
int __string_scan(const char *, const char *, va_list);

static int output_waits(void) {
  return (stdout->_flags & (LINKED | LINE_BUFFERED)) == (LINKED | LINE_BUFFERED) &&
         stdout->_IO_write_ptr > stdout->_IO_write_base;
}

int vfscanf(FILE *f, const char *format, va_list list) {
  if (f->_mode == 0) f->_mode = -1;
  for (;;) {
    int items = __stream_scan(f, format, list, output_waits());
    if (items == NEEDS_BUFFER) __stream_buffer(f);
    else if (items == NEEDS_FLUSH) __stream_flush(stdout);
    else return items;
  }
}

int vscanf(const char *format, va_list list) { return vfscanf(stdin, format, list); }

int vsscanf(const char *from, const char *format, va_list list) { return __string_scan(from, format, list); }
${wrapper('scanf(const char *format, ...)', 'vfscanf(stdin, format, list)', 'format')}
${wrapper('fscanf(FILE *f, const char *format, ...)', 'vfscanf(f, format, list)', 'format')}
${wrapper('sscanf(const char *from, const char *format, ...)', 'vsscanf(from, format, list)', 'format')}`,
  },
]
