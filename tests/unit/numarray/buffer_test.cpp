// The pool of buffers: what is freed is handed out again, slabs go back when the pool has enough.
#include "numarray/buffer.h"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

namespace hothouse::numarray {
namespace {

class BufferTest : public testing::Test {
 protected:
  ~BufferTest() override { pool_->close(); }
  Pool* pool_ = new Pool(Pages(nullptr));
};

TEST_F(BufferTest, HandsOutWhatWasFreedLast) {
  Buffer* a = pool_->allocate(800000);
  Buffer* b = pool_->allocate(800000);
  uint8_t* at = b->data;
  release(b);
  Buffer* c = pool_->allocate(790000);  // of the same class
  EXPECT_EQ(c->data, at);
  EXPECT_EQ(c->bytes, 790000u);
  EXPECT_EQ(c->readers, 0u);
  release(a);
  release(c);
  EXPECT_EQ(pool_->bytes_in_use(), 0u);
}

TEST_F(BufferTest, BuffersAreAlignedAndDoNotOverlap) {
  std::vector<Buffer*> buffers;
  for (uint64_t bytes : {1u, 64u, 65u, 1000u, 32768u, 40000u, 800000u, 2097152u, 5000001u}) {
    for (int k = 0; k < 9; k++) buffers.push_back(pool_->allocate(bytes));
  }
  for (size_t k = 0; k < buffers.size(); k++) {
    ASSERT_NE(buffers[k], nullptr);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(buffers[k]->data) % 64, 0u);
    std::memset(buffers[k]->data, static_cast<int>(k + 1), buffers[k]->bytes);
  }
  for (size_t k = 0; k < buffers.size(); k++) {
    const Buffer& b = *buffers[k];
    EXPECT_EQ(b.data[0], k + 1);
    EXPECT_EQ(b.data[b.bytes - 1], k + 1);
    release(buffers[k]);
  }
  EXPECT_EQ(pool_->bytes_in_use(), 0u);
}

TEST_F(BufferTest, AnExportedBufferIsOrdinaryWhenItIsHandedOutAgain) {
  Buffer* a = pool_->allocate(100);
  a->is_exported = true;
  EXPECT_TRUE(a->is_shared());
  EXPECT_FALSE(a->is_foreign());
  release(a);
  Buffer* b = pool_->allocate(100);
  EXPECT_EQ(a, b);
  EXPECT_FALSE(b->is_shared());
  release(b);
}

TEST_F(BufferTest, KeepsNoMoreThanItsShare) {
  constexpr uint64_t kBytes = uint64_t{1} << 20;
  std::vector<Buffer*> buffers;
  for (int k = 0; k < 200; k++) buffers.push_back(pool_->allocate(kBytes));
  for (Buffer* b : buffers) release(b);
  EXPECT_EQ(pool_->bytes_in_use(), 0u);
  EXPECT_LE(pool_->bytes_kept(), uint64_t{128} << 20);
  EXPECT_GT(pool_->bytes_kept(), uint64_t{100} << 20);
}

TEST_F(BufferTest, ForeignMemoryIsGivenBackOnce) {
  int count = 0;
  double value = 0;
  Buffer* b = make_foreign_buffer(
      &value, sizeof value, [](void* context) { ++*static_cast<int*>(context); }, &count);
  EXPECT_TRUE(b->is_shared());
  retain(b);
  release(b);
  EXPECT_EQ(count, 0);
  release(b);
  EXPECT_EQ(count, 1);
}

}  // namespace
}  // namespace hothouse::numarray
