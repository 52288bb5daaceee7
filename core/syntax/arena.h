// The memory of one syntax tree: a bump allocator that frees everything at once.
//
// Neighbours: ast.h (every node lives here), parser.cpp and scopes.cpp (which allocate).
// Invariant: objects in an arena are trivially destructible and never move; a pointer, span or
// string_view into the arena is good for as long as the arena itself.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace hothouse::syntax {

/// A bump allocator. Not copyable, because nodes point into it.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  /// Returns `size` bytes aligned to `align` (a power of two, at most alignof(max_align_t)).
  void* allocate(std::size_t size, std::size_t align) {
    std::size_t start = (used_ + align - 1) & ~(align - 1);
    if (blocks_.empty() || start + size > capacity_) {
      capacity_ = size > kBlockSize ? size : kBlockSize;
      blocks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[capacity_]));
      start = 0;
    }
    used_ = start + size;
    return blocks_.back().get() + start;
  }

  /// Constructs a T in the arena.
  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "an arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  /// Copies the elements into the arena; an empty input gives an empty span.
  template <class T>
  std::span<T> copy(const std::vector<T>& items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    const size_t bytes =
        sizeof(T) * items.size();  // NOLINT(bugprone-sizeof-expression): pointers too
    T* out = static_cast<T*>(allocate(bytes, alignof(T)));
    std::memcpy(static_cast<void*>(out), items.data(), bytes);
    return {out, items.size()};
  }

  /// Copies text into the arena.
  std::string_view copy_text(std::string_view text) {
    if (text.empty()) return {"", 0};
    char* out = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(out, text.data(), text.size());
    return {out, text.size()};
  }

  /// Like copy_text, but equal texts give the same address: names are compared by `data()`.
  std::string_view intern(std::string_view text) {
    auto found = interned_.find(text);
    if (found != interned_.end()) return *found;
    std::string_view stored = copy_text(text);
    interned_.insert(stored);
    return stored;
  }

 private:
  static constexpr std::size_t kBlockSize = 32 * 1024;

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::unordered_set<std::string_view> interned_;
  std::size_t used_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace hothouse::syntax
