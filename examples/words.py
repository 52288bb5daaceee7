# Counts words and finds anagrams: dictionaries of strings, sorting with keys.
from collections import Counter, defaultdict

TEXT = """
Listen to the silent night, for the stale tales of the least are seldom told;
night's thing is the thing of notes, and the stone set on its onset tones.
"""


def words_of(text):
    for word in text.lower().replace("'s", "").split():
        word = word.strip(".,;:!?")
        if word:
            yield word


counts = Counter(words_of(TEXT))
print("most common:", counts.most_common(3))

families = defaultdict(set)
for word in counts:
    families["".join(sorted(word))].add(word)
for family in sorted((sorted(f) for f in families.values() if len(f) > 1), key=lambda f: (-len(f), f)):
    print(" = ".join(family))
