#ifndef TWO_FILES_H
#define TWO_FILES_H
#define LIMIT 12
struct item { int n; const char *text; };
extern int shared_counter, common;
extern const int table[];
int other_hidden(void);
void bump(void);
struct item make_item(int n);
#endif
