import unittest
class T(unittest.TestCase):
    def setUp(self): self.x=1
    def test_ok(self): self.assertEqual(self.x,1)
    def test_fail(self): self.assertEqual(1,2)
    def test_err(self): raise ValueError("x")
    @unittest.skip("no")
    def test_skip(self): pass
    def test_sub(self):
        for i in range(2):
            with self.subTest(i=i): self.assertIn(i,[0,1])
    def test_raises(self):
        with self.assertRaisesRegex(ValueError,"inv"): int("a")
import io
r=unittest.TextTestRunner(stream=io.StringIO()).run(unittest.TestLoader().loadTestsFromTestCase(T))
print(r.testsRun,len(r.failures),len(r.errors),len(r.skipped))
print(r.failures[0][1])
