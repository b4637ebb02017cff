#ifndef GUARD
#define GUARD
static int guarded = 77;
#else
extern int never_twice;
#endif
