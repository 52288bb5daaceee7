#!/usr/bin/python3
"""The event stream of a program satisfies its schema and tells the whole way from a hot loop to code that
runs; `hothouse trace` shows it."""
import json
import unittest

from command import CommandTest
from json_schema import errors

PROGRAM = """\
def total(n):
    s = 0
    for i in range(n):
        if i % 3 == 0:
            s += i * 2
        else:
            s -= 1
    return s

print(total(5000))
"""
RESULT = "8328333\n"


class Schema(CommandTest):
    def test_the_validator_notices(self):
        schema = json.loads(self.run_command("schema").stdout)
        heat = {"event": "heat", "n": 1, "code": 1, "pc": 2, "line": 3, "count": 4}
        self.assertEqual(errors(schema, heat), [])
        for change in ({"count": -1}, {"count": "4"}, {"count": True}, {"event": "cold"}, {"more": 1}):
            self.assertTrue(errors(schema, {**heat, **change}), change)
        self.assertTrue(errors(schema, {k: v for k, v in heat.items() if k != "line"}))
        self.assertTrue(errors(schema, 3))
        recorded = {"event": "recorded", "n": 1, "unit": 1,
                    "ops": [{"op": 0, "text": "loop", "code": 1, "pc": 2, "line": 3, "depth": 0}]}
        self.assertEqual(errors(schema, recorded), [])
        del recorded["ops"][0]["depth"]
        self.assertTrue(errors(schema, recorded))

    def test_in_words(self):
        text = self.run_command("schema", "--text").stdout
        for name in json.loads(self.run_command("schema").stdout)["$defs"]:
            self.assertIn("### %s\n" % name, text)


class Stream(CommandTest):
    def events(self, *settings, program=PROGRAM):
        self.file("x.py", program)
        got = self.run_command("trace", "--json", "-o", "events", *settings, "x.py")
        self.assertEqual((got.stderr, got.returncode), ("", 0))
        with open(self.folder + "/events", encoding="utf-8") as f:
            lines = [json.loads(line) for line in f]
        schema = json.loads(self.run_command("schema").stdout)
        for line in lines:
            # Against the definition of its own kind: a mistake is then named.
            self.assertIn(line["event"], schema["$defs"])
            self.assertEqual(errors(schema["$defs"][line["event"]], line, schema), [], line)
        self.assertEqual([line["n"] for line in lines], list(range(len(lines))))
        self.assertEqual(errors(schema, lines[0]), [])
        return got.stdout, lines

    def test_a_loop_from_heat_to_code(self):
        out, lines = self.events()
        self.assertEqual(out, RESULT)
        kinds = [line["event"] for line in lines]
        self.assertEqual(lines[0]["event"], "stream")
        self.assertEqual(lines[0]["version"], 0)
        order = [kinds.index(k) for k in ("source", "code", "heat", "record_start", "recorded", "pass_begin",
                                          "pass_end", "optimized", "compiled")]
        self.assertEqual(order, sorted(order))
        for kind in ("op_recorded", "edit", "guard_failure", "deopt", "intervals", "machine"):
            self.assertIn(kind, kinds)

    def test_what_is_named_was_told(self):
        _, lines = self.events()
        codes, files, units = set(), set(), set()
        for line in lines:
            kind = line["event"]
            if kind == "source":
                files.add(line["file"])
            elif kind == "code":
                codes.add(line["code"])
                self.assertTrue(line["file"] in files or line["internal"] or line["file"].startswith("<"))
            elif kind == "record_start":
                units.add(line["unit"])
            if kind in ("heat", "record_start", "op_recorded", "guard_failure"):
                self.assertIn(line["code"], codes, line)
            for op in line.get("ops", []) if kind in ("recorded", "optimized") else []:
                self.assertIn(op["code"], codes, op)
            if "unit" in line:
                self.assertIn(line["unit"], units, line)

    def test_machine_code_belongs_to_ops(self):
        _, lines = self.events()
        optimized = {line["unit"]: line["ops"] for line in lines if line["event"] == "optimized"}
        machine = [line for line in lines if line["event"] == "machine"]
        self.assertTrue(machine)
        for line in machine:
            end = 0
            for instruction in line["instructions"]:
                self.assertGreaterEqual(instruction["offset"], end)
                end = instruction["offset"] + len(bytes.fromhex(instruction["bytes"]))
                self.assertLess(instruction["op"], len(optimized[line["unit"]]))
            self.assertLessEqual(end, line["bytes"])
            self.assertTrue(any(i["op"] >= 0 for i in line["instructions"]))

    def test_other_settings(self):
        for settings in ("backend=eval", "threshold=1", "registers=6", "threshold=1,force-exits=7", "off"):
            with self.subTest(settings):
                out, lines = self.events("--jit", settings)
                self.assertEqual(out, RESULT)
                if settings == "off":
                    self.assertEqual({l["event"] for l in lines} - {"stream", "collection", "summary"}, set())

    def test_an_abort_says_why(self):
        _, lines = self.events("--jit", "threshold=10", program="for i in range(60):\n    import math\n")
        aborts = [line for line in lines if line["event"] == "abort"]
        self.assertTrue(aborts)
        self.assertTrue(all(a["what"] and a["remedy"] for a in aborts))

    def test_to_standard_output(self):
        self.file("x.py", PROGRAM)
        got = self.run_command("trace", "--json", "x.py")
        self.assertEqual(got.stderr, RESULT)
        self.assertEqual(json.loads(got.stdout.partition("\n")[0])["event"], "stream")

    def test_the_status_is_the_program_s(self):
        got = self.run_command("trace", "--json", "-o", "events", "-c", "import sys; sys.exit(3)")
        self.assertEqual(got.returncode, 3)


class View(CommandTest):
    def view(self, *options, program=PROGRAM):
        self.file("x.py", program)
        got = self.run_command("trace", *options, "x.py")
        self.assertEqual((got.stderr, got.returncode), ("", 0))
        self.assertTrue(got.stdout.startswith(RESULT))
        return got.stdout[len(RESULT):]

    def test_all_sections(self):
        text = self.view()
        for heading in ("== unit ", "-- source", "-- bytecode", "-- recorded: ", "-- passes", "-- optimized: ",
                        "-- registers: ", "-- machine code: ", "-- run"):
            self.assertIn("\n" + heading if heading[0] == "-" else heading, text)
        self.assertIn("     5 |             s += i * 2\n", text)
        self.assertIn("because ", text)

    def test_some_sections(self):
        text = self.view("--only", "bytecode,asm")
        self.assertIn("-- bytecode", text)
        self.assertIn("-- machine code", text)
        self.assertNotIn("-- recorded", text)
        self.assertNotIn("-- passes", text)

    def test_into_a_file(self):
        self.assertEqual(self.view("-o", "view"), "")
        with open(self.folder + "/view", encoding="utf-8") as f:
            self.assertIn("== unit ", f.read())

    def test_nothing_is_hot(self):
        got = self.run_command("trace", "-c", "print(1)")
        self.assertTrue(got.stdout.startswith("1\nno loop became hot\n"), got.stdout)


if __name__ == "__main__":
    unittest.main()
