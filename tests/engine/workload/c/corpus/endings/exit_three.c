// exit in a nested call ends the program and writes its buffers.
#include <stdio.h>
#include <stdlib.h>
static void deep(int n) { if (n == 0) { printf("deep, no newline"); exit(3); } deep(n - 1); }
int main(void) { deep(10); printf("never"); return 0; }
