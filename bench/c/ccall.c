/* Calls through pointers found by dlsym: as near as a program comes to a library it learns of at run time. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    (void)argc;
    void *library = dlopen(argv[1], RTLD_NOW);
    if (!library) return fprintf(stderr, "%s\n", dlerror()), 1;
    int (*add)(int, int) = dlsym(library, "add");
    double (*scale)(double, double, double) = dlsym(library, "scale");
    void (*count_up)(int *) = dlsym(library, "count_up");
    int n = atoi(argv[2]), s = 0, counter = 0;
    double x = 0;
    for (int i = 0; i < n; i++) s = add(s & 0xFFFF, i);
    for (int i = 0; i < n; i++) x = scale(x, 0.5, 1.0);
    for (int i = 0; i < n; i++) count_up(&counter);
    printf("%d %.1f %d\n", s, x, counter);
    return 0;
}
