// See code_cache.h.
#include "core/builtins/code_cache.h"

#include <cstdio>
#include <cstring>

#include "core/bytecode/code_image.h"
#include "core/host.h"
#include "core/objects/hash.h"
#include "core/objects/str.h"

namespace hothouse {

namespace {

/// In front of an image. What does not fit is as good as absent: the file has changed, or the
/// record was not written to its end.
struct RecordHead {
  uint64_t source_size, source_hash;
  uint64_t image_size, image_hash;
};

uint64_t hash_text(std::string_view text) {
  return hash_bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size());
}

/// The file's own name, to be recognized by people, and the hash of its path.
std::string record_name(std::string_view file, CompileMode mode) {
  std::string name;
  for (char c : file.substr(file.rfind('/') + 1)) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain || c == '_' || c == '.') name += c;
  }
  char hash[32];
  std::snprintf(hash, sizeof hash, "-%d%016llx", static_cast<int>(mode),
                static_cast<unsigned long long>(hash_text(file)));
  return name + hash;
}

}  // namespace

bool is_code_kept(std::string_view file, CompileMode mode) {
  return mode == CompileMode::Internal || mode == CompileMode::Library ||
         (mode == CompileMode::Module && file.find("-packages/") != std::string_view::npos);
}

Value take_kept_code(Leaf& vm, const std::shared_ptr<const std::string>& source,
                     std::string_view file, CompileMode mode) {
  std::string record;
  if (!vm.host().kept_code(record_name(file, mode), record)) return Value::undefined();
  RecordHead head;
  if (record.size() < sizeof head) return Value::undefined();
  std::memcpy(&head, record.data(), sizeof head);
  std::string_view image = std::string_view(record).substr(sizeof head);
  if (head.source_size != source->size() || head.image_size != image.size() ||
      head.source_hash != hash_text(*source) || head.image_hash != hash_text(image)) {
    return Value::undefined();
  }
  return read_code_image(vm, image, vm.str(file), source);
}

void keep_code(Leaf& vm, Value code, std::string_view source, std::string_view file,
               CompileMode mode) {
  std::string image = write_code_image(vm, code);
  if (image.empty()) return;
  RecordHead head{source.size(), hash_text(source), image.size(), hash_text(image)};
  std::string record(reinterpret_cast<const char*>(&head), sizeof head);
  vm.host().keep_code(record_name(file, mode), record + image);
}

}  // namespace hothouse
