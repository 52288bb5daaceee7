// The environment, the time zone that it names, and who we are.
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <sstream>

#include "native/host/posix_questions.h"

extern "C" char** environ;

namespace hothouse {
namespace {

int local_time(const std::string& a, std::string& answer) {
  const auto seconds = static_cast<time_t>(std::strtoll(a.c_str(), nullptr, 10));
  tm t{};
  ::tzset();
  if (::localtime_r(&seconds, &t) == nullptr) return errno != 0 ? errno : EOVERFLOW;
  for (long n : {long{t.tm_sec}, long{t.tm_min}, long{t.tm_hour}, long{t.tm_mday}, long{t.tm_mon},
                 long{t.tm_year}, long{t.tm_wday}, long{t.tm_yday}, long{t.tm_isdst},
                 static_cast<long>(t.tm_gmtoff)}) {
    answer += std::to_string(n) + " ";
  }
  answer += t.tm_zone != nullptr ? t.tm_zone : "";
  return 0;
}

int make_time(const std::string& a, std::string& answer) {
  tm t{};
  std::istringstream fields(a);
  fields >> t.tm_sec >> t.tm_min >> t.tm_hour >> t.tm_mday >> t.tm_mon >> t.tm_year >> t.tm_isdst;
  t.tm_wday = -1;  // stays so if mktime fails: -1 is also a time
  ::tzset();
  const time_t seconds = ::mktime(&t);
  if (seconds == -1 && t.tm_wday == -1) return EOVERFLOW;
  answer = std::to_string(static_cast<long long>(seconds));
  return 0;
}

}  // namespace

int ask_environment(HostQuestion question, const std::string& a, const std::string& b,
                    std::string& answer) {
  auto done = [](int result) { return result == 0 ? 0 : errno; };
  switch (question) {
    case HostQuestion::Environment:
      for (char** p = environ; p != nullptr && *p != nullptr; ++p) {
        answer += *p;
        answer.push_back('\0');
      }
      return 0;
    case HostQuestion::SetVariable:
      return done(::setenv(a.c_str(), b.c_str(), 1));
    case HostQuestion::DropVariable:
      return done(::unsetenv(a.c_str()));
    case HostQuestion::ProcessId:
      answer = std::to_string(::getpid());
      return 0;
    case HostQuestion::ParentId:
      answer = std::to_string(::getppid());
      return 0;
    case HostQuestion::LocalTime:
      return local_time(a, answer);
    case HostQuestion::MakeTime:
      return make_time(a, answer);
    default:
      return kNotAsked;
  }
}

}  // namespace hothouse
