/** Input and output. `struct _IO_FILE` is the library's own. */
export const STDIO: Readonly<Record<string, string>> = {
  'stdio.h': `#pragma once
#include <bits/size_t.h>
#include <bits/types.h>
typedef __builtin_va_list va_list;
typedef __off_t off_t;
typedef __ssize_t ssize_t;
typedef struct _IO_FILE FILE;
typedef struct {
  __off_t __pos;
  int __state[2];
} fpos_t;
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#define BUFSIZ 8192
#define EOF (-1)
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define P_tmpdir "/tmp"
#define L_tmpnam 20
#define TMP_MAX 238328
#define FILENAME_MAX 4096
#define FOPEN_MAX 16
extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr
extern int remove(const char *__filename);
extern int rename(const char *__old, const char *__new);
extern FILE *tmpfile(void);
extern int fclose(FILE *__stream);
extern int fflush(FILE *__stream);
extern FILE *fopen(const char *restrict __filename, const char *restrict __modes);
extern FILE *freopen(const char *restrict __filename, const char *restrict __modes, FILE *restrict __stream);
extern FILE *fdopen(int __fd, const char *__modes);
extern void setbuf(FILE *restrict __stream, char *restrict __buf);
extern int setvbuf(FILE *restrict __stream, char *restrict __buf, int __modes, size_t __n);
extern void setbuffer(FILE *restrict __stream, char *restrict __buf, size_t __size);
extern void setlinebuf(FILE *__stream);
extern int fprintf(FILE *restrict __stream, const char *restrict __format, ...);
extern int printf(const char *restrict __format, ...);
extern int sprintf(char *restrict __s, const char *restrict __format, ...);
extern int vfprintf(FILE *restrict __s, const char *restrict __format, va_list __arg);
extern int vprintf(const char *restrict __format, va_list __arg);
extern int vsprintf(char *restrict __s, const char *restrict __format, va_list __arg);
extern int snprintf(char *restrict __s, size_t __maxlen, const char *restrict __format, ...);
extern int vsnprintf(char *restrict __s, size_t __maxlen, const char *restrict __format, va_list __arg);
extern int dprintf(int __fd, const char *restrict __fmt, ...);
extern int vdprintf(int __fd, const char *restrict __fmt, va_list __arg);
extern int fscanf(FILE *restrict __stream, const char *restrict __format, ...);
extern int scanf(const char *restrict __format, ...);
extern int sscanf(const char *restrict __s, const char *restrict __format, ...);
extern int vfscanf(FILE *restrict __s, const char *restrict __format, va_list __arg);
extern int vscanf(const char *restrict __format, va_list __arg);
extern int vsscanf(const char *restrict __s, const char *restrict __format, va_list __arg);
extern int fgetc(FILE *__stream);
extern int getc(FILE *__stream);
extern int getchar(void);
extern int fputc(int __c, FILE *__stream);
extern int putc(int __c, FILE *__stream);
extern int putchar(int __c);
extern int getc_unlocked(FILE *__stream);
extern int getchar_unlocked(void);
extern int putc_unlocked(int __c, FILE *__stream);
extern int putchar_unlocked(int __c);
extern char *fgets(char *restrict __s, int __n, FILE *restrict __stream);
extern __ssize_t getdelim(char **restrict __lineptr, size_t *restrict __n, int __delimiter, FILE *restrict __stream);
extern __ssize_t getline(char **restrict __lineptr, size_t *restrict __n, FILE *restrict __stream);
extern int fputs(const char *restrict __s, FILE *restrict __stream);
extern int puts(const char *__s);
extern int ungetc(int __c, FILE *__stream);
extern size_t fread(void *restrict __ptr, size_t __size, size_t __n, FILE *restrict __stream);
extern size_t fwrite(const void *restrict __ptr, size_t __size, size_t __n, FILE *restrict __s);
extern int fseek(FILE *__stream, long int __off, int __whence);
extern long int ftell(FILE *__stream);
extern void rewind(FILE *__stream);
extern int fseeko(FILE *__stream, __off_t __off, int __whence);
extern __off_t ftello(FILE *__stream);
extern int fgetpos(FILE *restrict __stream, fpos_t *restrict __pos);
extern int fsetpos(FILE *__stream, const fpos_t *__pos);
extern void clearerr(FILE *__stream);
extern int feof(FILE *__stream);
extern int ferror(FILE *__stream);
extern void perror(const char *__s);
extern int fileno(FILE *__stream);
extern FILE *popen(const char *__command, const char *__modes);
extern int pclose(FILE *__stream);
#ifdef _GNU_SOURCE
extern int asprintf(char **restrict __ptr, const char *restrict __fmt, ...);
extern int vasprintf(char **restrict __ptr, const char *restrict __f, va_list __arg);
#endif
`,
}
