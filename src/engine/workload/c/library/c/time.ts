import type { SourceFile } from '../../source.ts'

/** time.h: a clock that every question moves on by a millisecond, so that runs are the same. */
export const time: readonly SourceFile[] = [
  {
    name: 'time/clock.c',
    text: `
#include <stddef.h>
#include <sys/time.h>
#include <time.h>

/* 2024-01-01 00:00:00 UTC. */
#define START 1704067200L
#define STEP 1000

static unsigned long asked;

unsigned long __microseconds(void) { return asked += STEP; }

clock_t clock(void) { return __microseconds(); }

time_t time(time_t *to) {
  time_t now = START + __microseconds() / 1000000;
  if (to) *to = now;
  return now;
}

int gettimeofday(struct timeval *to, void *zone) {
  unsigned long now = __microseconds();
  (void)zone;
  to->tv_sec = START + now / 1000000;
  to->tv_usec = now % 1000000;
  return 0;
}

int clock_gettime(clockid_t which, struct timespec *to) {
  unsigned long now = __microseconds();
  int is_date = which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE;
  to->tv_sec = (is_date ? START : 0) + now / 1000000;
  to->tv_nsec = now % 1000000 * 1000;
  return 0;
}

int clock_getres(clockid_t which, struct timespec *to) {
  (void)which;
  if (to) {
    to->tv_sec = 0;
    to->tv_nsec = 1;
  }
  return 0;
}

int timespec_get(struct timespec *to, int base) {
  if (base != TIME_UTC) return 0;
  clock_gettime(CLOCK_REALTIME, to);
  return base;
}

double difftime(time_t later, time_t earlier) { return (double)later - (double)earlier; }
`,
  },
  {
    name: 'time/calendar.c',
    text: String.raw`
#include <stdio.h>
#include <time.h>

static const char day_names[] = "SunMonTueWedThuFriSat";
static const char month_names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
static struct tm own;

/* Days from 1970-01-01 to the first of a month; months count from March, so that leap days come last. */
static long days_before(long year, long month) {
  long years = year - (month < 2), era = (years >= 0 ? years : years - 399) / 400;
  long of_era = years - era * 400, shifted = (month + 10) % 12;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + (153 * shifted + 2) / 5 - 719468;
}

struct tm *gmtime_r(const time_t *from, struct tm *to) {
  long days = *from / 86400, rest = *from % 86400, year = 1970, month = 0;
  if (rest < 0) {
    rest += 86400;
    days--;
  }
  year += days / 366;
  while (days_before(year + 1, 0) <= days) year++;
  while (days < days_before(year, 0)) year--;
  while (month < 11 && days_before(year, month + 1) <= days) month++;
  to->tm_sec = rest % 60;
  to->tm_min = rest / 60 % 60;
  to->tm_hour = rest / 3600;
  to->tm_mday = days - days_before(year, month) + 1;
  to->tm_mon = month;
  to->tm_year = year - 1900;
  to->tm_wday = ((days + 4) % 7 + 7) % 7;
  to->tm_yday = days - days_before(year, 0);
  to->tm_isdst = 0;
  to->tm_gmtoff = 0;
  to->tm_zone = "UTC";
  return to;
}

struct tm *localtime_r(const time_t *from, struct tm *to) { return gmtime_r(from, to); }

struct tm *gmtime(const time_t *from) { return gmtime_r(from, &own); }

struct tm *localtime(const time_t *from) { return gmtime_r(from, &own); }

time_t mktime(struct tm *date) {
  long years = date->tm_year + 1900L + date->tm_mon / 12, months = date->tm_mon % 12;
  time_t result;
  if (months < 0) {
    months += 12;
    years--;
  }
  result = (days_before(years, months) + date->tm_mday - 1) * 86400L + date->tm_hour * 3600L + date->tm_min * 60L +
           date->tm_sec;
  gmtime_r(&result, date);
  return result;
}

char *asctime(const struct tm *date) {
  static char text[64];
  sprintf(text, "%.3s %.3s%3d %.2d:%.2d:%.2d %d\n", day_names + 3 * date->tm_wday, month_names + 3 * date->tm_mon,
          date->tm_mday, date->tm_hour, date->tm_min, date->tm_sec, date->tm_year + 1900);
  return text;
}

char *ctime(const time_t *from) { return asctime(gmtime(from)); }
`,
  },
  {
    name: 'time/strftime.c',
    text: String.raw`
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char *const days[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

static const char *pattern_of(char letter) {
  switch (letter) {
    case 'c': return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x': return "%m/%d/%y";
    case 'F': return "%Y-%m-%d";
    case 'r': return "%I:%M:%S %p";
    case 'R': return "%H:%M";
    case 'T':
    case 'X': return "%H:%M:%S";
  }
  return 0;
}

static void convert(char *to, size_t size, char letter, const struct tm *date) {
  int half = date->tm_hour % 12 == 0 ? 12 : date->tm_hour % 12;
  switch (letter) {
    case 'a': snprintf(to, size, "%.3s", days[date->tm_wday]); break;
    case 'A': snprintf(to, size, "%s", days[date->tm_wday]); break;
    case 'b':
    case 'h': snprintf(to, size, "%.3s", months[date->tm_mon]); break;
    case 'B': snprintf(to, size, "%s", months[date->tm_mon]); break;
    case 'C': snprintf(to, size, "%02d", (date->tm_year + 1900) / 100); break;
    case 'd': snprintf(to, size, "%02d", date->tm_mday); break;
    case 'e': snprintf(to, size, "%2d", date->tm_mday); break;
    case 'H': snprintf(to, size, "%02d", date->tm_hour); break;
    case 'I': snprintf(to, size, "%02d", half); break;
    case 'j': snprintf(to, size, "%03d", date->tm_yday + 1); break;
    case 'm': snprintf(to, size, "%02d", date->tm_mon + 1); break;
    case 'M': snprintf(to, size, "%02d", date->tm_min); break;
    case 'n': snprintf(to, size, "\n"); break;
    case 'p': snprintf(to, size, date->tm_hour < 12 ? "AM" : "PM"); break;
    case 'S': snprintf(to, size, "%02d", date->tm_sec); break;
    case 't': snprintf(to, size, "\t"); break;
    case 'u': snprintf(to, size, "%d", date->tm_wday == 0 ? 7 : date->tm_wday); break;
    case 'w': snprintf(to, size, "%d", date->tm_wday); break;
    case 'y': snprintf(to, size, "%02d", date->tm_year % 100); break;
    case 'Y': snprintf(to, size, "%d", date->tm_year + 1900); break;
    case 'z': snprintf(to, size, "+0000"); break;
    case 'Z': snprintf(to, size, "UTC"); break;
    default: snprintf(to, size, "%c", letter);
  }
}

size_t strftime(char *to, size_t size, const char *format, const struct tm *date) {
  size_t done = 0;
  for (; *format; format++) {
    char part[64] = {*format, 0};
    size_t length;
    if (*format == '%' && format[1]) {
      const char *pattern = pattern_of(*++format);
      if (pattern) strftime(part, sizeof part, pattern, date);
      else convert(part, sizeof part, *format, date);
    }
    length = strlen(part);
    if (done + length >= size) return 0;
    memcpy(to + done, part, length + 1);
    done += length;
  }
  if (size > 0) to[done] = 0;
  return done;
}
`,
  },
]
