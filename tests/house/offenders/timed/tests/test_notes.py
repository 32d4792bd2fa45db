import time


def test_notes() -> None:
    began = time.perf_counter()
    sum(range(1000))
    assert time.perf_counter() - began < 1
