/**
 * FILE for the library's own files: glibc 2.36's layout, with what the host functions add to it (host/stream.ts reads
 * the same fields by their offsets). stdio.h itself leaves it opaque, or declares the same.
 */
export const FILE_LAYOUT = `
#include <stddef.h>
#include <stdio.h>
#ifndef __struct_FILE_defined
#define __struct_FILE_defined 1
struct _IO_FILE {
  int _flags;
  char *_IO_read_ptr;
  char *_IO_read_end;
  char *_IO_read_base;
  char *_IO_write_base;
  char *_IO_write_ptr;
  char *_IO_write_end;
  char *_IO_buf_base;
  char *_IO_buf_end;
  char *_IO_save_base;
  char *_IO_backup_base;
  char *_IO_save_end;
  void *_markers;
  struct _IO_FILE *_chain;
  int _fileno;
  int _flags2;
  long _old_offset;
  unsigned short _cur_column;
  signed char _vtable_offset;
  char _shortbuf[1];
  void *_lock;
  long long _offset;
  void *_codecvt;
  void *_wide_data;
  struct _IO_FILE *_freeres_list;
  void *_freeres_buf;
  size_t __pad5;
  int _mode;
  char _unused2[15 * sizeof(int) - 4 * sizeof(void *) - sizeof(size_t)];
};
#endif

enum {
  USER_BUF = 0x1,
  UNBUFFERED = 0x2,
  NO_READS = 0x4,
  NO_WRITES = 0x8,
  EOF_SEEN = 0x10,
  ERROR_SEEN = 0x20,
  LINKED = 0x80,
  IN_BACKUP = 0x100,
  LINE_BUFFERED = 0x200,
  IS_PUTTING = 0x800,
  IS_APPENDING = 0x1000,
  MAGIC = 0xbad0000
};

/* The FILE, its vtable and its lock, as glibc allocates them together. */
#define STREAM_BLOCK (sizeof(void *) == 8 ? 472 : 304)
#define NEEDS_BUFFER (-2)
#define NEEDS_FLUSH (-3)

extern struct _IO_FILE *_IO_list_all;
extern int __libc_errno;
long __stream_put(FILE *, const void *, size_t);
int __stream_flush(FILE *);
int __stream_fill(FILE *);
void __stream_buffer(FILE *);
void __stream_set_buffer(FILE *, char *, char *, int);
long __put(FILE *, const void *, size_t);
int __underflow(FILE *);
void __drop_backup(FILE *);
void __flush_before_input(FILE *);
int __has_terminal(void);
`
