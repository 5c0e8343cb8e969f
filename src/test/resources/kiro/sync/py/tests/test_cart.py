import pytest
from cart import total

# %%AC-1
@pytest.mark.parametrize("n", [1, 2])
def test_adds(n):
    assert total([n]) == n

# Validates: %%AC-2
def test_removing():
    assert total([1]) == 2

# %%AC-3
@pytest.mark.xfail
def test_limit():
    assert total([1]) == 2

class TestEmpty:
    def test_cart_ac_4_empty(self, record_property):
        record_property("criterion", "%%AC-4")
        assert total([]) == 0
