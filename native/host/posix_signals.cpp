// Signals of the system. Neighbours: posix_host.h; vm.h's note_signal, which the handler calls.
#include <cerrno>
#include <csignal>

#include "native/host/posix_host.h"

namespace hothouse {

namespace {

void (*g_note)(void* argument, int number) = nullptr;
void* g_argument = nullptr;

void on_signal(int number) {
  const int error = errno;
  if (g_note != nullptr) g_note(g_argument, number);
  errno = error;
}

}  // namespace

void PosixHost::on_signals(void (*note)(void*, int), void* argument) {
  g_note = nullptr;
  g_argument = argument;
  g_note = note;
}

int PosixHost::set_signal(int number, const SignalAction* action, SignalAction* before) {
  struct sigaction wanted = {}, old = {};
  if (action != nullptr) {
    wanted.sa_handler = *action == SignalAction::Note     ? on_signal
                        : *action == SignalAction::Ignore ? SIG_IGN
                                                          : SIG_DFL;
  }
  // No SA_RESTART: input() shall return.
  if (::sigaction(number, action == nullptr ? nullptr : &wanted, &old) != 0) return errno;
  *before = old.sa_handler == SIG_IGN   ? SignalAction::Ignore
            : old.sa_handler == SIG_DFL ? SignalAction::Default
                                        : SignalAction::Note;
  return 0;
}

}  // namespace hothouse
