# Pickles of what is written in batches and frames, and what a file gets of them.
# modes: sample
import io
import pickle


class Rows(list):
    pass


class Parts(io.BytesIO):
    def write(self, data):
        sizes.append(len(data))
        return super().write(data)


objects = [list(range(1000)), list(range(1003)), {str(i): i for i in range(1000)}, Rows(range(2001)),
           {i: i for i in range(2001)}, set(range(1000)), "s" * 70000, [b"b" * 70000, 5, "t" * 70000],
           [str(i) * 10 for i in range(3000)]]
for obj in objects:
    for protocol in (0, 2, 4, 5):
        data = pickle.dumps(obj, protocol)
        sizes = []
        file = Parts()
        pickle.dump(obj, file, protocol)
        file.seek(0)
        print(len(data), data == file.getvalue(), pickle.loads(data) == pickle.load(file) == obj,
              sizes, sum(data) % 1009)
