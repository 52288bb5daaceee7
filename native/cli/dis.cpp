#include "native/cli/dis.h"

#include "core/bytecode/disassembler.h"
#include "core/events/events.h"
#include "core/objects/layout.h"
#include "core/opt/pipeline.h"
#include "native/cli/session.h"

namespace hothouse {

int disassemble_program(const Arguments& arguments, PosixHost& host) {
  EventStream events;
  Session session(arguments, events, host);
  std::string text, filename;
  int status = 0;
  if (!session.read_program(text, filename, status)) return status;
  Value code = session.compile(text, filename, false);
  if (code.is_raised()) return session.finish(session.report_exception());
  return host.write(1, disassemble_all(*code.as<Code>()->body.get())) ? 0 : 1;
}

std::string list_passes() {
  std::string result;
  for (const opt::Pass& pass : opt::passes()) result += std::string(pass.name) + "\n";
  return result;
}

}  // namespace hothouse
