// Linked into sanitized executables: what the sanitizers do unless the environment says otherwise.
// Both names are the sanitizers' own.

// Memory that only NaN-boxed words point to looks leaked, so leaks are not searched for.
extern "C" __attribute__((used, visibility("default"))) const char* __asan_default_options() {
  return "detect_leaks=0:detect_stack_use_after_return=0";
}

extern "C" __attribute__((used, visibility("default"))) const char* __ubsan_default_options() {
  return "print_stacktrace=1";
}
