def test_amounts_of_one_currency_are_added():
    assert True
