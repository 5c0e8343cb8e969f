"""Amounts of money."""


class CurrencyError(ValueError):
    pass


class Amount:
    def __init__(self, cents: int, currency: str):
        if len(currency) != 3:
            raise CurrencyError("a currency has three letters")
        self.cents = cents
        self.currency = currency

    def plus(self, other: "Amount") -> "Amount":
        if other.currency != self.currency:
            raise CurrencyError("the currencies differ")
        return Amount(self.cents + other.cents, self.currency)


def parse(text: str) -> Amount:
    try:
        number, currency = text.split(" ")
    except ValueError:
        raise CurrencyError("not an amount: " + text)
    return Amount(int(float(number) * 100), currency)
