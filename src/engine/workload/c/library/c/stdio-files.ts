import type { SourceFile } from '../../source.ts'
import { FILE_LAYOUT } from './file-layout.ts'

/** Streams on files: opening, closing, flushing, moving; and their state. */
export const stdioFiles: readonly SourceFile[] = [
  {
    name: 'stdio/fopen.c',
    text: `${FILE_LAYOUT}
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int __open(const char *, int);

enum { READ_ONLY = 0, WRITE_ONLY = 1, READ_WRITE = 2, CREATE = 0100, EXCLUSIVE = 0200, TRUNCATE = 01000, APPEND = 02000 };

/* What a mode ("r+", "wb") means for open, and for the stream; -1 for a wrong one. */
static int mode_flags(const char *mode, int *stream_flags) {
  int flags;
  switch (*mode) {
    case 'r': flags = READ_ONLY; *stream_flags = NO_WRITES; break;
    case 'w': flags = WRITE_ONLY | CREATE | TRUNCATE; *stream_flags = NO_READS; break;
    case 'a': flags = WRITE_ONLY | CREATE | APPEND; *stream_flags = NO_READS | IS_APPENDING; break;
    default: return -1;
  }
  while (*++mode && *mode != ',') {
    if (*mode == '+') {
      flags = (flags & ~3) | READ_WRITE;
      *stream_flags &= IS_APPENDING;
    } else if (*mode == 'x') flags |= EXCLUSIVE;
  }
  return flags;
}

static FILE *new_stream(void) {
  FILE *f = malloc(STREAM_BLOCK);
  if (f) memset(f, 0, sizeof *f);
  return f;
}

static FILE *begin(FILE *f, int descriptor, int stream_flags) {
  f->_flags = (int)0xfbad2000 | LINKED | stream_flags;
  f->_fileno = descriptor;
  f->_old_offset = f->_offset = -1;
  f->_chain = _IO_list_all;
  _IO_list_all = f;
  return f;
}

FILE *fopen(const char *path, const char *mode) {
  int stream_flags, descriptor, flags = mode_flags(mode, &stream_flags);
  FILE *f = new_stream();
  if (!f) return 0;
  if (flags < 0) __libc_errno = 22;
  descriptor = flags < 0 ? -1 : __open(path, flags);
  if (descriptor < 0) {
    free(f);
    return 0;
  }
  return begin(f, descriptor, stream_flags);
}

FILE *fdopen(int descriptor, const char *mode) {
  int stream_flags;
  FILE *f;
  if (mode_flags(mode, &stream_flags) < 0) {
    __libc_errno = 22;
    return 0;
  }
  f = new_stream();
  return f ? begin(f, descriptor, stream_flags) : 0;
}

static void unlink_stream(FILE *f) {
  FILE **link = &_IO_list_all;
  while (*link && *link != f) link = &(*link)->_chain;
  if (*link) *link = f->_chain;
}

int fclose(FILE *f) {
  int result = __stream_flush(f);
  unlink_stream(f);
  __drop_backup(f);
  if (close(f->_fileno) < 0) result = EOF;
  __stream_set_buffer(f, 0, 0, 0);
  if (f->_fileno > 2) free(f);
  return result;
}

FILE *freopen(const char *path, const char *mode, FILE *f) {
  int stream_flags, flags = mode_flags(mode, &stream_flags), descriptor;
  __stream_flush(f);
  unlink_stream(f);
  __drop_backup(f);
  close(f->_fileno);
  descriptor = flags < 0 || !path ? -1 : __open(path, flags);
  if (descriptor < 0) return 0;
  f->_IO_read_base = f->_IO_read_ptr = f->_IO_read_end = 0;
  f->_IO_write_base = f->_IO_write_ptr = f->_IO_write_end = 0;
  return begin(f, descriptor, stream_flags);
}

FILE *tmpfile(void) {
  static int files;
  char name[] = "/tmp/tmpf000000";
  int rest = files++, descriptor;
  for (int i = 14; rest; rest /= 10) name[i--] += rest % 10;
  descriptor = __open(name, READ_WRITE | CREATE | EXCLUSIVE);
  return descriptor < 0 ? 0 : fdopen(descriptor, "w+");
}
`,
  },
  {
    name: 'stdio/fflush.c',
    text: `${FILE_LAYOUT}

int fflush(FILE *f) {
  int result = 0;
  if (f) return __stream_flush(f);
  for (f = _IO_list_all; f; f = f->_chain)
    if (__stream_flush(f)) result = EOF;
  return result;
}
`,
  },
  {
    name: 'stdio/fseek.c',
    text: `${FILE_LAYOUT}
#include <unistd.h>

long ftell(FILE *f) {
  long at = lseek(f->_fileno, 0, SEEK_CUR);
  if (at < 0) return -1;
  if (f->_flags & IS_PUTTING) return at + (f->_IO_write_ptr - f->_IO_write_base);
  return at - (f->_IO_read_end - f->_IO_read_ptr);
}

int fseek(FILE *f, long offset, int whence) {
  if (whence == SEEK_CUR) {
    long at = ftell(f);
    if (at < 0) return -1;
    offset += at;
    whence = SEEK_SET;
  }
  if (__stream_flush(f)) return -1;
  __drop_backup(f);
  __stream_buffer(f);
  if (lseek(f->_fileno, offset, whence) < 0) return -1;
  f->_flags &= ~(EOF_SEEN | IS_PUTTING);
  f->_IO_read_base = f->_IO_read_ptr = f->_IO_read_end = f->_IO_buf_base;
  f->_IO_write_base = f->_IO_write_ptr = f->_IO_write_end = f->_IO_buf_base;
  return 0;
}

void rewind(FILE *f) {
  fseek(f, 0, SEEK_SET);
  f->_flags &= ~(EOF_SEEN | ERROR_SEEN);
}

int fseeko(FILE *f, off_t offset, int whence) { return fseek(f, offset, whence); }

off_t ftello(FILE *f) { return ftell(f); }
`,
  },
  {
    name: 'stdio/state.c',
    text: `${FILE_LAYOUT}
#undef feof
#undef ferror

int feof(FILE *f) { return (f->_flags & EOF_SEEN) != 0; }

int ferror(FILE *f) { return (f->_flags & ERROR_SEEN) != 0; }

void clearerr(FILE *f) { f->_flags &= ~(EOF_SEEN | ERROR_SEEN); }

int fileno(FILE *f) { return f->_fileno; }

void flockfile(FILE *f) { (void)f; }

void funlockfile(FILE *f) { (void)f; }

size_t __fbufsize(FILE *f) { return f->_IO_buf_end - f->_IO_buf_base; }
`,
  },
  {
    name: 'stdio/perror.c',
    text: String.raw`${FILE_LAYOUT}
#include <stdlib.h>
#include <string.h>

static void print(const char *prefix) {
  int mode = stderr->_mode;
  fprintf(stderr, "%s%s%s\n", prefix ? prefix : "", prefix && *prefix ? ": " : "", strerror(__libc_errno));
  stderr->_mode = mode;
}

/* While nothing was printed to stderr, glibc leaves it untouched: it opens a second stream on a terminal for this. */
void perror(const char *prefix) {
  void *stream, *buffer;
  int error = __libc_errno;
  if (stderr->_mode != 0 || !__has_terminal()) {
    print(prefix);
    return;
  }
  stream = malloc(STREAM_BLOCK);
  buffer = stream ? malloc(1024) : 0;
  __libc_errno = error;
  print(prefix);
  if (buffer) free(buffer);
  if (stream) free(stream);
}
`,
  },
  {
    name: 'stdio/remove.c',
    text: `
#include <stdio.h>
#include <unistd.h>

int remove(const char *path) { return unlink(path); }
`,
  },
]
