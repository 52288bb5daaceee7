/* The same calls through function pointers that dlsym found, which is what a trace can reach:
   calls LIBRARY prints "name ns" lines. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct point { double x, y; int n; };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}
static long compares;
static int by_value(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    compares++;
    return (x > y) - (x < y);
}
static int twice(int x) { return x * 2; }

#define TIME(name, body)                                                   \
    do {                                                                   \
        double best = 1e9;                                                 \
        for (int r = 0; r < 5; r++) {                                      \
            double start = now();                                          \
            for (int i = 0; i < N; i++) { body; }                          \
            double t = (now() - start) / N * 1e9;                          \
            if (t < best) best = t;                                        \
        }                                                                  \
        printf("%s %.3f\n", name, best);                                   \
    } while (0)

int main(int argc, char **argv)
{
    void *user = argc > 1 ? dlopen(argv[1], RTLD_NOW) : NULL;
    void *c = dlopen("libc.so.6", RTLD_NOW), *m = dlopen("libm.so.6", RTLD_NOW);
    if (!user || !c || !m) return puts(dlerror()), 1;
    int (*add)(int, int) = dlsym(user, "add");
    double (*fma3)(double, double, double) = dlsym(user, "fma3");
    void (*bump)(struct point *) = dlsym(user, "bump");
    long (*each)(int, int (*)(int)) = dlsym(user, "each");
    int (*abs_)(int) = dlsym(c, "abs");
    size_t (*strlen_)(const char *) = dlsym(c, "strlen");
    void (*qsort_)(void *, size_t, size_t, int (*)(const void *, const void *)) = dlsym(c, "qsort");
    double (*sin_)(double) = dlsym(m, "sin");
    struct point p = {0, 0.5, 0};
    const char *volatile text = "hello, world: a string";
    volatile long sink;
    volatile double float_sink;
    long s = 0;
    double x = 0;
    enum { N = 5000000 };

    TIME("add", s = add((int)s & 0xffff, i));
    TIME("abs", s += abs_(-i));
    TIME("sin", x += sin_(i * 1e-7));
    TIME("fma3", x = fma3(x, 0.5, 1.0));
    TIME("struct", bump(&p));
    TIME("strlen", s += (long)strlen_(text));
    double start = now();
    s += each(N, twice);
    printf("callback %.3f\n", (now() - start) / N * 1e9);
    int *values = malloc(1000 * sizeof *values);
    start = now();
    for (int r = 0; r < 300; r++) {
        unsigned seed = 1;
        for (int i = 0; i < 1000; i++) values[i] = (seed = seed * 69069 + 1) >> 8;
        qsort_(values, 1000, sizeof *values, by_value);
    }
    printf("qsort %.3f\n", (now() - start) / compares * 1e9);
    sink = s, float_sink = x;
    (void)sink, (void)float_sink;
    return 0;
}
