"""python3 peer_dictionary.py NAMES TEXTS: plain dictionary matching with pyahocorasick over the same names and texts, as a
measure of what speed costs nothing but exact characters. Prints one line of JSON."""

import json
import sys
import time

import ahocorasick

names = [line.rstrip("\n").lower() for line in open(sys.argv[1], encoding="utf-8")]
texts = [line.rstrip("\n").lower() for line in open(sys.argv[2], encoding="utf-8")]
started = time.process_time()
automaton = ahocorasick.Automaton()
for name in names:
    if len(name) > 2:
        automaton.add_word(name, name)
automaton.make_automaton()
built = time.process_time() - started
started = time.process_time()
matched = sum(1 for text in texts if any(True for _ in automaton.iter(text)))
seconds = time.process_time() - started
print(json.dumps({
    "names": len(names),
    "buildCpuSeconds": round(built, 2),
    "textsPerCpuSecond": round(len(texts) / seconds),
    "textsWithAnyMatch": round(matched / len(texts), 4),
}))
