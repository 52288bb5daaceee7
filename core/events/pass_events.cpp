#include "core/events/pass_events.h"

namespace hothouse {

void PassEvents::on_pass_begin(const char* pass, const ir::Trace& trace) {
  trace_ = &trace;
  edits_ = 0;
  events_.emit(event::PassBegin{.unit = trace.unit, .pass = pass, .ops = trace.ops.size()});
}

void PassEvents::on_edit(const opt::Edit& edit) {
  bool note = edit.action == opt::Action::Note;
  if (!note) ++edits_;
  int64_t line = 0;
  if (!note && trace_ && edit.op < trace_->ops.size()) {
    uint32_t origin = trace_->ops[edit.op].origin;
    if (origin < trace_->origins.size()) line = trace_->origins[origin].line;
  }
  events_.emit(event::Edit{.unit = trace_ ? trace_->unit : 0,
                           .pass = edit.pass,
                           .op = note ? -1 : static_cast<int64_t>(edit.op),
                           .before = edit.before,
                           .after = edit.after,
                           .action = opt::action_name(edit.action),
                           .reason = edit.reason,
                           .line = line});
}

void PassEvents::on_pass_end(const char* pass, const ir::Trace& trace) {
  events_.emit(
      event::PassEnd{.unit = trace.unit, .pass = pass, .ops = trace.ops.size(), .edits = edits_});
  trace_ = nullptr;
}

}  // namespace hothouse
