// Folders and the names in them: the system calls behind os.listdir, os.stat and their kin.
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "native/host/posix_questions.h"
#include "native/host/posix_status.h"

namespace hothouse {

std::string status_text(const struct stat& s) {
  std::string text;
  auto add = [&](auto n) { text += std::to_string(static_cast<long long>(n)) + " "; };
  add(s.st_mode);
  add(s.st_ino);
  add(s.st_dev);
  add(s.st_nlink);
  add(s.st_uid);
  add(s.st_gid);
  add(s.st_size);
  for (const timespec& t : {s.st_atim, s.st_mtim, s.st_ctim}) {
    add(static_cast<long long>(t.tv_sec) * 1000000000 + t.tv_nsec);
  }
  add(s.st_blksize);
  add(s.st_blocks);
  add(s.st_rdev);
  return text;
}

bool path_exists(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0;
}

bool is_folder(const std::string& path) {
  struct stat status;
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

int ask_folders(HostQuestion question, const std::string& a, const std::string& b,
                std::string& answer) {
  auto done = [](int result) { return result == 0 ? 0 : errno; };
  switch (question) {
    case HostQuestion::WorkingFolder: {
      char* folder = ::getcwd(nullptr, 0);
      if (folder == nullptr) return errno;
      answer = folder;
      std::free(folder);
      return 0;
    }
    case HostQuestion::ListFolder: {
      DIR* folder = ::opendir(a.c_str());
      if (folder == nullptr) return errno;
      while (const dirent* entry = ::readdir(folder)) {
        std::string name = entry->d_name;
        if (name == "." || name == "..") continue;
        answer += name;
        answer.push_back('\0');
      }
      ::closedir(folder);
      return 0;
    }
    case HostQuestion::Status:
    case HostQuestion::LinkStatus: {
      struct stat status;
      bool of_link = question == HostQuestion::LinkStatus;
      if ((of_link ? ::lstat(a.c_str(), &status) : ::stat(a.c_str(), &status)) != 0) return errno;
      answer = status_text(status);
      return 0;
    }
    case HostQuestion::ReadLink: {
      answer.resize(4096);
      ssize_t size = ::readlink(a.c_str(), answer.data(), answer.size());
      if (size < 0) return errno;
      answer.resize(static_cast<size_t>(size));
      return 0;
    }
    case HostQuestion::MakeFolder:
      return done(::mkdir(a.c_str(), static_cast<mode_t>(b.empty() ? 0777 : std::stoul(b))));
    case HostQuestion::RemoveFolder:
      return done(::rmdir(a.c_str()));
    case HostQuestion::RemoveFile:
      return done(::unlink(a.c_str()));
    case HostQuestion::Rename:
      return done(std::rename(a.c_str(), b.c_str()));
    case HostQuestion::ChangeFolder:
      return done(::chdir(a.c_str()));
    default:
      return kNotAsked;
  }
}

}  // namespace hothouse
