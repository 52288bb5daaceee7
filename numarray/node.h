// Nodes: elementwise expressions that are not computed yet, and elements that are.
//
// `2*a + 3*b` makes three nodes and computes nothing. A node is computed when somebody looks at
// its elements, when a buffer that it reads is about to be written, or when it grows too large;
// then the whole expression becomes one loop (kernel.h), and the node a Leaf with the result.
//
// Nodes are C++ objects that count who refers to them: Externals of ndarrays (`handles`) and
// nodes of which they are operands. All that are not computed and have a handle are in a list, so
// that a write finds those that must see the old contents.
//
// Neighbours: array.h (ndarrays), expression.cpp (types and shapes), evaluate.cpp (computing).
#pragma once

#include "numarray/array.h"

namespace hothouse::numarray {

struct World;

enum class Operation : uint8_t {
  Leaf,  // elements in memory: `view`
#define OPERATION(Name, text, operands, kind, sentence) Name,
#include "numarray/operations.def"
#undef OPERATION
  kCount
};
enum class OperationKind : uint8_t { Leaf, Arithmetic, Real, Compare, Logic, Where, Cast };
struct OperationInfo {
  const char* text;
  int operands;
  OperationKind kind;
};
const OperationInfo& operation_info(Operation op);

struct Node;

/// An operand: another node, or a number of the given dtype.
struct Operand {
  Node* node = nullptr;
  DType dtype = DType::Float64;
  uint64_t bits = 0;  // of the number: a double, an int64, 0 or 1

  bool is_scalar() const { return node == nullptr; }
};

struct Node {
  explicit Node(World& w) : world(w) {}
  World& world;
  uint32_t references = 1;
  uint32_t handles = 0;  // Externals among them
  uint32_t parents = 0;  // operands of expressions that are not computed
  Operation op = Operation::Leaf;
  uint32_t uses = 0;  // expressions that it was made an operand of
  uint32_t size = 0;  // operations in it, shared ones counted each time
  Operand operands[3];
  View view;  // dtype and lengths always; the rest once it is a Leaf, which keeps the buffer
  Node* next = nullptr;  // in the list of deferred nodes with handles
  Node* previous = nullptr;

  bool is_leaf() const { return op == Operation::Leaf; }
  DType dtype() const { return view.dtype; }
};

inline void retain(Node* n) { n->references++; }
void release(Node* n);
/// An External takes over a reference, or dies.
void add_handle(Node* n);
void drop_handle(Node* n);

/// A node over elements in memory; retains the buffer.
Node* make_leaf(World& world, const View& view);
/// An expression whose operands have broadcastable shapes. Takes over the operands' references.
Node* make_expression(World& world, Operation op, DType dtype, int ndim, const int64_t* length,
                      const Operand* operands);
/// The node becomes a Leaf over `view` and lets go of its operands. Takes over view.buffer.
void become_leaf(Node* n, const View& view);

/// Does the expression read the buffer?
bool reads(const Node* n, const Buffer* buffer);
/// Computes a node. False: no memory (no exception is raised here).
bool compute(Node* n);

}  // namespace hothouse::numarray
