// What the module asks of JavaScript, as an Emscripten library: the trace functions of
// wasm_backend.cpp and the world of web_host.cpp. Emscripten 3.1 parses this file with an old
// grammar: no optional chaining, no BigInt literals.
//
// The embedder passes an object `host` when it creates the module; see hothouse.d.ts.
mergeInto(LibraryManager.library, {
  $HothousePlaces: [], // free indices of the table

  hothouse_install__deps: ['$HothousePlaces'],
  hothouse_install: function (bytes, count) {
    try {
      var module = new WebAssembly.Module(HEAPU8.slice(bytes, bytes + count));
      var instance = new WebAssembly.Instance(module, { e: { m: wasmMemory, t: wasmTable } });
      var index = HothousePlaces.length ? HothousePlaces.pop() : wasmTable.grow(1);
      wasmTable.set(index, instance.exports.f);
      return index;
    } catch (error) {
      if (Module['host'].reject) Module['host'].reject(String(error));
      return 0;
    }
  },

  hothouse_release__deps: ['$HothousePlaces'],
  hothouse_release: function (index) {
    wasmTable.set(index, null);
    HothousePlaces.push(index);
  },

  hothouse_write: function (fd, bytes, count) {
    Module['host'].write(fd, HEAPU8.slice(bytes, bytes + count));
  },

  // Bytes, or nothing, as an address that is to be freed.
  $HothouseAnswer__deps: ['malloc'],
  $HothouseAnswer: function (bytes, count) {
    if (!bytes) return 0;
    var address = _malloc(bytes.length + 1);
    HEAPU8.set(bytes, address);
    HEAPU32[count >> 2] = bytes.length;
    return address;
  },

  hothouse_fetch__deps: ['$HothouseAnswer'],
  hothouse_fetch: function (path, count) {
    return HothouseAnswer(Module['host'].library.read(UTF8ToString(path)), count);
  },

  hothouse_kept__deps: ['$HothouseAnswer'],
  hothouse_kept: function (name, count) {
    var kept = Module['host'].kept;
    return HothouseAnswer(kept && kept.get(UTF8ToString(name)), count);
  },

  hothouse_keep: function (name, bytes, count) {
    var kept = Module['host'].kept;
    if (kept) kept.set(UTF8ToString(name), HEAPU8.slice(bytes, bytes + count));
  },

  hothouse_event: function (bytes, count) {
    Module['host'].event(HEAPU8.slice(bytes, bytes + count));
  },

  hothouse_monotonic_ms: function () {
    return performance.now();
  },

  hothouse_wall_ms: function () {
    return Date.now();
  },

  // A worker may block. Without shared memory nothing can be waited for but time itself.
  hothouse_sleep_ms: function (ms) {
    var end = performance.now() + ms;
    if (typeof SharedArrayBuffer !== 'undefined') {
      try {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
        return;
      } catch (error) {
        // the main thread may not wait
      }
    }
    while (performance.now() < end) {}
  },

  hothouse_entropy: function (bytes, count) {
    for (var done = 0; done < count; done += 65536) {
      var part = new Uint8Array(Math.min(65536, count - done));
      crypto.getRandomValues(part);
      HEAPU8.set(part, bytes + done);
    }
  },
});
