/** Clocks and dates. */
export const TIME: Readonly<Record<string, string>> = {
  'bits/time.h': `#pragma once
#include <bits/types.h>
struct timeval {
  __time_t tv_sec;
  __suseconds_t tv_usec;
};
struct timespec {
  __time_t tv_sec;
  long int tv_nsec;
};
`,
  'time.h': `#pragma once
#include <bits/size_t.h>
#include <bits/time.h>
#define CLOCKS_PER_SEC ((__clock_t) 1000000)
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define TIME_UTC 1
typedef __clock_t clock_t;
typedef __time_t time_t;
typedef __clockid_t clockid_t;
typedef __pid_t pid_t;
struct tm {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  int tm_year;
  int tm_wday;
  int tm_yday;
  int tm_isdst;
  long int tm_gmtoff;
  const char *tm_zone;
};
extern clock_t clock(void);
extern time_t time(time_t *__timer);
extern double difftime(time_t __time1, time_t __time0);
extern time_t mktime(struct tm *__tp);
extern size_t strftime(char *restrict __s, size_t __maxsize, const char *restrict __format, const struct tm *restrict __tp);
extern struct tm *gmtime(const time_t *__timer);
extern struct tm *localtime(const time_t *__timer);
extern struct tm *gmtime_r(const time_t *restrict __timer, struct tm *restrict __tp);
extern struct tm *localtime_r(const time_t *restrict __timer, struct tm *restrict __tp);
extern char *asctime(const struct tm *__tp);
extern char *ctime(const time_t *__timer);
extern int nanosleep(const struct timespec *__requested_time, struct timespec *__remaining);
extern int clock_getres(clockid_t __clock_id, struct timespec *__res);
extern int clock_gettime(clockid_t __clock_id, struct timespec *__tp);
extern int timespec_get(struct timespec *__ts, int __base);
`,
  'sys/time.h': `#pragma once
#include <bits/time.h>
#include <bits/types.h>
typedef __time_t time_t;
typedef __suseconds_t suseconds_t;
struct timezone {
  int tz_minuteswest;
  int tz_dsttime;
};
extern int gettimeofday(struct timeval *restrict __tv, void *restrict __tz);
#define timerisset(tvp) ((tvp)->tv_sec || (tvp)->tv_usec)
#define timerclear(tvp) ((tvp)->tv_sec = (tvp)->tv_usec = 0)
#define timersub(a, b, result)                      \\
  do {                                              \\
    (result)->tv_sec = (a)->tv_sec - (b)->tv_sec;   \\
    (result)->tv_usec = (a)->tv_usec - (b)->tv_usec; \\
    if ((result)->tv_usec < 0) {                    \\
      --(result)->tv_sec;                           \\
      (result)->tv_usec += 1000000;                 \\
    }                                               \\
  } while (0)
`,
}
