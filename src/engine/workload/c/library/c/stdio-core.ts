import type { SourceFile } from '../../source.ts'
import { FILE_LAYOUT } from './file-layout.ts'

/** The standard streams, their buffers, and what fills and empties them. */
export const stdioCore: readonly SourceFile[] = [
  {
    name: 'stdio/streams.c',
    text: String.raw`${FILE_LAYOUT}
#define STREAM(descriptor, flags, next) \
  { ._flags = (int)flags, ._chain = next, ._fileno = descriptor, ._old_offset = -1, ._offset = -1 }

struct _IO_FILE _IO_2_1_stdin_ = STREAM(0, 0xfbad2088, 0);
struct _IO_FILE _IO_2_1_stdout_ = STREAM(1, 0xfbad2084, &_IO_2_1_stdin_);
struct _IO_FILE _IO_2_1_stderr_ = STREAM(2, 0xfbad2086, &_IO_2_1_stdout_);
struct _IO_FILE *_IO_list_all = &_IO_2_1_stderr_;

#undef stdin
#undef stdout
#undef stderr
FILE *stdin = &_IO_2_1_stdin_;
FILE *stdout = &_IO_2_1_stdout_;
FILE *stderr = &_IO_2_1_stderr_;
`,
  },
  {
    name: 'stdio/buffer.c',
    text: `${FILE_LAYOUT}
#include <stdlib.h>

void __stream_set_buffer(FILE *f, char *from, char *to, int owner) {
  if (f->_IO_buf_base && !(f->_flags & USER_BUF)) free(f->_IO_buf_base);
  f->_IO_buf_base = from;
  f->_IO_buf_end = to;
  f->_flags = (f->_flags & ~USER_BUF) | owner;
}

void __stream_buffer(FILE *f) {
  size_t size = 4096;
  char *block = 0;
  if (f->_IO_buf_base) return;
  if (!(f->_flags & UNBUFFERED)) {
    if (f->_fileno >= 0 && f->_fileno < 3 && __has_terminal()) {
      size = 1024;
      f->_flags |= LINE_BUFFERED;
    }
    block = malloc(size);
  }
  if (block) __stream_set_buffer(f, block, block + size, 0);
  else __stream_set_buffer(f, f->_shortbuf, f->_shortbuf + 1, USER_BUF);
}

long __put(FILE *f, const void *from, size_t length) {
  long count;
  if (f->_mode == 0) f->_mode = -1;
  count = __stream_put(f, from, length);
  if (count != NEEDS_BUFFER) return count;
  __stream_buffer(f);
  return __stream_put(f, from, length);
}
`,
  },
  {
    name: 'stdio/underflow.c',
    text: `${FILE_LAYOUT}
#include <stdlib.h>

/* Whoever is asked for input should see what the program has printed so far. */
void __flush_before_input(FILE *f) {
  if ((f->_flags & (LINE_BUFFERED | UNBUFFERED)) == 0) return;
  if ((stdout->_flags & (LINKED | LINE_BUFFERED)) == (LINKED | LINE_BUFFERED)) __stream_flush(stdout);
}

static void leave_backup(FILE *f) {
  char *base = f->_IO_read_base, *end = f->_IO_read_end;
  f->_flags &= ~IN_BACKUP;
  f->_IO_read_base = f->_IO_save_base;
  f->_IO_read_ptr = f->_IO_backup_base;
  f->_IO_read_end = f->_IO_save_end;
  f->_IO_save_base = base;
  f->_IO_backup_base = f->_IO_save_end = end;
}

void __drop_backup(FILE *f) {
  if (f->_flags & IN_BACKUP) leave_backup(f);
  if (!f->_IO_save_base) return;
  free(f->_IO_save_base);
  f->_IO_save_base = f->_IO_backup_base = f->_IO_save_end = 0;
}

int __underflow(FILE *f) {
  if (f->_mode == 0) f->_mode = -1;
  if (f->_flags & IN_BACKUP) {
    leave_backup(f);
    if (f->_IO_read_ptr < f->_IO_read_end) return 0;
  }
  __drop_backup(f);
  if (f->_flags & (EOF_SEEN | NO_READS)) return __stream_fill(f);
  __stream_buffer(f);
  __flush_before_input(f);
  return __stream_fill(f);
}
`,
  },
  {
    name: 'stdio/ungetc.c',
    text: `${FILE_LAYOUT}
#include <stdlib.h>

#define BACKUP 128

static int enter_backup(FILE *f) {
  char *area = f->_IO_save_base;
  if (!area) area = malloc(BACKUP);
  if (!area) return 0;
  f->_IO_save_base = f->_IO_read_base;
  f->_IO_backup_base = f->_IO_read_ptr;
  f->_IO_save_end = f->_IO_read_end;
  f->_IO_read_base = area;
  f->_IO_read_ptr = f->_IO_read_end = area + BACKUP;
  f->_flags |= IN_BACKUP;
  return 1;
}

int ungetc(int c, FILE *f) {
  if (c == EOF) return EOF;
  f->_flags &= ~EOF_SEEN;
  if (f->_IO_read_ptr > f->_IO_read_base && (unsigned char)f->_IO_read_ptr[-1] == (unsigned char)c) {
    f->_IO_read_ptr--;
    return (unsigned char)c;
  }
  if (!(f->_flags & IN_BACKUP) && !enter_backup(f)) return EOF;
  if (f->_IO_read_ptr == f->_IO_read_base) return EOF;
  *--f->_IO_read_ptr = c;
  return (unsigned char)c;
}
`,
  },
  {
    name: 'stdio/setvbuf.c',
    text: `${FILE_LAYOUT}

static void use_buffer(FILE *f, char *buffer, size_t size) {
  __stream_flush(f);
  if (buffer && size) {
    f->_flags &= ~UNBUFFERED;
    __stream_set_buffer(f, buffer, buffer + size, USER_BUF);
  } else {
    f->_flags |= UNBUFFERED;
    __stream_set_buffer(f, f->_shortbuf, f->_shortbuf + 1, USER_BUF);
  }
  f->_flags &= ~IS_PUTTING;
  f->_IO_write_base = f->_IO_write_ptr = f->_IO_write_end = 0;
  f->_IO_read_base = f->_IO_read_ptr = f->_IO_read_end = 0;
}

int setvbuf(FILE *f, char *buffer, int mode, size_t size) {
  if (mode == _IONBF) {
    f->_flags &= ~LINE_BUFFERED;
    use_buffer(f, 0, 0);
    return 0;
  }
  if (mode != _IOLBF && mode != _IOFBF) return -1;
  if (mode == _IOFBF && !buffer && !f->_IO_buf_base) {
    /* glibc ignores the size here, and takes its usual buffer at once. */
    f->_flags &= ~UNBUFFERED;
    __stream_buffer(f);
  }
  f->_flags &= ~(LINE_BUFFERED | UNBUFFERED);
  if (mode == _IOLBF) f->_flags |= LINE_BUFFERED;
  if (buffer) use_buffer(f, buffer, size);
  else if (f->_flags & IS_PUTTING) f->_IO_write_end = mode == _IOLBF ? f->_IO_write_base : f->_IO_buf_end;
  return 0;
}

void setbuffer(FILE *f, char *buffer, size_t size) {
  f->_flags &= ~LINE_BUFFERED;
  use_buffer(f, buffer, size);
}

void setbuf(FILE *f, char *buffer) { setbuffer(f, buffer, BUFSIZ); }

void setlinebuf(FILE *f) { setvbuf(f, 0, _IOLBF, 0); }
`,
  },
]
