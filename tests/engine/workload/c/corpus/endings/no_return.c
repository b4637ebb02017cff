// main without return ends with 0.
#include <stdio.h>
int main(void) { printf("no return\n"); }
