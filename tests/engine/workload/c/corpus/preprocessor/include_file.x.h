#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
static int JOIN(get_, NAME)(void) { return VALUE; }
#undef JOIN
#undef JOIN2
