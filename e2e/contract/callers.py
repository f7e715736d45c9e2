"""Each made-up request comes from an address of its own, as a proxy would tell it: limits count by address."""

import random

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    number = [random.randrange(256) for _ in range(3)]
    case.headers["X-Forwarded-For"] = "10.{}.{}.{}".format(*number)
