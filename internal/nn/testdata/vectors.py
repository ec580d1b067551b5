"""Makes vectors.jsonl, beside this file: problems in the form that the solve
command takes, each with PyTorch's answer.

    apt-get install python3-torch     # 1.13 was used
    /usr/bin/python3 vectors.py

Padding that differs between sides is made with F.pad, which says nothing about
how convtutor does it. Numbers are float64; inputs have few digits so that the
file stays small, and small integers where pooling should meet ties.
"""

import json
import os

import torch
import torch.nn.functional as F

torch.manual_seed(20120930)
HERE = os.path.dirname(os.path.abspath(__file__))
cases = []


def rand(*shape):
    return torch.round(torch.randn(*shape, dtype=torch.float64) * 100) / 100


def ties(*shape):
    return torch.randint(-2, 3, shape).to(torch.float64)


def array(t):
    return {"shape": list(t.shape), "data": flat(t)}


def flat(t):
    return t.detach().reshape(-1).tolist()


def add(name, problem, inputs, output, indices=None):
    """inputs: name in the problem -> tensor that requires a gradient."""
    g = rand(*output.shape)
    output.backward(g)
    for key, t in inputs.items():
        problem[key] = flat(t) if key == "bias" else array(t)
    problem["grad_output"] = flat(g)
    want = {"output": array(output)}
    for key, t in inputs.items():
        want["grad_" + key] = flat(t.grad)
    if indices is not None:
        want["argmax"] = flat(indices)
    cases.append({"name": name, "problem": problem, "want": want})


def leaf(t):
    return t.clone().requires_grad_(True)


def pad4(x, p, value=0.0):
    top, left, bottom, right = p
    return F.pad(x, (left, right, top, bottom), value=value)


def same(n, f, s, d):
    total = max(0, (-(-n // s) - 1) * s + d * (f - 1) + 1 - n)
    return total // 2, total - total // 2


def conv(name, x, w, bias=True, stride=(1, 1), padding=(0, 0, 0, 0), dilation=(1, 1), groups=1):
    x, w = leaf(rand(*x)), leaf(rand(*w))
    b = leaf(rand(w.shape[0])) if bias else None
    p = padding
    if padding in ("same", "same_lower"):
        (t, bo), (l, r) = (same(x.shape[2 + i], w.shape[2 + i], stride[i], dilation[i]) for i in (0, 1))
        p = (t, l, bo, r) if padding == "same" else (bo, r, t, l)
    elif padding == "valid":
        p = (0, 0, 0, 0)
    y = F.conv2d(pad4(x, p), w, b, stride, 0, dilation, groups)
    if padding == "same" and stride == (1, 1):
        assert torch.allclose(y, F.conv2d(x, w, b, 1, "same", dilation, groups))
    problem = {"op": "conv2d", "stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    inputs = {"input": x, "weight": w}
    if bias:
        inputs["bias"] = b
    add(name, problem, inputs, y)


def convt(name, x, w, bias=True, stride=(1, 1), padding=(0, 0, 0, 0), dilation=(1, 1), groups=1, extra=(0, 0)):
    x, w = leaf(rand(*x)), leaf(rand(*w))
    b = leaf(rand(w.shape[1] * groups)) if bias else None
    top, left, bottom, right = padding
    if top == bottom and left == right:
        y = F.conv_transpose2d(x, w, b, stride, (top, left), extra, groups, dilation)
    else:
        y = F.conv_transpose2d(x, w, b, stride, 0, extra, groups, dilation)
        y = y[:, :, top : y.shape[2] - bottom, left : y.shape[3] - right]
    problem = {"op": "conv_transpose2d", "stride": stride, "padding": padding, "dilation": dilation,
               "groups": groups, "output_padding": extra}
    inputs = {"input": x, "weight": w}
    if bias:
        inputs["bias"] = b
    add(name, problem, inputs, y)


def pick(name, op, x, kernel, stride=None, padding=(0, 0, 0, 0), dilation=(1, 1), ceil=False, values=ties):
    x = leaf(values(*x))
    sign = -1 if op == "minpool2d" else 1
    top, left, bottom, right = padding
    if top == bottom and left == right:
        y, at = F.max_pool2d(sign * x, kernel, stride, (top, left), dilation, ceil, return_indices=True)
    else:
        y, at = F.max_pool2d(pad4(sign * x, padding, float("-inf")), kernel, stride, 0, dilation, ceil, return_indices=True)
        wide = x.shape[3] + left + right
        at = (at // wide - top) * x.shape[3] + at % wide - left
    problem = {"op": op, "kernel": kernel, "padding": padding, "dilation": dilation, "ceil_mode": ceil}
    if stride:
        problem["stride"] = stride
    add(name, problem, {"input": x}, sign * y, at if op == "maxpool2d" else None)


def average(name, x, kernel, stride=None, padding=(0, 0), ceil=False, include=True):
    x = leaf(rand(*x))
    y = F.avg_pool2d(x, kernel, stride, padding, ceil, include)
    problem = {"op": "avgpool2d", "kernel": kernel, "padding": [*padding, *padding], "ceil_mode": ceil,
               "count_include_pad": include}
    if stride:
        problem["stride"] = stride
    add(name, problem, {"input": x}, y)


conv("the lecture's six 5x5x3, small", (1, 3, 8, 8), (6, 3, 5, 5))
conv("1x1", (2, 4, 3, 5), (3, 4, 1, 1))
conv("two pictures, no bias", (2, 2, 5, 6), (3, 2, 3, 3), bias=False)
conv("stride 2 leaves a row", (1, 2, 8, 7), (2, 2, 3, 3), stride=(2, 2))
conv("stride per axis", (1, 2, 7, 8), (2, 2, 2, 3), stride=(3, 2))
conv("padding 1", (1, 2, 5, 5), (2, 2, 3, 3), padding=(1, 1, 1, 1))
conv("a padding for each side", (1, 2, 5, 4), (2, 2, 3, 2), padding=(2, 0, 1, 3))
conv("each side, stride", (2, 1, 6, 5), (2, 1, 4, 3), padding=(0, 3, 2, 1), stride=(2, 3))
conv("padding wider than the filter", (1, 1, 2, 2), (1, 1, 2, 2), padding=(3, 3, 3, 3))
conv("dilation", (1, 2, 8, 9), (2, 2, 3, 3), dilation=(2, 3))
conv("dilation and padding and stride", (1, 2, 7, 7), (2, 2, 3, 2), dilation=(2, 2), padding=(2, 1, 0, 1), stride=(2, 1))
conv("two groups", (2, 4, 5, 5), (6, 2, 3, 3), groups=2)
conv("depthwise", (1, 3, 6, 5), (6, 1, 3, 3), groups=3, padding=(1, 1, 1, 1))
conv("groups, dilation, sides, stride", (2, 4, 7, 6), (4, 2, 2, 3), groups=2, dilation=(3, 1), padding=(1, 0, 2, 1), stride=(1, 2))
conv("same, odd filter", (1, 2, 5, 6), (2, 2, 3, 3), padding="same")
conv("same, even filter", (1, 1, 5, 6), (2, 1, 2, 4), padding="same")
conv("same_lower, even filter", (1, 1, 5, 6), (2, 1, 2, 4), padding="same_lower")
conv("same, stride 2", (1, 1, 7, 8), (1, 1, 3, 3), padding="same", stride=(2, 2))
conv("same_lower, stride 2", (1, 1, 7, 8), (1, 1, 3, 3), padding="same_lower", stride=(2, 2))
conv("same, stride longer than the filter", (1, 1, 7, 8), (1, 1, 2, 1), padding="same", stride=(3, 3))
conv("same, dilation", (1, 1, 6, 6), (1, 1, 3, 2), padding="same", dilation=(2, 3))
conv("valid", (1, 2, 5, 5), (1, 2, 3, 3), padding="valid", stride=(2, 2))
conv("one cell", (1, 1, 1, 1), (1, 1, 1, 1))

convt("DCGAN's doubling", (1, 3, 3, 3), (3, 2, 4, 4), stride=(2, 2), padding=(1, 1, 1, 1))
convt("DCGAN's first", (2, 4, 1, 1), (4, 3, 4, 4), bias=False)
convt("stride per axis", (1, 2, 3, 4), (2, 2, 3, 2), stride=(2, 3))
convt("output padding", (1, 2, 3, 3), (2, 2, 3, 3), stride=(2, 3), padding=(1, 1, 1, 1), extra=(1, 2))
convt("output padding by dilation", (1, 1, 3, 3), (1, 2, 2, 2), dilation=(3, 2), extra=(2, 1))
convt("groups", (2, 4, 3, 2), (4, 2, 3, 3), groups=2, stride=(2, 1))
convt("depthwise", (1, 3, 3, 3), (3, 1, 2, 2), groups=3, stride=(2, 2))
convt("dilation", (1, 2, 3, 3), (2, 1, 3, 2), dilation=(2, 3), padding=(1, 2, 1, 2))
convt("each side", (1, 2, 4, 4), (2, 2, 3, 3), stride=(2, 2), padding=(2, 0, 1, 1))
convt("each side, groups, dilation, output padding", (2, 2, 4, 3), (2, 2, 3, 3), groups=2, stride=(3, 2), dilation=(1, 2),
      padding=(0, 3, 2, 1), extra=(2, 1))

for op in ("maxpool2d", "minpool2d"):
    pick(op + " 2x2", op, (2, 2, 4, 4), (2, 2))
    pick(op + " overlapping", op, (1, 2, 5, 6), (3, 3), (1, 2))
    pick(op + " a row is left", op, (1, 1, 5, 7), (2, 3), (2, 3))
    pick(op + " ceil", op, (1, 2, 5, 6), (2, 3), (2, 2), ceil=True)
    pick(op + " ceil drops a window in the padding", op, (1, 1, 2, 4), (2, 2), (3, 3), (1, 1, 1, 1), ceil=True)
    pick(op + " ceil, window larger than the input", op, (1, 1, 3, 3), (5, 5), (3, 3), ceil=True)
    pick(op + " padding", op, (1, 2, 5, 5), (3, 3), (2, 2), (1, 1, 1, 1))
    pick(op + " negative numbers beside padding", op, (1, 1, 4, 4), (3, 3), (1, 1), (1, 1, 1, 1), values=lambda *s: (-1 if op == "maxpool2d" else 1) * (1 + ties(*s).abs()))
    pick(op + " each side", op, (1, 1, 5, 4), (3, 2), (2, 2), (1, 0, 0, 1))
    pick(op + " dilation", op, (1, 2, 7, 8), (3, 2), (1, 2), dilation=(2, 3))
    pick(op + " dilation, padding, ceil", op, (2, 1, 7, 7), (3, 3), (2, 2), (1, 1, 1, 1), (2, 1), True, rand)

average("2x2", (2, 2, 4, 4), (2, 2))
average("overlapping", (1, 2, 5, 6), (3, 2), (1, 2))
for include in (True, False):
    tag = "padding counted" if include else "padding not counted"
    average(tag, (1, 2, 5, 5), (3, 3), (2, 2), (1, 1), include=include)
    average(tag + ", ceil", (1, 1, 6, 7), (3, 2), (2, 2), (1, 1), True, include)
    average(tag + ", ceil, no padding", (1, 1, 5, 6), (3, 4), (2, 3), (0, 0), True, include)
    average(tag + ", per axis", (1, 1, 5, 6), (4, 3), (3, 1), (2, 0), include=include)


def layer(op, shape, f, values=rand, **options):
    x = leaf(values(*shape))
    add(op + " " + "x".join(map(str, shape)), {"op": op, **options}, {"input": x}, f(x))


layer("relu", (2, 1, 3, 3), F.relu)
layer("leakyrelu", (2, 1, 3, 3), lambda x: F.leaky_relu(x, 0.2), slope=0.2)
layer("sigmoid", (2, 7), torch.sigmoid)
layer("tanh", (2, 7), torch.tanh)
layer("softmax", (3, 5), lambda x: F.softmax(x, -1))
layer("softmax", (2, 3, 2, 2), lambda x: F.softmax(x, 1), axis=1)
layer("softmax", (4,), lambda x: F.softmax(x, 0), values=lambda *s: torch.tensor([1000.0, 999.5, -1000.0, 1000.0], dtype=torch.float64))

mean, variance, scale, shift = rand(3), rand(3).abs() + 0.5, rand(3), rand(3)
layer("batchnorm", (2, 3, 2, 2), lambda x: F.batch_norm(x, mean, variance, scale, shift, False, eps=1e-5),
      mean=flat(mean), variance=flat(variance), scale=flat(scale), shift=flat(shift), epsilon=1e-5)
layer("lrn", (2, 7, 2, 2), lambda x: F.local_response_norm(x, 5, 5e-4, 0.75, 2.0), size=5, alpha=5e-4, beta=0.75, k=2)
layer("lrn", (1, 6, 2, 2), lambda x: F.local_response_norm(x, 4, 0.3, 0.5, 1.0), size=4, alpha=0.3, beta=0.5, k=1)


def linear(name, x, out, bias=True):
    x, w = leaf(rand(*x)), leaf(rand(out, x[-1]))
    b = leaf(rand(out)) if bias else None
    inputs = {"input": x, "weight": w}
    if bias:
        inputs["bias"] = b
    add(name, {"op": "linear"}, inputs, F.linear(x, w, b))


linear("linear", (2, 5), 3)
linear("linear without bias", (1, 4), 2, bias=False)
linear("linear over more axes", (2, 3, 4), 2)

with open(os.path.join(HERE, "vectors.jsonl"), "w") as f:
    for c in cases:
        f.write(json.dumps(c, separators=(",", ":")) + "\n")
print(len(cases), "cases")
