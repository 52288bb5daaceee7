// The lock is a flag under a mutex, as CPython's GIL is: whoever waits asks the holder, at each
// interval, to let go at its next safepoint, so that nothing runs beside a program of one thread.
// Waiting places are semaphores: sem_post may be called by signal handlers, and nothing that waits
// uses the processor.
//
// Signals go to the main thread, whose waiting they end. Threads are detached: when the process
// ends, those that are left wait for the lock, which nobody gives back.
#include "native/host/posix_threads.h"

#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <ctime>
#include <mutex>

namespace hothouse {

namespace {

/// More than this is never relied upon, even if the limit is "unlimited".
constexpr uintptr_t kStackMost = uintptr_t{64} << 20;
constexpr size_t kStackLeast = 512 * 1024;

class Semaphore final : public WaitingPlace {
 public:
  Semaphore() { ::sem_init(&semaphore_, 0, 0); }
  ~Semaphore() override { ::sem_destroy(&semaphore_); }
  Semaphore(const Semaphore&) = delete;
  Semaphore& operator=(const Semaphore&) = delete;

  void wait(double seconds) override {
    constexpr double kMost = 1e9;  // for ever
    if (seconds < 0 || seconds > kMost) {
      ::sem_wait(&semaphore_);
    } else {
      timespec end;
      ::clock_gettime(CLOCK_MONOTONIC, &end);
      const auto whole = static_cast<time_t>(seconds);
      end.tv_sec += whole;
      end.tv_nsec += static_cast<long>((seconds - static_cast<double>(whole)) * 1e9);
      if (end.tv_nsec >= 1'000'000'000) {
        end.tv_nsec -= 1'000'000'000;
        end.tv_sec++;
      }
      ::sem_clockwait(&semaphore_, CLOCK_MONOTONIC, &end);
    }
  }
  void wake() override { ::sem_post(&semaphore_); }

 private:
  sem_t semaphore_;
};

class PosixThreads final : public ThreadHost {
 public:
  size_t start(void (*body)(void*, uintptr_t), void* argument, size_t stack_bytes) override;
  std::unique_ptr<WaitingPlace> make_waiting_place() override {
    return std::make_unique<Semaphore>();
  }
  uint64_t native_id() override { return static_cast<uint64_t>(::syscall(SYS_gettid)); }

  void take() override {
    std::unique_lock<std::mutex> held(lock_->mutex);
    take_locked(held);
  }
  void give() override {
    std::lock_guard<std::mutex> held(lock_->mutex);
    lock_->taken = false;
    lock_->free.notify_one();
  }
  void give_way() override {
    std::unique_lock<std::mutex> held(lock_->mutex);
    if (lock_->waiting == 0) return;
    lock_->taken = false;
    const uint64_t turn = lock_->turn;
    lock_->free.notify_one();
    lock_->changed.wait(held, [&] { return lock_->turn != turn; });
    take_locked(held);
  }
  void on_waiting(void (*ask)(void*), void* argument, double interval) override {
    std::lock_guard<std::mutex> held(lock_->mutex);
    ask_ = ask;
    argument_ = argument;
    interval_ =
        std::chrono::nanoseconds(static_cast<int64_t>(std::clamp(interval, 1e-6, 1e6) * 1e9));
  }
  void after_fork() override {
    (void)lock_.release();  // threads that are gone may hold its mutex
    lock_ = std::make_unique<Lock>();
  }

 private:
  struct Lock {
    std::mutex mutex;
    std::condition_variable free, changed;
    bool taken = true;
    uint64_t turn = 0;
    uint32_t waiting = 0;
  };
  struct Start {
    void (*body)(void*, uintptr_t);
    void* argument;
    size_t stack_bytes;
  };
  static void* run(void* data);
  void take_locked(std::unique_lock<std::mutex>& held) {
    lock_->waiting++;
    while (lock_->taken) {
      const uint64_t turn = lock_->turn;
      const bool late = lock_->free.wait_for(held, interval_) == std::cv_status::timeout;
      if (late && lock_->taken && lock_->turn == turn && ask_ != nullptr) ask_(argument_);
    }
    lock_->waiting--;
    lock_->taken = true;
    lock_->turn++;
    lock_->changed.notify_all();
  }

  std::unique_ptr<Lock> lock_ = std::make_unique<Lock>();
  void (*ask_)(void*) = nullptr;
  void* argument_ = nullptr;
  std::chrono::nanoseconds interval_{5'000'000};
};

void* PosixThreads::run(void* data) {
  const Start start = *static_cast<Start*>(data);
  delete static_cast<Start*>(data);
  auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  // Thread-local storage and the guard page lie in it, too.
  constexpr uintptr_t kElse = 64 * 1024;
  start.body(start.argument, here - start.stack_bytes + kStackReserve + kElse);
  return nullptr;
}

size_t PosixThreads::start(void (*body)(void*, uintptr_t), void* argument, size_t stack_bytes) {
  if (stack_bytes == 0) stack_bytes = usual_stack_bytes();
  constexpr size_t kPage = 4096;
  stack_bytes = (std::max(stack_bytes, kStackLeast) + kPage - 1) & ~(kPage - 1);
  pthread_attr_t attributes;
  if (::pthread_attr_init(&attributes) != 0) return 0;
  ::pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  ::pthread_attr_setstacksize(&attributes, stack_bytes);
  sigset_t interrupts, before;
  ::sigemptyset(&interrupts);
  ::sigaddset(&interrupts, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &interrupts, &before);
  auto* start = new Start{body, argument, stack_bytes};
  pthread_t thread;
  const int error = ::pthread_create(&thread, &attributes, run, start);
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  ::pthread_attr_destroy(&attributes);
  if (error == 0) return stack_bytes;
  delete start;
  return 0;
}

}  // namespace

uintptr_t usual_stack_bytes() {
  rlimit limit;
  if (::getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
    return std::min<uintptr_t>(kStackMost, limit.rlim_cur);
  }
  return kStackMost;
}

std::unique_ptr<ThreadHost> make_posix_threads() { return std::make_unique<PosixThreads>(); }

}  // namespace hothouse
