import type { SourceFile } from '../../source.ts'
import { FILE_LAYOUT } from './file-layout.ts'

/** Characters, strings, lines and blocks through streams. */
export const stdioText: readonly SourceFile[] = [
  {
    name: 'stdio/putc.c',
    text: `${FILE_LAYOUT}
#undef putc
#undef putchar

int fputc(int c, FILE *f) {
  char byte = c;
  if (f->_IO_write_ptr < f->_IO_write_end) return (unsigned char)(*f->_IO_write_ptr++ = c);
  return __put(f, &byte, 1) == 1 ? (unsigned char)c : EOF;
}

int putc(int c, FILE *f) { return fputc(c, f); }

int putchar(int c) { return fputc(c, stdout); }

int putc_unlocked(int c, FILE *f) { return fputc(c, f); }

int putchar_unlocked(int c) { return fputc(c, stdout); }
`,
  },
  {
    name: 'stdio/puts.c',
    text: String.raw`${FILE_LAYOUT}
#include <string.h>

int fputs(const char *text, FILE *f) {
  size_t length = strlen(text);
  return __put(f, text, length) == (long)length ? 1 : EOF;
}

int puts(const char *text) {
  size_t length = strlen(text);
  if (__put(stdout, text, length) != (long)length || __put(stdout, "\n", 1) != 1) return EOF;
  return length + 1;
}

size_t fwrite(const void *from, size_t size, size_t count, FILE *f) {
  size_t length = size * count;
  long done;
  if (length == 0) return 0;
  done = __put(f, from, length);
  if (done == (long)length) return count;
  return done < 0 ? 0 : done / size;
}
`,
  },
  {
    name: 'stdio/getc.c',
    text: `${FILE_LAYOUT}
#undef getc
#undef getchar

int fgetc(FILE *f) {
  if (f->_IO_read_ptr >= f->_IO_read_end && __underflow(f)) return EOF;
  return (unsigned char)*f->_IO_read_ptr++;
}

int getc(FILE *f) { return fgetc(f); }

int getchar(void) { return fgetc(stdin); }

int getc_unlocked(FILE *f) { return fgetc(f); }

int getchar_unlocked(void) { return fgetc(stdin); }
`,
  },
  {
    name: 'stdio/gets.c',
    text: String.raw`${FILE_LAYOUT}
#include <string.h>

/* Moves bytes up to the end of a line, at most "most" of them; 0 at the end of the input. */
static size_t take_line(FILE *f, char *to, size_t most) {
  size_t done = 0;
  while (done < most) {
    size_t length;
    char *end;
    if (f->_IO_read_ptr >= f->_IO_read_end && __underflow(f)) break;
    length = f->_IO_read_end - f->_IO_read_ptr;
    if (length > most - done) length = most - done;
    end = memchr(f->_IO_read_ptr, '\n', length);
    if (end) length = end - f->_IO_read_ptr + 1;
    memcpy(to + done, f->_IO_read_ptr, length);
    f->_IO_read_ptr += length;
    done += length;
    if (end) break;
  }
  return done;
}

char *fgets(char *to, int size, FILE *f) {
  size_t length;
  if (size <= 0) return 0;
  if (size == 1) {
    to[0] = 0;
    return to;
  }
  length = take_line(f, to, size - 1);
  if (length == 0 || (f->_flags & ERROR_SEEN)) return 0;
  to[length] = 0;
  return to;
}

char *gets(char *to) {
  size_t length = take_line(stdin, to, (size_t)-1);
  if (length == 0) return 0;
  if (to[length - 1] == '\n') length--;
  to[length] = 0;
  return to;
}
`,
  },
  {
    name: 'stdio/getline.c',
    text: String.raw`${FILE_LAYOUT}
#include <stdlib.h>
#include <string.h>

/* glibc begins with 120 bytes and at least doubles them. */
ssize_t getdelim(char **line, size_t *size, int delimiter, FILE *f) {
  size_t done = 0;
  if (!line || !size) {
    __libc_errno = 22;
    return -1;
  }
  if (*line == 0 || *size == 0) {
    char *first = malloc(120);
    if (!first) return -1;
    *line = first;
    *size = 120;
  }
  if (f->_IO_read_ptr >= f->_IO_read_end && __underflow(f)) return -1;
  for (;;) {
    size_t length = f->_IO_read_end - f->_IO_read_ptr, needed;
    char *end = memchr(f->_IO_read_ptr, delimiter, length);
    if (end) length = end - f->_IO_read_ptr + 1;
    needed = done + length + 1;
    if (needed > *size) {
      char *larger;
      if (needed < 2 * *size) needed = 2 * *size;
      larger = realloc(*line, needed);
      if (!larger) return -1;
      *line = larger;
      *size = needed;
    }
    memcpy(*line + done, f->_IO_read_ptr, length);
    f->_IO_read_ptr += length;
    done += length;
    if (end || __underflow(f)) break;
  }
  (*line)[done] = 0;
  return done;
}

ssize_t getline(char **line, size_t *size, FILE *f) { return getdelim(line, size, '\n', f); }
`,
  },
  {
    name: 'stdio/fread.c',
    text: `${FILE_LAYOUT}
#include <string.h>
#include <unistd.h>

/* Large amounts go past the buffer, in whole blocks. */
static int read_past(FILE *f, char *to, size_t left, size_t *got) {
  size_t block = f->_IO_buf_end - f->_IO_buf_base;
  ssize_t count = read(f->_fileno, to, block >= 128 ? left - left % block : left);
  f->_IO_read_base = f->_IO_read_ptr = f->_IO_read_end = f->_IO_buf_base;
  if (count <= 0) {
    f->_flags |= count == 0 ? EOF_SEEN : ERROR_SEEN;
    return 0;
  }
  *got = count;
  return 1;
}

size_t fread(void *to, size_t size, size_t count, FILE *f) {
  size_t wanted = size * count, left = wanted;
  char *at = to;
  if (wanted == 0) return 0;
  while (left > 0) {
    size_t have = f->_IO_read_end - f->_IO_read_ptr;
    if (have > 0) {
      if (have > left) have = left;
      memcpy(at, f->_IO_read_ptr, have);
      f->_IO_read_ptr += have;
    } else {
      if (!(f->_flags & (EOF_SEEN | NO_READS))) __stream_buffer(f);
      if ((f->_flags & (EOF_SEEN | NO_READS | IN_BACKUP | IS_PUTTING)) ||
          left < (size_t)(f->_IO_buf_end - f->_IO_buf_base)) {
        if (__underflow(f)) break;
      } else if (!read_past(f, at, left, &have)) break;
    }
    at += have;
    left -= have;
  }
  return left == 0 ? count : (wanted - left) / size;
}
`,
  },
]
