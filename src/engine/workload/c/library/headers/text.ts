/** Strings, memory and characters. */
export const TEXT: Readonly<Record<string, string>> = {
  'string.h': `#pragma once
#include <bits/size_t.h>
#include <strings.h>
extern void *memcpy(void *restrict __dest, const void *restrict __src, size_t __n);
extern void *memmove(void *__dest, const void *__src, size_t __n);
extern void *memccpy(void *restrict __dest, const void *restrict __src, int __c, size_t __n);
extern void *memset(void *__s, int __c, size_t __n);
extern int memcmp(const void *__s1, const void *__s2, size_t __n);
extern void *memchr(const void *__s, int __c, size_t __n);
extern char *strcpy(char *restrict __dest, const char *restrict __src);
extern char *strncpy(char *restrict __dest, const char *restrict __src, size_t __n);
extern char *strcat(char *restrict __dest, const char *restrict __src);
extern char *strncat(char *restrict __dest, const char *restrict __src, size_t __n);
extern int strcmp(const char *__s1, const char *__s2);
extern int strncmp(const char *__s1, const char *__s2, size_t __n);
extern int strcoll(const char *__s1, const char *__s2);
extern size_t strxfrm(char *restrict __dest, const char *restrict __src, size_t __n);
extern char *strdup(const char *__s);
extern char *strndup(const char *__string, size_t __n);
extern char *strchr(const char *__s, int __c);
extern char *strrchr(const char *__s, int __c);
extern size_t strcspn(const char *__s, const char *__reject);
extern size_t strspn(const char *__s, const char *__accept);
extern char *strpbrk(const char *__s, const char *__accept);
extern char *strstr(const char *__haystack, const char *__needle);
extern char *strtok(char *restrict __s, const char *restrict __delim);
extern char *strtok_r(char *restrict __s, const char *restrict __delim, char **restrict __save_ptr);
extern size_t strlen(const char *__s);
extern size_t strnlen(const char *__string, size_t __maxlen);
extern char *strerror(int __errnum);
extern void explicit_bzero(void *__s, size_t __n);
extern char *strsep(char **restrict __stringp, const char *restrict __delim);
extern char *strsignal(int __sig);
extern char *stpcpy(char *restrict __dest, const char *restrict __src);
extern char *stpncpy(char *restrict __dest, const char *restrict __src, size_t __n);
#ifdef _GNU_SOURCE
extern void *memrchr(const void *__s, int __c, size_t __n);
extern void *rawmemchr(const void *__s, int __c);
extern void *memmem(const void *__haystack, size_t __haystacklen, const void *__needle, size_t __needlelen);
extern void *mempcpy(void *restrict __dest, const void *restrict __src, size_t __n);
extern char *strchrnul(const char *__s, int __c);
extern char *strcasestr(const char *__haystack, const char *__needle);
extern char *basename(const char *__filename);
extern char *strerror_r(int __errnum, char *__buf, size_t __buflen);
#else
extern int strerror_r(int __errnum, char *__buf, size_t __buflen);
#endif
`,
  'strings.h': `#pragma once
#include <bits/size_t.h>
extern int bcmp(const void *__s1, const void *__s2, size_t __n);
extern void bcopy(const void *__src, void *__dest, size_t __n);
extern void bzero(void *__s, size_t __n);
extern char *index(const char *__s, int __c);
extern char *rindex(const char *__s, int __c);
extern int ffs(int __i);
extern int ffsl(long int __l);
extern int ffsll(long long int __ll);
extern int strcasecmp(const char *__s1, const char *__s2);
extern int strncasecmp(const char *__s1, const char *__s2, size_t __n);
`,
  'memory.h': `#pragma once
#include <string.h>
`,
  'ctype.h': `#pragma once
extern int isalnum(int);
extern int isalpha(int);
extern int iscntrl(int);
extern int isdigit(int);
extern int islower(int);
extern int isgraph(int);
extern int isprint(int);
extern int ispunct(int);
extern int isspace(int);
extern int isupper(int);
extern int isxdigit(int);
extern int isblank(int);
extern int tolower(int __c);
extern int toupper(int __c);
extern int isascii(int __c);
extern int toascii(int __c);
`,
}
