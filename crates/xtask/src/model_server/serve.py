"""Serves a GGUF model over llama.cpp's OpenAI-compatible HTTP API, until standard input ends.

Usage: serve.py MODEL NAME PORT
Prints `listening on http://127.0.0.1:PORT` once the model answers.
"""

import sys
import time
import urllib.error
import urllib.request

import xllamacpp

path, name, port = sys.argv[1:]

params = xllamacpp.CommonParams()
params.model.path = path
params.model_alias = [name]
params.hostnames = ["127.0.0.1"]
params.port = int(port)
params.n_gpu_layers = 0
# Two requests at a time, each with the whole of what the model was trained to see in half.
params.n_parallel = 2
params.n_ctx = 8192
# The page, its worker and the tests want the other cores.
params.cpuparams.n_threads = 1
params.cpuparams_batch.n_threads = 1
params.fit_params = False

server = xllamacpp.Server(params)
while True:
    try:
        with urllib.request.urlopen(server.listening_address + "/health", timeout=5):
            break
    except (urllib.error.URLError, TimeoutError):
        time.sleep(0.1)
print(f"listening on {server.listening_address}", flush=True)
sys.stdin.read()
