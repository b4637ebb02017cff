// Functions that run before and after main.
#include <stdio.h>
static int ready;
static void __attribute__((constructor)) before(void) { ready = 5; printf("before\n"); }
static void __attribute__((destructor)) after(void) { printf("after %d\n", ready); }
int main(void) { printf("main %d\n", ready++); return ready; }
