#include "numarray/node.h"

#include "numarray/world.h"

namespace hothouse::numarray {

const OperationInfo& operation_info(Operation op) {
  static constexpr OperationInfo kRows[] = {
      {"", 0, OperationKind::Leaf},
#define OPERATION(Name, text, operands, kind, sentence) {text, operands, OperationKind::kind},
#include "numarray/operations.def"
#undef OPERATION
  };
  return kRows[static_cast<int>(op)];
}

namespace {

/// Only what is not computed and somebody can look at is in the ring.
void update_membership(Node* n) {
  bool wanted = !n->is_leaf() && n->handles > 0;
  if (wanted == (n->next != nullptr)) return;
  if (wanted) {
    Node& head = n->world.deferred;
    n->next = &head;
    n->previous = head.previous;
    n->previous->next = n;
    head.previous = n;
  } else {
    n->previous->next = n->next;
    n->next->previous = n->previous;
    n->next = n->previous = nullptr;
  }
}

void let_go_of_operands(Node* n) {
  for (Operand& o : n->operands) {
    if (o.node == nullptr) continue;
    o.node->parents--;
    if (o.node->is_leaf()) o.node->view.buffer->readers--;
    release(o.node);
    o.node = nullptr;
  }
}

}  // namespace

void release(Node* n) {
  if (--n->references > 0) return;
  if (n->is_leaf()) {
    if (n->view.buffer) release(n->view.buffer);
  } else {
    let_go_of_operands(n);
  }
  delete n;
}

void add_handle(Node* n) {
  n->handles++;
  update_membership(n);
}

void drop_handle(Node* n) {
  n->handles--;
  update_membership(n);
  release(n);
}

Node* make_leaf(World& world, const View& view) {
  Node* n = new Node(world);
  n->view = view;
  if (view.buffer) retain(view.buffer);
  return n;
}

Node* make_expression(World& world, Operation op, DType dtype, int ndim, const int64_t* length,
                      const Operand* operands) {
  Node* n = new Node(world);
  n->op = op;
  n->view.dtype = dtype;
  n->view.ndim = ndim;
  for (int k = 0; k < kMaxDimensions; k++) n->view.length[k] = length[k];
  n->size = 1;
  for (int k = 0; k < operation_info(op).operands; k++) {
    n->operands[k] = operands[k];
    Node* o = operands[k].node;
    if (o == nullptr) continue;
    n->size += o->size;
    o->parents++;
    if (o->is_leaf()) o->view.buffer->readers++;
  }
  return n;
}

void become_leaf(Node* n, const View& view) {
  let_go_of_operands(n);
  n->op = Operation::Leaf;
  n->size = 0;
  n->view = view;
  update_membership(n);
  // Expressions of which it is an operand read memory from now on.
  n->view.buffer->readers += n->parents;
}

}  // namespace hothouse::numarray
