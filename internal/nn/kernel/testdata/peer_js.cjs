// Times JavaScript libraries on the work that the Go benchmarks W1..W4 do:
// onnxruntime-node, TensorFlow.js (WebAssembly) and ConvNetJS, as far as they
// are installed. Not run by go test. To compare, outside of this repository:
//
//   npm install onnxruntime-node @tensorflow/tfjs-core @tensorflow/tfjs-backend-wasm convnetjs
//   NODE_PATH=node_modules node .../internal/nn/kernel/testdata/peer_js.cjs
//
// in turn with `go test -run '^$' -bench . ./internal/nn/kernel`. Prints the
// shortest and the median time of each, in microseconds.

const path = require('path')

const conv = (c, h, w, k, f, pad) => ({ kind: 'conv', c, h, w, k, f, pad })
const works = {
  W1: conv(3, 720, 1280, 10, 3, 1),
  W2: conv(10, 720, 1280, 5, 1, 0),
  W3: { kind: 'pool', c: 10, h: 720, w: 1280 },
  W4: conv(3, 32, 32, 10, 5, 2),
}

const random = n => Float32Array.from({ length: n }, () => 2 * Math.random() - 1)

async function measure(label, run, seconds = 1) {
  for (let i = 0; i < 3; i++) await run()
  const times = []
  const end = performance.now() + 1000 * seconds
  while (performance.now() < end || times.length < 3) {
    const start = performance.now()
    await run()
    times.push(1000 * (performance.now() - start))
  }
  times.sort((a, b) => a - b)
  console.log(`${label} min=${times[0].toFixed(1)}us median=${times[times.length >> 1].toFixed(1)}us`)
}

// The few protocol buffer fields that a model of one node needs.
const varint = n => {
  const out = []
  for (; n > 127; n = Math.floor(n / 128)) out.push((n % 128) | 128)
  return Buffer.from([...out, n])
}
const int = (field, n) => Buffer.concat([varint(field * 8), varint(n)])
const bytes = (field, b) => Buffer.concat([varint(field * 8 + 2), varint(b.length), b])
const text = (field, s) => bytes(field, Buffer.from(s))
const message = (field, ...parts) => bytes(field, Buffer.concat(parts))

const ints = (name, values) => message(5, text(1, name), ...values.map(v => int(8, v)), int(20, 7))
const value = (field, name, dims) =>
  message(field, text(1, name), message(2, message(1, int(1, 1), message(2, ...dims.map(d => message(1, int(1, d)))))))
const constant = (name, dims, data) =>
  message(5, ...dims.map(d => int(1, d)), int(2, 1), text(8, name), bytes(9, Buffer.from(data.buffer)))

function onnxModel(l) {
  const input = value(11, 'x', [1, l.c, l.h, l.w])
  let parts
  if (l.kind === 'conv') {
    const oh = l.h + 2 * l.pad - l.f + 1
    const ow = l.w + 2 * l.pad - l.f + 1
    parts = [
      message(1, text(1, 'x'), text(1, 'w'), text(1, 'b'), text(2, 'y'), text(4, 'Conv'), ints('pads', Array(4).fill(l.pad))),
      text(2, 'g'), constant('w', [l.k, l.c, l.f, l.f], random(l.k * l.c * l.f * l.f)), constant('b', [l.k], random(l.k)),
      input, value(12, 'y', [1, l.k, oh, ow]),
    ]
  } else {
    parts = [
      message(1, text(1, 'x'), text(2, 'y'), text(4, 'MaxPool'), ints('kernel_shape', [2, 2]), ints('strides', [2, 2])),
      text(2, 'g'), input, value(12, 'y', [1, l.c, l.h / 2, l.w / 2]),
    ]
  }
  return Buffer.concat([int(1, 8), message(7, ...parts), message(8, text(1, ''), int(2, 13))])
}

async function onnx(ort) {
  for (const threads of [1, 2]) {
    for (const [name, l] of Object.entries(works)) {
      const session = await ort.InferenceSession.create(onnxModel(l), { intraOpNumThreads: threads, interOpNumThreads: 1 })
      const x = new ort.Tensor('float32', random(l.c * l.h * l.w), [1, l.c, l.h, l.w])
      await measure(`onnxruntime threads=${threads} ${name}`, () => session.run({ x }))
    }
  }
}

async function tfjs(tf) {
  const wasm = require('@tensorflow/tfjs-backend-wasm')
  wasm.setWasmPaths(path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + '/')
  await tf.setBackend('wasm')
  await tf.ready()
  for (const [name, l] of Object.entries(works)) {
    const x = tf.tensor4d(random(l.c * l.h * l.w), [1, l.h, l.w, l.c])
    let run
    if (l.kind === 'conv') {
      const w = tf.tensor4d(random(l.f * l.f * l.c * l.k), [l.f, l.f, l.c, l.k])
      const b = tf.tensor1d(random(l.k))
      run = () => tf.fused.conv2d({ x, filter: w, strides: 1, pad: l.pad, bias: b }).dispose()
    } else {
      run = () => tf.maxPool(x, 2, 2, 0).dispose()
    }
    await measure(`tfjs-wasm ${name}`, run)
  }
}

async function convnet(convnetjs) {
  for (const [name, l] of Object.entries(works)) {
    const shape = { in_sx: l.w, in_sy: l.h, in_depth: l.c, stride: 1 }
    const layer = l.kind === 'conv'
      ? new convnetjs.ConvLayer({ ...shape, sx: l.f, filters: l.k, pad: l.pad })
      : new convnetjs.PoolLayer({ ...shape, sx: 2, stride: 2 })
    const x = new convnetjs.Vol(l.w, l.h, l.c)
    await measure(`ConvNetJS ${name}`, () => layer.forward(x, false))
  }
}

async function main() {
  for (const [name, run] of [['onnxruntime-node', onnx], ['@tensorflow/tfjs-core', tfjs], ['convnetjs', convnet]]) {
    let library
    try {
      library = require(name)
    } catch (e) {
      console.log(`${name} cannot be loaded: ${e.message.split('\n')[0]}`)
      continue
    }
    await run(library)
  }
}

main()
